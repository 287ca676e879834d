/// @file  What is measured of a bead: the features that the weights speak of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "align/embedded.hpp"
#include "align/habits.hpp"
#include "align/lexical.hpp"
#include "align/marks.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// Shapes that share a bias. 1-2 and 2-1 are one: neither language is the shorter by nature.
enum class Shape : std::uint8_t {
  null,
  one_one,
  one_two,
  one_three,
  one_many,
  two_two,
  two_three,
  many_many
};
constexpr std::size_t shapes = 8;
Shape shape(std::size_t source_count, std::size_t target_count);

enum Feature : std::size_t {
  length_distance,  // |z| of the length ratio (Gale & Church 1993)
  length_squared,   // its square, at most 25
  breaks_distance,  // |z| of the ratio of segment ends, and of marks that could be one
  commas_distance,
  questions_distance,
  words_sum,       // log-likelihood ratio of all terms
  words_root,      // each segment's ratio over the root of its number of terms
  words_mean,      // each segment's ratio over its number of terms
  weakest_mean,    // the least of these, in a bead of several segments
  weakest_pair,    // the same in a 1-1
  weakest_gain,    // what the segment at an end adds, at least
  question_ratio,  // log-likelihood ratio of both sides' having the mark or not, see Mark
  exclamation_ratio,
  colon_ratio,
  quotation_ratio,
  opening_ratio,
  closing_ratio,
  lower_inside,      // segments inside the bead that begin in lower case
  lower_begin,       // sides that begin in lower case
  unended_inside,    // segments inside the bead that end without a final mark
  block_inside,      // block borders inside a side
  block_begin_odd,   // a block begins on one side only
  block_begin_same,  // a block begins on both sides
  heading_odd,       // a heading on one side only
  embedding,         // what a sentence encoder says, see EmbeddingScore
  null_length,       // log of the length of an unaligned segment
  null_best,         // how well it would match elsewhere
  null_lower,        // begins in lower case
  feature_count,
};

using Features = std::array<float, feature_count>;

/// The log-likelihood ratio of a mark's being there or not: [kind][on the source][on the target].
using MarkRatios = std::array<std::array<std::array<float, 2>, 2>, mark_kinds>;

/// Measures beads. The references must outlive it.
class FeatureModel {
 public:
  FeatureModel(const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target,
               const LexicalModel& words, const Band& band, const Habits& habits,
               const EmbeddingScore* embeddings);

  /// The features of the bead that takes `a` source segments from i and `b` target segments from j.
  /// It must lie in the band (see `columns`).
  void measure(std::size_t i, std::size_t a, std::size_t j, std::size_t b, Features& out) const;

  /// The target segments from which the lattice has a bead of `a` source segments from i and `b`
  /// target segments: its ends and all it must ask the lexical model for lie in the band.
  Range columns(std::size_t i, std::size_t a, std::size_t b) const;

  /// Whether the lengths of two runs can't be a translation's.
  bool hopeless(Range source, Range target) const;

  /// The first feature of a bead with two sides, wherever it stands.
  float length_distance(Range source, Range target) const;

 private:
  std::array<float, counts> distances(Range source, Range target) const;

  const std::vector<SegmentMarks>& source_;
  const std::vector<SegmentMarks>& target_;
  const LexicalModel& words_;
  const Band& band_;
  MarkSums source_sums_;
  MarkSums target_sums_;
  std::array<float, counts> ratio_;  // of the habits, as is spread_
  std::array<float, counts> spread_;
  std::array<float, counts> held_;
  MarkRatios mark_ratios_;
  const EmbeddingScore* embeddings_;  // nullptr where there are none
  bool blocks_tell_;                  // on both sides
};

}  // namespace cotejo
