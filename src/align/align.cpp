#include "cotejo/align.hpp"

#include <algorithm>
#include <optional>

#include "align/embedded.hpp"
#include "align/explain.hpp"
#include "align/measured.hpp"
#include "align/moved.hpp"
#include "align/verdict.hpp"

namespace cotejo {
namespace {

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
    judge(source, target, {}, alignment);
    return alignment;
  }
  const WeightTable& weights = options.weights.table();
  const std::size_t most = std::clamp<std::size_t>(options.most_per_side, 1, widest_bead);
  std::optional<EmbeddingScore> embeddings;
  if (options.embeddings) {
    embeddings.emplace(source, target, *options.embeddings, most);
    alignment.warnings = embeddings->warnings();
  }
  const Measured measured(source, target, dictionary, weights, most,
                          embeddings ? &*embeddings : nullptr);
  alignment.beads = decode(measured.band(), measured.posteriors(weights), {});
  const Terms& terms = measured.terms();
  if (!options.monotone) alignment.moved = find_moved(source, target, terms, alignment.beads);
  judge(source, target, terms, alignment);
  if (options.explain) {
    explain(source, target, measured, weights, alignment.beads);
    explain(source, target, measured, weights, alignment.moved);
  }
  return alignment;
}

}  // namespace cotejo
