/// @file  Why a bead: the terms and the length that speak for it or against it.
#pragma once

#include <vector>

#include "align/measured.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// Fills Bead::evidence, strongest first. An anchor or word that is met speaks for the bead by its
/// log-likelihood ratio; one that could have been met and isn't speaks against it; the length ratio
/// has its share of the bead's score.
void explain(const Side& source, const Side& target, const Measured& measured,
             const WeightTable& weights, std::vector<Bead>& beads);

}  // namespace cotejo
