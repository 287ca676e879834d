/// @file  How much the terms of two runs of segments speak for their saying the same, wherever in
/// the two documents they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/ratio.hpp"
#include "align/terms.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// Log-likelihood ratios of the segments of one side against short runs of the other. As the
/// lexical model's, but for any pair and not for the nodes of a band.
class Meeting {
 public:
  Meeting(const SideTerms& here, const SideTerms& there);

  /// Whether the terms of a segment are met in a run of one to `widest_bead` segments.
  double ratio(std::size_t segment, Range run) const;
  /// Terms of a segment that can tell something.
  std::size_t terms(std::size_t segment) const;
  /// Segments of the other side that meet the rarer terms of a segment, the best first.
  std::vector<std::uint32_t> likely(std::size_t segment);

 private:
  const SideTerms& here_;
  std::vector<Ratio> ratios_;   // by type
  std::vector<double> scores_;  // by segment of the other side; 0 between two calls of likely
};

}  // namespace cotejo
