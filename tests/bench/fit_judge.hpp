/// @file  Fits a judge to suspicions of which is known whether they are errors.
#pragma once

#include <vector>

#include "review/judge.hpp"

namespace cotejo::bench {

/// A suspicion, 1 where it is an error, and how much it counts.
struct Known {
  const Measures* measures = nullptr;
  double error = 0.0;
  double weight = 1.0;
};

/// Penalised logistic regression by Newton's method, from a guess.
MeasureWeights fit_weights(const std::vector<Known>& known, MeasureWeights guess);

/// Trees for what the weights leave unexplained: gradient boosting (Friedman 2001) with Newton's
/// leaves, each level of a tree asking one question of all (Kohavi 1994), about half of the
/// measures (Ho 1998) so that no few of them decide all.
std::vector<Tree> fit_trees(const std::vector<Known>& known, const MeasureWeights& weights);

}  // namespace cotejo::bench
