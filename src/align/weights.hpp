/// @file  The weights: what each feature of a bead is worth, learned from ladders that people made.
#pragma once

#include <array>
#include <string_view>

#include "align/features.hpp"

namespace cotejo {

struct Weights {
  std::array<float, feature_count> features{};
  std::array<float, shapes> biases{};
  std::array<float, shapes>
      rates{};  ///< share of beads of each shape in the ladders it was learned from

  float score(const Features& measured, Shape shape) const {
    float sum = biases[static_cast<std::size_t>(shape)];
    for (std::size_t f = 0; f < feature_count; ++f) sum += features[f] * measured[f];
    return sum;
  }
};

/// The names that tables of weights use.
std::string_view name(Feature feature);
std::string_view name(Shape shape);

/// The weights that cotejo ships (lexicons/align/weights.tsv).
const Weights& shipped_weights();

}  // namespace cotejo
