/// @file  For those who write the tables of lexicons/: making the one frozen from ICU, and checking
/// all of them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/error.hpp"

namespace cotejo {

/// A table of names (key, kind, a column a language) from ICU's locale data: territories by their
/// ISO 3166 codes, languages ("language-yi"), currencies ("currency-uah") and the cities of time
/// zones ("city-tokyo"). Where the hand-written tables know a name, their key and kind are taken,
/// and what they say already is left out; so are names spelt alike everywhere. Languages are ISO
/// 639 codes; those without ICU data give no rows. ICU's versions differ, so lexicons/names/icu.tsv
/// is a frozen one.
std::string icu_names_table(std::span<const std::string> languages);

/// A table by its path under lexicons/ ("names/places.tsv") and its bytes.
struct LexiconTable {
  std::string_view name;
  std::string_view bytes;
  bool own = false;  ///< word pairs of a user's own (see Dictionary::with), wherever they lie; they
                     ///< need not name origin and licence
};

/// Something wrong in a table.
struct TableFinding {
  std::string table;     ///< see LexiconTable::name
  std::size_t line = 0;  ///< from 1; 0 for the table as a whole
  Message what;
};

/// What is wrong in tables that are to stand together: bytes that are not UTF-8 in NFC, missing
/// origin or licence, wrong columns or kinds, forms that nothing could meet, a key and kind, a
/// form or a pair of words that stands twice, probabilities that are none.
std::vector<TableFinding> check_tables(std::span<const LexiconTable> tables);

/// The tables inside the library.
std::vector<LexiconTable> shipped_lexicon_tables();

}  // namespace cotejo
