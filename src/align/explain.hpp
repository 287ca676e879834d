/// @file  Why a bead: the terms and the length that speak for it or against it.
#pragma once

#include <vector>

#include "align/terms.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// Fills Bead::evidence, strongest first.
void explain(const Side& source, const Side& target, const Terms& terms, std::vector<Bead>& beads);

}  // namespace cotejo
