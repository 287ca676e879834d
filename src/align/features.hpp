/// @file  What is measured of a bead: the features that the weights speak of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "align/lexical.hpp"
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
  words_sum,        // log-likelihood ratio of all terms
  words_root,       // each segment's ratio over the root of its number of terms
  words_mean,       // each segment's ratio over its number of terms
  weakest_mean,     // the least of these, in a bead of several segments
  weakest_pair,     // the same in a 1-1
  weakest_gain,     // what the segment at an end adds, at least
  diagonal_gain,    // what the bead says over its split in two
  question_same,
  question_odd,
  exclamation_odd,
  colon_odd,
  quote_odd,
  lower_inside,      // segments inside the bead that begin in lower case
  lower_begin,       // sides that begin in lower case
  unended_inside,    // segments inside the bead that end without a final mark
  block_inside,      // block borders inside a side
  block_begin_odd,   // a block begins on one side only
  block_begin_same,  // a block begins on both sides
  heading_odd,       // a heading on one side only
  null_length,       // log of the length of an unaligned segment
  null_best,         // how well it would match elsewhere
  null_lower,        // begins in lower case
  habit,  // how much oftener this document's beads have this shape than others' do (log ratio)
  feature_count,
};

using Features = std::array<float, feature_count>;

/// What of a segment's text is not in its words.
struct SegmentMarks {
  float length = 0.0F;  // code points
  bool question = false;
  bool exclamation = false;
  bool colon = false;
  bool ended = false;        // by . ? ! … or a closing mark behind it
  bool lower = false;        // begins in lower case
  int quotes = 0;            // quotation marks
  bool block_begin = false;  // false throughout where blocks tell nothing: each holds one segment
  bool heading = false;
};

std::vector<SegmentMarks> marks(const Side& side);

/// What a document does its own way, as a first pass over it finds: a translator who splits many
/// sentences has more 1-2 beads.
struct Habits {
  std::array<float, shapes>
      shape_gain{};    // log of the share of beads of a shape over the share that is usual
  double ratio = 1.0;  // characters of the target to one of the source
};

/// Measures beads. The references must outlive it.
class FeatureModel {
 public:
  FeatureModel(const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target,
               const LexicalModel& words, const Band& band, const Habits& habits);

  /// The features of the bead that takes `a` source segments from i and `b` target segments from j.
  /// Its nodes must lie in the band (see `inside`).
  void measure(std::size_t i, std::size_t a, std::size_t j, std::size_t b, Features& out) const;

  /// Whether the lattice has this bead: its ends and all it must ask the lexical model for lie in
  /// the band.
  bool inside(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const;

 private:
  const std::vector<SegmentMarks>& source_;
  const std::vector<SegmentMarks>& target_;
  const LexicalModel& words_;
  const Band& band_;
  Habits habits_;
  bool blocks_tell_;  // on both sides
};

}  // namespace cotejo
