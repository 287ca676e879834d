/// @file  Checks that look at more than one bead.
#pragma once

#include <vector>

#include "review/check.hpp"

namespace cotejo {

/// A name that is rendered in one way nearly always and in another once or twice.
void find_terminology(const std::vector<Bead>& beads, const std::vector<Pairing>& pairings,
                      std::vector<Finding>& out);

/// Passages that stand elsewhere in the other edition.
void find_order(const Side& source, const Side& target, const std::vector<Bead>& beads,
                const std::vector<Bead>& moved, std::vector<Finding>& out);

}  // namespace cotejo
