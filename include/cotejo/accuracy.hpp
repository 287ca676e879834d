/// @file  How good ladders are, held against those that people made.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "cotejo/align.hpp"

namespace cotejo {

/// What was found, what is there, and what is both.
struct Tally {
  std::size_t both = 0;
  std::size_t found = 0;
  std::size_t there = 0;

  /// Harmonic mean of precision and recall, 0 to 1; 0 where there is nothing.
  double f1() const;
};

/// The field's figures, pooled over all ladders added. A bead with text on both sides is right when
/// both its sides are exactly those of gold (Vecalign's strict score); an insertion or deletion
/// when gold has it too, wherever it stands.
class Accuracy {
 public:
  /// Both ladders must tile the same two sides.
  void add(const std::vector<Bead>& found, const std::vector<Bead>& gold);

  Tally strict;  ///< beads with text on both sides
  Tally link;    ///< pairs of segments that share a bead
  Tally null;    ///< segments without a counterpart
  Tally many;    ///< beads with text on both sides that are not 1-1

  /// Expected calibration error of the confidences, 0 to 1, ten bins of equal width.
  double calibration_error() const;
  /// The chance that a right bead has a higher confidence than a wrong one (area under the curve);
  /// 0.5 where there are no right or no wrong ones.
  double ranking() const;

 private:
  std::vector<std::pair<double, bool>> confidences_;  // and whether the bead was right
};

}  // namespace cotejo
