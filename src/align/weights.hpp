/// @file  The numbers behind Weights.
#pragma once

#include <array>
#include <string_view>

#include "align/features.hpp"
#include "cotejo/weights.hpp"

namespace cotejo {

/// A manner of translating: a document is edited, faithful or free throughout, so that a first
/// insertion costs more than a tenth. Ladders are scored under each manner, and what is known of
/// the document decides between them.
struct Manner {
  float constant = 0.0F;               ///< log-odds of the manner,
  float per_segment = 0.0F;            ///< and for each segment of a side (the mean of both)
  std::array<float, shapes> biases{};  ///< added to the biases that all manners share

  float prior(std::size_t source_segments, std::size_t target_segments) const {
    return constant + per_segment * 0.5F * static_cast<float>(source_segments + target_segments);
  }
};
constexpr std::size_t manners = 3;

struct WeightTable {
  std::array<float, feature_count> features{};
  std::array<float, shapes> biases{};
  std::array<Manner, manners> manner{};  ///< the first has zeros throughout

  float score(const Features& measured, Shape shape) const {
    float sum = biases[static_cast<std::size_t>(shape)];
    for (std::size_t f = 0; f < feature_count; ++f) sum += features[f] * measured[f];
    return sum;
  }
};

/// The names that tables of weights use.
std::string_view name(Feature feature);
std::string_view name(Shape shape);

}  // namespace cotejo
