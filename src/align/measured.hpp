/// @file  Two sides measured: all that weights are applied to.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "align/band.hpp"
#include "align/features.hpp"
#include "align/habits.hpp"
#include "align/lattice.hpp"
#include "align/lexical.hpp"
#include "align/marks.hpp"
#include "align/terms.hpp"
#include "align/weights.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// The lattice of two sides that both have segments, and the features of its beads.
///
/// A first pass over small beads finds the document's habits and, in a long document, the words it
/// pairs and the nodes worth a second look; the second pass, over all beads, is what is measured.
class Measured {
 public:
  Measured(const Side& source, const Side& target, const Dictionary& dictionary,
           const WeightTable& weights, std::size_t most_per_side,
           const EmbeddingScore* embeddings = nullptr);
  Measured(const Measured&) = delete;
  Measured& operator=(const Measured&) = delete;

  const Terms& terms() const { return terms_; }
  const Habits& habits() const { return habits_; }
  const Band& band() const { return band_; }
  const std::vector<Step>& steps() const { return steps_; }

  /// The features of the bead that begins at a node; false where it leaves the lattice.
  bool measure(std::size_t i, std::size_t j, Step step, Features& out) const;

  /// The first feature of a bead with two sides, wherever it stands.
  float length_distance(const Bead& bead) const;

  /// The posteriors of all beads.
  Arcs posteriors(const WeightTable& weights) const;

 private:
  void prepare(std::size_t most_per_side);
  bool possible(std::size_t i, std::size_t j, Step step) const;
  Arcs score(const WeightTable& weights) const;

  Terms terms_;
  Band band_;
  std::vector<Step> steps_;
  const EmbeddingScore* embeddings_;
  std::vector<SegmentMarks> source_marks_;
  std::vector<SegmentMarks> target_marks_;
  Habits habits_;
  std::optional<LexicalModel> words_;
  std::optional<FeatureModel> model_;
};

}  // namespace cotejo
