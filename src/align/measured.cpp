#include "align/measured.hpp"

#include <algorithm>
#include <array>

#include "align/skeleton.hpp"

namespace cotejo {

Measured::Measured(const Side& source, const Side& target, const Dictionary& dictionary,
                   const WeightTable& weights, std::size_t most_per_side,
                   const EmbeddingScore* embeddings)
    : terms_(find_terms(source, target, dictionary)),
      band_(find_band(terms_)),
      embeddings_(embeddings),
      source_marks_(marks(source)),
      target_marks_(marks(target)),
      habits_(usual_habits(source_marks_, target_marks_)) {
  constexpr std::size_t small = 2;
  prepare(std::min(small, most_per_side));
  {
    Arcs first = score(weights);
    const std::array<Tilt, 1> plain{Tilt{std::vector<float>(steps_.size()), 0.0}};
    cotejo::posteriors(band_, first, plain);
    const std::vector<Bead> ladder = decode(band_, first, {});
    narrow(band_, first);
    learn_links(ladder, terms_);
    habits_ = habits_of(ladder, terms_, source_marks_, target_marks_);
  }
  prepare(most_per_side);
}

void Measured::prepare(std::size_t most_per_side) {
  steps_ = cotejo::steps(most_per_side);
  words_.emplace(terms_, band_, most_per_side, habits_);
  model_.emplace(source_marks_, target_marks_, *words_, band_, habits_, embeddings_);
}

bool Measured::measure(std::size_t i, std::size_t j, Step step, Features& out) const {
  const auto [a, b] = step;
  const Range columns = model_->columns(i, a, b);
  if (j < columns.begin || j >= columns.end || !possible(i, j, step)) return false;
  model_->measure(i, a, j, b, out);
  return true;
}

bool Measured::possible(std::size_t i, std::size_t j, Step step) const {
  const auto [a, b] = step;
  return a + b <= 3 || !model_->hopeless({i, i + a}, {j, j + b});
}

float Measured::length_distance(const Bead& bead) const {
  return model_->length_distance(bead.source, bead.target);
}

Arcs Measured::score(const WeightTable& weights) const {
  Arcs arcs{steps_, {}};
  arcs.scores.assign(band_.nodes() * steps_.size(), no_arc);
  Features features;
  const auto score = [&](std::size_t i, std::size_t j, Step step) {
    model_->measure(i, step.source, j, step.target, features);
    return weights.score(features, shape(step.source, step.target));
  };
  std::vector<float> target_alone;  // wherever it stands
  for (std::size_t j = 0; j < band_.high.back(); ++j) target_alone.push_back(score(0, j, {0, 1}));
  for (std::size_t i = 0; i < band_.rows(); ++i) {
    const float source_alone = i + 1 < band_.rows() ? score(i, 0, {1, 0}) : no_arc;
    for (std::size_t k = 0; k < steps_.size(); ++k) {
      const Step step = steps_[k];
      const Range columns = model_->columns(i, step.source, step.target);
      for (std::size_t j = columns.begin; j < columns.end; ++j) {
        float& arc = arcs.at(band_.at(i, j), k);
        if (step.target == 0) {
          arc = source_alone;
        } else if (step.source == 0) {
          arc = target_alone[j];
        } else if (possible(i, j, step)) {
          arc = score(i, j, step);
        }
      }
    }
  }
  return arcs;
}

Arcs Measured::posteriors(const WeightTable& weights) const {
  Arcs arcs = score(weights);
  std::vector<Tilt> tilts;
  for (const Manner& manner : weights.manner) {
    Tilt& tilt = tilts.emplace_back();
    for (const Step step : steps_)
      tilt.steps.push_back(
          manner.biases[static_cast<std::size_t>(shape(step.source, step.target))]);
    tilt.prior = static_cast<double>(manner.prior(band_.rows() - 1, band_.high.back()));
  }
  cotejo::posteriors(band_, arcs, tilts);
  return arcs;
}

}  // namespace cotejo
