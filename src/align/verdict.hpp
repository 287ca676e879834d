/// @file  What a ladder says of the two sides as a whole.
#pragma once

#include "align/terms.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// Fills the verdict from the beads and the moved passages, and puts what it says against the pair
/// into the warnings.
void judge(const Side& source, const Side& target, const Terms& terms, Alignment& alignment);

}  // namespace cotejo
