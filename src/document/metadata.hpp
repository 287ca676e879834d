/// @file  Date lines, bylines and captions, told by what they are made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "cotejo/document.hpp"

namespace cotejo {

/// What a line says of the article, and how sure that is: headlines hold names and dates too.
struct Metadata {
  BlockKind kind = BlockKind::dateline;  ///< dateline or byline
  bool announced = false;  ///< "Published", "By": it says what it is, not only a date or a name
  bool headline = false;   ///< might as well be one: "Titanic Sinks, April 15, 1912"
};

/// Knows the words of such lines (lexicons/datelines.tsv).
class MetadataReader {
 public:
  MetadataReader();

  /// A line of nothing but dates, times, names and words that announce them; nothing for any other.
  ///
  ///     "By Jane Roe | March 3, 2026"        dateline, announced
  ///     "Saturday, June 21, 2025"            dateline
  ///     "Redacción / EFE"                    byline, announced
  ///     "Madrid, 17 may (EFE).- El rey..."   nothing: it goes on
  std::optional<Metadata> read(std::string_view line) const;

  /// "Photo: ...", "Figura 3. ..."
  bool is_caption(std::string_view line) const;

 private:
  std::unordered_map<std::string, unsigned> words_;  ///< folded word to the sorts of word it is
};

}  // namespace cotejo
