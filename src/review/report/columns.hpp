/// @file  Passages on a terminal: a part of them, marked and wrapped.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

/// A passage and the part of it that is meant; harmless (see there) and of one line.
struct Marked {
  std::string before;
  std::string mark;
  std::string after;
};

/// Cut down to the surroundings of the mark where it is longer than so many code points.
Marked shortened(Marked passage, std::size_t most);

/// How the mark stands out.
struct MarkStyle {
  std::string begin = "[";
  std::string end = "]";
  bool wide = true;  ///< begin and end take a column each
};

/// A line on the screen and the columns it takes.
struct ScreenLine {
  std::string text;
  std::size_t columns = 0;
};

/// Wrapped between words, and inside of them where they are longer than a line.
std::vector<ScreenLine> wrapped(const Marked& passage, std::size_t columns, const MarkStyle& style);

}  // namespace cotejo
