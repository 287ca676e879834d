#include "cotejo/align.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "align/explain.hpp"
#include "align/features.hpp"
#include "align/lattice.hpp"
#include "align/lexical.hpp"
#include "align/skeleton.hpp"
#include "align/terms.hpp"
#include "align/verdict.hpp"
#include "align/weights.hpp"

namespace cotejo {
namespace {

/// Characters of the target to one of the source: the document's own, held near 1 while it is
/// short.
double characters_ratio(double source, double target) {
  constexpr double held = 2000.0;
  return std::clamp((target + held) / (source + held), 0.6, 1.7);
}

double characters(const std::vector<SegmentMarks>& marks) {
  double sum = 0.0;
  for (const SegmentMarks& mark : marks) sum += static_cast<double>(mark.length);
  return sum;
}

Arcs measure(const FeatureModel& model, const Band& band, const Weights& weights,
             std::vector<Step> all_steps) {
  Arcs arcs{std::move(all_steps), {}};
  arcs.scores.assign(band.nodes() * arcs.steps.size(), no_arc);
  Features features;
  const std::size_t n = band.rows() - 1;
  const std::size_t m = band.high.back();
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      const std::size_t node = band.at(i, j);
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        const auto [a, b] = arcs.steps[k];
        if (i + a > n || j + b > m || !model.inside(i, a, j, b)) continue;
        model.measure(i, a, j, b, features);
        arcs.at(node, k) = weights.score(features, shape(a, b));
      }
    }
  }
  return arcs;
}

/// What a document's own habits change: a translator who splits many sentences has more 1-2 beads
/// than the weights expect.
struct Habits {
  std::array<float, shapes> bias{};  // added to the weights'
  double ratio = 1.0;
};

Habits habits(const Band& band, const Arcs& posteriors, const Weights& weights,
              const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target) {
  std::array<double, shapes> counts{};
  double total = 0.0;
  double source_characters = 0.0;
  double target_characters = 0.0;
  for (std::size_t i = 0; i < band.rows(); ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      const std::size_t node = band.at(i, j);
      for (std::size_t k = 0; k < posteriors.steps.size(); ++k) {
        const double p = static_cast<double>(posteriors.at(node, k));
        if (p < 1e-6) continue;
        const auto [a, b] = posteriors.steps[k];
        counts[static_cast<std::size_t>(shape(a, b))] += p;
        total += p;
        if (a == 0 || b == 0) continue;
        for (std::size_t x = i; x < i + a; ++x)
          source_characters += p * static_cast<double>(source[x].length);
        for (std::size_t y = j; y < j + b; ++y)
          target_characters += p * static_cast<double>(target[y].length);
      }
    }
  }
  constexpr double held = 30.0;  // beads' worth of the weights' own rates
  constexpr double trust = 0.7;  // share of the change that is made
  Habits found;
  for (std::size_t s = 0; s < shapes; ++s) {
    const double rate = static_cast<double>(weights.rates[s]);
    if (rate <= 0.0) continue;
    found.bias[s] =
        static_cast<float>(trust * std::log((counts[s] + held * rate) / ((total + held) * rate)));
  }
  found.ratio = characters_ratio(source_characters, target_characters);
  return found;
}

std::vector<Bead> one_sided(std::size_t source_segments, std::size_t target_segments) {
  std::vector<Bead> beads;
  for (std::size_t i = 0; i < source_segments; ++i) beads.push_back({{i, i + 1}, {0, 0}, 1.0, {}});
  for (std::size_t j = 0; j < target_segments; ++j) beads.push_back({{0, 0}, {j, j + 1}, 1.0, {}});
  return beads;
}

}  // namespace

Alignment align(const Side& source, const Side& target, const Dictionary& dictionary,
                const AlignOptions& options) {
  Alignment alignment;
  if (source.segments.empty() || target.segments.empty()) {
    alignment.beads = one_sided(source.segments.size(), target.segments.size());
    warn_of_parts(source, target, alignment);
    return alignment;
  }
  const Terms terms = find_terms(source, target, dictionary);
  const Band band = find_band(terms);
  const std::size_t most = std::clamp<std::size_t>(options.most_per_side, 1, widest_bead);
  const LexicalModel words(terms, band, most);
  const std::vector<SegmentMarks> source_marks = marks(source);
  const std::vector<SegmentMarks> target_marks = marks(target);
  Weights weights = shipped_weights();
  double ratio = characters_ratio(characters(source_marks), characters(target_marks));
  Arcs arcs;
  for (const bool last : {false, true}) {
    const FeatureModel model(source_marks, target_marks, words, band, ratio);
    arcs = measure(model, band, weights, steps(most));
    posteriors(band, arcs);
    if (last) break;
    const Habits own = habits(band, arcs, weights, source_marks, target_marks);
    for (std::size_t s = 0; s < shapes; ++s) weights.biases[s] += own.bias[s];
    ratio = own.ratio;
  }
  alignment.beads = decode(band, arcs, {});
  warn_of_parts(source, target, alignment);
  if (options.explain) explain(source, target, terms, alignment.beads);
  return alignment;
}

}  // namespace cotejo
