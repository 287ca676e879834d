/// @file  Fitting weights by conditional likelihood over the lattice.
#pragma once

#include <functional>
#include <span>

#include "align/weights.hpp"
#include "train/sample.hpp"

namespace cotejo {

struct FitOptions {
  WeightTable prior;           ///< what the weights are drawn towards,
  double decay = 0.0;          ///< and how strongly
  double noise = 0.0;          ///< see TrainOptions::noise
  std::function<void()> step;  ///< called now and then; what it throws ends the fitting
};

/// The weights under which gold is likeliest. Deterministic.
WeightTable fit(std::span<const Sample> samples, const WeightTable& start,
                const FitOptions& options);

}  // namespace cotejo
