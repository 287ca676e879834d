/// @file  Tables of word pairs, as users bring them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/error.hpp"

namespace cotejo {

/// A row that can be used: forms of one language and those of the other that they stand for.
struct WordRow {
  std::size_t line = 0;  ///< from 1
  std::vector<std::string_view> words;
  std::vector<std::string_view> translations;
  std::vector<float> probabilities;  ///< of each translation; none where the row tells none
};

struct WordTable {
  std::vector<WordRow> rows;
  std::string languages[2];  ///< of words and translations, where a comment "# Languages: en es"
                             ///< names them; else empty

  struct Fault {
    std::size_t line = 0;
    Message what;
  };
  std::vector<Fault> faults;  ///< of rows that are left out
};

/// Valid UTF-8 only: the rows of a table (word, translations, probabilities; see Dictionary::with),
/// or of a hunalign dictionary when `name` ends in ".dic". Views point into `text`.
WordTable read_word_table(std::string_view text, std::string_view name);

}  // namespace cotejo
