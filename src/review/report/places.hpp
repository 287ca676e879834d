/// @file  Where the passages of a report stand, and what of it several reports count.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cotejo/report.hpp"

namespace cotejo {

/// Counted from 1; columns in code points.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// The lines of a text. Asked in the order of the text it is quick, however long the lines are.
class Places {
 public:
  explicit Places(const std::string& text);
  TextPlace operator()(std::size_t offset);

 private:
  const std::string& text_;
  std::vector<std::size_t> begins_;
  std::size_t last_ = 0;  ///< the offset asked for last, and its column
  std::size_t last_column_ = 1;
};

/// Findings by severity, indexed by it.
std::array<std::size_t, 4> count(const std::vector<Finding>& findings);

/// The segments that a finding's span touches or, where it shows nothing on that side, those of the
/// bead.
Range context(const Side& side, Range bead, Span span);

/// The sentence on how the two editions go together, or on how many pairs there are.
Message summary(const Report& report);

/// The message as its reader has it.
std::string spoken(const Message& message, const Reader& reader);

/// Any bytes as a person may see them: valid UTF-8, a replacement character for what is not, spaces
/// for line ends and tabs, without other control characters or marks that turn the direction of
/// writing.
std::string harmless(std::string_view bytes);

}  // namespace cotejo
