/// @file  What denies in a side of a bead: negators, and words that may stand for one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/check.hpp"

namespace cotejo {

/// A word that denies, and what it denies.
struct Negator {
  std::size_t word = 0;
  std::size_t begin = 0;    ///< where it is read from: "did" of "didn't"
  std::size_t head = none;  ///< the first content word denied
  std::size_t end = 0;      ///< past the words that it can deny
  std::string_view kind;    ///< see lexicons/LANGUAGE/polarity.tsv
  bool stray = false;       ///< not where the language has it: "se no ha ido", "hay ninguna"
  bool soft = false;        ///< answers a negation of the other side, but needn't have one there
  bool met = false;
};

/// A word that may carry a negation of the other side.
struct Carrier {
  std::size_t word = 0;
  std::string_view kind;    ///< deny, or the sort of a weak one; affix: spelt un-, in-, -less
  std::string bare;         ///< a word spelt so, or one that denies, without its affix
  Dictionary::Stems stems;  ///< of that
  bool mild = false;        ///< what renders it needn't deny
  bool met = false;         ///< it carries a negation of its own side that the other has too
};

struct Denials {
  std::vector<Negator> negators;
  std::vector<Carrier> carriers;
};

Denials denials(const Wording& wording, std::span<const ReviewWord> words, Edition edition,
                const Lexicon& lexicon, const Dictionary& dictionary);

/// The text between a word and the one before it.
std::string_view before_word(const Wording& wording, std::span<const ReviewWord> words,
                             std::size_t word);

}  // namespace cotejo
