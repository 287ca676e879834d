#include "cotejo/align.hpp"

#include <algorithm>
#include <utility>

#include "align/explain.hpp"
#include "align/features.hpp"
#include "align/habits.hpp"
#include "align/lattice.hpp"
#include "align/lexical.hpp"
#include "align/skeleton.hpp"
#include "align/terms.hpp"
#include "align/verdict.hpp"
#include "align/weights.hpp"

namespace cotejo {
namespace {

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
  const Weights& weights = shipped_weights();
  const FeatureModel first(source_marks, target_marks, words, band,
                           first_habits(source_marks, target_marks));
  Arcs arcs = measure(first, band, weights, steps(most));
  posteriors(band, arcs);
  const FeatureModel second(source_marks, target_marks, words, band,
                            habits(band, arcs, weights, source_marks, target_marks));
  arcs = measure(second, band, weights, steps(most));
  posteriors(band, arcs);
  alignment.beads = decode(band, arcs, {});
  warn_of_parts(source, target, alignment);
  if (options.explain) explain(source, target, terms, alignment.beads);
  return alignment;
}

}  // namespace cotejo
