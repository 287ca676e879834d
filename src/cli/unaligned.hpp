/// @file  The segments of an article that have no counterpart, and the passages that have theirs
/// elsewhere, for a report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.hpp"

namespace cotejo {

struct Unaligned {
  const Document* document = nullptr;
  bool source = false;      ///< stands in the source; else in the target
  std::size_t line = 0;     ///< of its begin in the document, from 0
  std::size_t segment = 0;  ///< index on its side
  std::string text;         ///< with white space collapsed
};

/// In the order of the ladder, without those of moved passages. They point into the article.
std::vector<Unaligned> unaligned(const Article& article);

/// Where a moved passage begins in each document, in lines from 0.
struct MovedLines {
  std::size_t source = 0;
  std::size_t target = 0;
};

/// In order of the source.
std::vector<MovedLines> moved_lines(const Article& article);

/// "source⇥LINE⇥SEGMENT⇥TEXT\n", lines counted from 1 and segments from 0.
std::string row(const Unaligned& segment);

/// Enough of a text to find it by: its first words, and an ellipsis where there are more.
std::string first_words(std::string_view text);

}  // namespace cotejo
