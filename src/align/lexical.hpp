/// @file  The lexical model: how much the terms of a segment speak for its being said by a run of
/// the other side.
#pragma once

#include <cstddef>
#include <vector>

#include "align/band.hpp"
#include "align/habits.hpp"
#include "align/ratio.hpp"
#include "align/terms.hpp"

namespace cotejo {

/// Log-likelihood ratios of a segment against runs of the other side, for the nodes of a band.
///
/// Each term of the segment is met on the other side or not. Its ratio compares how often that
/// happens to a term of its class in a true pair with how often it would happen by chance, given
/// how common its counterparts are in this document.
class LexicalModel {
 public:
  LexicalModel(const Terms& terms, const Band& band, std::size_t most_per_side,
               const Habits& habits);

  /// Segment i of the source against targets [j, j + count).
  float source(std::size_t i, std::size_t j, std::size_t count) const {
    return source_[band_.at(i, j) * most_ + count - 1];
  }
  /// Segment j of the target against sources [i, i + count).
  float target(std::size_t i, std::size_t j, std::size_t count) const {
    return target_[band_.at(i, j) * most_ + count - 1];
  }
  /// Terms of a segment that can tell something.
  float source_terms(std::size_t i) const { return source_terms_[i]; }
  float target_terms(std::size_t j) const { return target_terms_[j]; }
  /// The root of these and one.
  float source_root(std::size_t i) const { return source_roots_[i]; }
  float target_root(std::size_t j) const { return target_roots_[j]; }
  /// The best ratio of a segment against any single segment in the band.
  float best_source(std::size_t i) const { return best_source_[i]; }
  float best_target(std::size_t j) const { return best_target_[j]; }

 private:
  const Band& band_;
  std::size_t most_;
  std::vector<float> source_;
  std::vector<float> target_;
  std::vector<float> source_terms_;
  std::vector<float> target_terms_;
  std::vector<float> source_roots_;
  std::vector<float> target_roots_;
  std::vector<float> best_source_;
  std::vector<float> best_target_;
};

}  // namespace cotejo
