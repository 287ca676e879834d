/// @file  Judges: how likely a suspicion is an error, by small logistic regressions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
constexpr std::size_t most_measures = 44;
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

/// The weights of a judge, the bias last, and from which probability on a suspicion is major by
/// Strictness.
struct Judgement {
  std::array<double, most_measures + 1> weights{};
  std::array<double, 3> major{1.0, 1.0, 1.0};
};

const Judgement& judgement(Judge judge);

double probability(const Measures& measures, const Judgement& by);

}  // namespace cotejo
