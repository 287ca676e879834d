/// @file  What a term says when it is met on the other side, and when it is missed.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "align/terms.hpp"

namespace cotejo {

/// The largest number of segments on one side of a bead.
constexpr std::size_t widest_bead = 8;

/// Log-likelihood ratios by the number of segments, less one, in which a term is looked for: how
/// often a term of its class is met in a true pair against how often by chance, given how common
/// its counterparts are in this document.
struct Ratio {
  std::array<float, widest_bead> met{};
  std::array<float, widest_bead> missed{};

  /// The ratio in a run of `count` segments whose strongest counterpart has this strength, 0 for
  /// none.
  float of(std::size_t count, float strength) const {
    return missed[count - 1] + strength * (met[count - 1] - missed[count - 1]);
  }
};

/// By class: the share of its terms that are met in a true pair.
using MetRates = std::array<double, term_classes>;

/// The ratios of each type of a side, for runs of up to `most` segments.
std::vector<Ratio> ratios(const SideTerms& here, const SideTerms& there, std::size_t most,
                          const MetRates& met);

}  // namespace cotejo
