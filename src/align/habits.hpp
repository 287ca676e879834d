/// @file  What a first pass over a document tells the second.
#pragma once

#include <vector>

#include "align/band.hpp"
#include "align/features.hpp"
#include "align/lattice.hpp"
#include "align/weights.hpp"

namespace cotejo {

/// Before anything is known: the ratio of the two sides' lengths, held near 1 while they are short.
Habits first_habits(const std::vector<SegmentMarks>& source,
                    const std::vector<SegmentMarks>& target);

/// From the posteriors of a first pass: the shares of bead shapes against the weights' rates, held
/// near them while the document is short, and the ratio of lengths inside beads.
Habits habits(const Band& band, const Arcs& posteriors, const Weights& weights,
              const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target);

}  // namespace cotejo
