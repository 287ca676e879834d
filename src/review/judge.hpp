/// @file  Judges: how likely a suspicion is an error, by logistic regression and boosted trees.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cotejo/review.hpp"

namespace cotejo {

/// Who decides on a suspicion.
enum class Judge : std::uint8_t {
  omission,
  addition,
  sense,  ///< the two passages say different things
  value,  ///< a number, date, time, sum
  unit,
  entity,
  negation,
  opposite,  ///< a word rendered by its antonym
  foreign,   ///< text left in the source's language
};
constexpr std::size_t judges = 9;

/// What a judge looks at; those not used are 0. The bias is none of them.
constexpr std::size_t most_measures = 41;
using Measures = std::array<double, most_measures>;

/// Something that may be an error.
struct Suspicion {
  Judge judge = Judge::sense;
  Measures measures{};
  FindingKind kind = FindingKind::mistranslation;
  Span source;
  Span target;
  Message message;
};

/// Of each measure, and of none: the bias.
using MeasureWeights = std::array<double, most_measures + 1>;

/// Three questions, whether a measure is at least so much, and what their eight answers are worth.
/// The first answer is the index's lowest bit.
struct Tree {
  std::array<std::uint8_t, 3> measures{};
  std::array<float, 3> least{};
  std::array<float, 8> worth{};
};

/// How a judge judges, and from which probability on a suspicion is major by Strictness.
struct Judgement {
  MeasureWeights weights{};
  std::span<const Tree> trees;  ///< what they are worth is added to the weighted sum
  std::array<double, 3> major{1.0, 1.0, 1.0};
};

const Judgement& judgement(Judge judge);

double log_odds(const Measures& measures, const Judgement& by);
double probability(const Measures& measures, const Judgement& by);

}  // namespace cotejo
