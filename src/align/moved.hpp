/// @file  Moved passages: what the ladder leaves without a counterpart on one side, and what it
/// leaves on the other side elsewhere, when the two say the same.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "align/terms.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// What is measured of a pair of passages that may have been moved.
enum MovedFeature : std::size_t {
  moved_bias,     // always 1
  moved_words,    // log-likelihood ratio of all terms over the root of their number
  moved_mean,     // over their number
  moved_weakest,  // the least of its segments' ratios, each over the root of its terms
  moved_margin,   // moved_words over that of the best rival on either side
  moved_crowd,    // log of the segments that stand alone on either side: so many may meet by chance
  moved_length,   // |z| of the length ratio (Gale & Church 1993), at most 5
  moved_alone,    // how sure the ladder is that the least sure of the segments stands alone
  moved_joined,   // 1 for a 1-2 or a 2-1
  moved_together,  // how probable the passage beside it is, where that was moved to the same place
  moved_features,
};
using MovedMeasure = std::array<double, moved_features>;

struct MovedCandidate {
  Range source;
  Range target;
  MovedMeasure measure{};
};

/// All pairs worth a look, one to one, one to two and two to one, in order of their source; all of
/// their segments stand alone in the ladder, and they cross a pair of it. moved_together is 0.
std::vector<MovedCandidate> moved_candidates(const Side& source, const Side& target,
                                             const Terms& terms, const std::vector<Bead>& ladder);

/// Fills moved_together by what the weights say of the others.
void measure_together(std::vector<MovedCandidate>& candidates, const MovedMeasure& weights);

/// The probable ones, each segment in one at most, in order of their source.
std::vector<Bead> choose_moved(const std::vector<MovedCandidate>& candidates,
                               const MovedMeasure& weights);

/// See Alignment::moved. Time grows with the segments that stand alone, not with their square.
std::vector<Bead> find_moved(const Side& source, const Side& target, const Terms& terms,
                             const std::vector<Bead>& ladder);

}  // namespace cotejo
