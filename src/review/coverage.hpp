/// @file  Coverage: how much of a bead's one side the other side says too, and which stretch it
/// leaves out.
#pragma once

#include <array>
#include <cstddef>

#include "review/pairing.hpp"

namespace cotejo {

/// Log-odds, by class and by how a word is met, that the other side doesn't say what it says.
using WordOdds = std::array<std::array<double, met_kinds>, word_classes>;

const WordOdds& word_odds();

/// A stretch of words that the other side doesn't seem to say; the sum of its odds.
struct Stretch {
  Range words;
  double odds = 0.0;
};

struct Covered {
  double odds = 0.0;  ///< of all its words
  double met = 0.0;   ///< sum of the odds for its being said
  Stretch worst;
  Stretch tail;  ///< the worst that ends with the side
};

}  // namespace cotejo
