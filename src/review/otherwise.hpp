/// @file  What one side says in figures or number words and the other in other words.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "review/check.hpp"
#include "review/quantities.hpp"

namespace cotejo {

/// A side's words, how they are met, and the lexicon of its language.
struct Words {
  std::span<const ReviewWord> words;
  std::span<const Meet> met;
  const Lexicon& lexicon;
  const Side& side;
};

/// The day of "Saturday Night Live", which stays as it is.
bool kept(const SaidQuantity& said, const Words& own, const Words& other);

/// Whether the other side says the value again for another one, or by a word: "both", "ambos",
/// "6 y media", "siglo XX" beside the 1930s, "3 and more than 10 million".
bool said_otherwise(const SaidQuantity& said, const std::vector<SaidQuantity>& own,
                    const std::vector<SaidQuantity>& other, const Words& words,
                    const Words& others);

/// Whether the other side has the measure as a part of a time: "3 minutes and 35 seconds", "3:35".
bool told_by_clock(const SaidQuantity& said, const std::vector<SaidQuantity>& own,
                   const std::vector<SaidQuantity>& other);

/// The word of the other side, about where this is said, that implies another number: "Both
/// churches", "las diez iglesias".
std::optional<std::size_t> implies_another(const SaidQuantity& said, const Words& own,
                                           const Words& other);

}  // namespace cotejo
