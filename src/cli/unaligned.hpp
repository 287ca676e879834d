/// @file  The segments of an article that have no counterpart, for a report.
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

/// In the order of the ladder. They point into the article.
std::vector<Unaligned> unaligned(const Article& article);

/// "source⇥LINE⇥SEGMENT⇥TEXT\n", lines counted from 1 and segments from 0.
std::string row(const Unaligned& segment);

/// Enough of a text to find it by: its first words, and an ellipsis where there are more.
std::string first_words(std::string_view text);

}  // namespace cotejo
