/// @file  The cost of turning one text's tokens into another's.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "memory/tokens.hpp"

namespace cotejo {

/// A text with its tokens.
struct Tokened {
  std::string_view text;
  std::vector<TextToken> tokens;
};

/// See similarity() for the costs; nothing when it is more than `most`.
std::optional<std::size_t> distance(const Tokened& a, const Tokened& b, std::size_t most);

/// The score of texts at such a distance, the heavier of which weighs so much, that aren't
/// identical.
double score_at(std::size_t distance, std::size_t weight);

/// The greatest distance with at least that score.
std::size_t most_distance(double least_score, std::size_t weight);

/// One step of the cheapest way: tokens by number, none where one is put in or left out.
struct EditStep {
  std::optional<std::size_t> a;
  std::optional<std::size_t> b;
  std::size_t cost = 0;
};
/// None for texts too long to lay the table out, two thousand tokens each.
std::vector<EditStep> steps(const Tokened& a, const Tokened& b);

}  // namespace cotejo
