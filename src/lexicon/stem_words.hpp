/// @file  Entries of a word table as the dictionary keeps them.
#pragma once

#include <string>
#include <string_view>

#include "cotejo/text.hpp"
#include "foreign/stemmer.hpp"
#include "tables/rows.hpp"

namespace cotejo {

/// The folded stems of an entry's words (lower case, accents in place), parted by single spaces.
inline std::string stems_of(std::string_view entry, const Stemmer& stemmer) {
  std::string out;
  for (const std::string_view word : split(entry, ' ')) {
    if (!out.empty()) out += ' ';
    out += fold(stemmer(word));
  }
  return out;
}

}  // namespace cotejo
