/// @file  How alike two texts are, as users of translation memories count it.
#pragma once

#include <string_view>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

/// Valid UTF-8 only: in percent, what is left when the cost of turning one text into the other is
/// taken from the weight of the heavier one; 100 for identical texts, 99 at most for any others.
///
///     a word put in, left out or exchanged          10      weight of a word     10
///     a number put in or left out                   10      weight of a number   10
///     a number for another number                    2
///     a mark put in, left out or exchanged           2      weight of a mark      2
///     other case, accents or form of quotes          1
///
///     "Pagó 5 euros." and "Pagó 7 euros."    100 - 100 · 2 / 32 = 93.75
///
/// Words are runs of letters with digits in them and inner apostrophes; numbers are digits with
/// . , : / - ' between them, dates and times too; every other character but white space is a mark,
/// and a run of the same one is one mark. A word exchanged for a mark costs the word. White space
/// costs nothing. The edit distance is Levenshtein's over these tokens (1966); it is symmetric.
double similarity(std::string_view a, std::string_view b);

/// What keeps two texts from being identical: bytes of tokens that cost something. Nothing is told
/// of texts of more than two thousand tokens each.
struct Difference {
  std::vector<Span> a;
  std::vector<Span> b;
};
Difference difference(std::string_view a, std::string_view b);

}  // namespace cotejo
