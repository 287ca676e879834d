/// @file  Fitting the aligner's weights to ladders that people made or corrected.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/dictionary.hpp"
#include "cotejo/weights.hpp"

namespace cotejo {

/// Two editions and their true ladder.
struct Lesson {
  std::string document;  ///< lessons of one document are never parted by cross-validation
  Side source;
  Side target;
  std::vector<Bead> ladder;  ///< tiles both sides; confidences play no part
};

struct TrainOptions {
  /// Where to begin, and what the new weights are drawn towards: the less is learned from, the
  /// nearer they stay. Nothing: from scratch.
  std::optional<Weights> start = Weights::shipped();
  double decay = 0.75;  ///< how strongly they are drawn: the inverse variance of a Gaussian prior
  /// How often a run of some forty beads is wrong in gold, or as good as: what no weights explain
  /// better than this teaches nothing.
  double noise = 1e-6;
  std::size_t most_per_side = 6;  ///< as AlignOptions::most_per_side
  /// Called before each lesson is looked at; what it throws ends the training.
  std::function<void()> step = {};
};

/// The weights under which the ladders are likeliest: conditional likelihood over the lattice of
/// all ladders (a semi-Markov conditional random field, Sarawagi & Cohen 2004) by L-BFGS. A lesson
/// of n beads counts as the root of n, for its sentences are not independent. Where blocks tell
/// nothing, each lesson is also learned from with made-up paragraphs. Deterministic, whatever the
/// number of cores. Lessons with an empty side teach nothing.
Weights train(std::span<const Lesson> lessons, const Dictionary& dictionary,
              const TrainOptions& options = {});

/// The ladder of each lesson under weights fitted to the lessons of other documents: the documents,
/// in order of their first lesson, are dealt into `folds` parts, at least 2.
std::vector<std::vector<Bead>> cross_validate(std::span<const Lesson> lessons,
                                              const Dictionary& dictionary, std::size_t folds,
                                              const TrainOptions& options = {});

}  // namespace cotejo
