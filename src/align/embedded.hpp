/// @file  What sentence embeddings say of a bead.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/embeddings.hpp"

namespace cotejo {

/// The runs of up to `most` segments of one side as vectors of length 1. A run that the overlaps
/// lack (they hold shorter ones) is the mean of its segments.
class EmbeddedSide {
 public:
  EmbeddedSide(const Side& side, const Embeddings& embeddings, std::size_t most);

  bool has(Range run) const { return at(run).scale > 0.0F; }
  std::size_t size() const { return size_; }           ///< segments
  std::size_t present() const { return present_; }     ///< of them, those with a vector
  std::span<const float> sum() const { return sum_; }  ///< of the segments' vectors

  /// The dot product of a run with any vector, and its cosine with a run of another side. Both runs
  /// must be there.
  float along(Range run, std::span<const float> vector) const;
  float cosine(Range run, const EmbeddedSide& other, Range its_run) const;

 private:
  /// scale · row has length 1. Without a row: scale · the sum of the segments' vectors. A scale of
  /// 0: nothing is known.
  struct Run {
    std::span<const float> row;
    float scale = 0.0F;
  };
  const Run& at(Range run) const { return runs_[run.begin * most_ + run.size() - 1]; }
  Run mean(Range run) const;

  Embeddings embeddings_;  // keeps the rows in place
  std::size_t most_;
  std::size_t size_;
  std::size_t present_ = 0;
  std::vector<Run> runs_;  // `most_` of each segment, by their lengths
  std::vector<float> sum_;
};

/// Scores beads by embeddings: Vecalign's cost (Thompson & Koehn 2019, equation 1), measured
/// against the mean of all segments where Vecalign draws a hundred, so that there is no chance in
/// it.
class EmbeddingScore {
 public:
  EmbeddingScore(const Side& source, const Side& target, const EmbeddingPair& embeddings,
                 std::size_t most_per_side);

  /// How far apart the runs of a bead are, against how far each is from the other side at large:
  ///
  ///     2 (1 - cos(x, y)) / (mean of 1 - cos(x, y') + mean of 1 - cos(x', y))
  ///
  /// about 1 for runs that have nothing to do with each other, 0.2 to 0.5 for translations, 0 for
  /// equal vectors. Nothing where a run has no vector, or nothing else to be measured against.
  /// Vecalign multiplies this by the number of segments on either side, for there each bead adds
  /// to a sum that shall be small; a gain needs no such factor, as two good beads gain twice what
  /// one gains that holds both.
  std::optional<float> cost(Range source, Range target) const;

  /// Log-odds for the bead of `a` source segments from i and `b` target segments from j, from -6 to
  /// 9; 0 where nothing speaks, as for a bead with one side.
  ///
  /// Taking costs as normal about 1 for strangers and 0.4 for translations, with a deviation of 0.2
  /// for both, the log-likelihood ratio is 15 (0.7 - cost). Costs are held within 0.1 and 1.1, so
  /// that no single bead outvotes all other evidence.
  float gain(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const;

  /// One for each side that has segments without a vector: how many.
  const std::vector<Message>& warnings() const { return warnings_; }

 private:
  EmbeddedSide source_;
  EmbeddedSide target_;
  std::vector<Message> warnings_;
};

}  // namespace cotejo
