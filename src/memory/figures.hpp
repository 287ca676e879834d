/// @file  Figures: how a text writes a number in digits.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

/// A number in digits. "3.500,75" is whole "3500", part "75", grouping ".", mark ",".
struct WrittenNumber {
  std::string whole;
  std::string part;
  std::string grouping;  ///< what parts thousands; empty: nothing does
  std::string mark;      ///< what parts the decimals; empty: there are none
};

/// The stretches of a text that are digits, with what may stand inside a number between two of
/// them (point, comma, apostrophe, a space of any kind before three digits).
std::vector<Span> digit_stretches(std::string_view text);

/// The ways such a stretch can be read, one or two: "1.500" is a thousand or one and a half.
std::vector<WrittenNumber> read_figures(std::string_view stretch);

std::string written(const WrittenNumber& figures);

/// A decimal number as a key has it, "-3500000000" or "0.5", moved by a power of ten: 3500000000
/// by -9 is "3.5". Nothing for what is no finite decimal.
std::optional<std::string> shifted(std::string_view decimal, int power);

/// The value of figures as a key has it: "3500.75".
std::string value(const WrittenNumber& figures);

}  // namespace cotejo
