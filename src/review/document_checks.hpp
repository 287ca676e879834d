/// @file  Checks that look at more than one bead.
#pragma once

#include <vector>

#include "review/check.hpp"

namespace cotejo {

/// A name or a term that is rendered in one way mostly and in another now and then: minor, to the
/// strict major.
void find_terminology(const std::vector<Pairing>& pairings, Strictness strictness,
                      std::vector<Finding>& out);

/// Passages that stand elsewhere in the other edition.
void find_order(const Side& source, const Side& target, const std::vector<Bead>& beads,
                const std::vector<Bead>& moved, std::vector<Finding>& out);

}  // namespace cotejo
