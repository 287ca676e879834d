/// @file  The band: which cells of the lattice are looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cotejo {

/// Nodes (i, j) of the lattice, 0 <= i <= source segments and 0 <= j <= target segments: for each i
/// the j in [low[i], high[i]]. Both ends never fall from one row to the next, (0, 0) and (n, m) are
/// in, and neighbouring rows overlap, so that a path through the band exists.
struct Band {
  std::vector<std::uint32_t> low;
  std::vector<std::uint32_t> high;
  std::vector<std::size_t> offset;  ///< number of nodes in the rows before

  bool holds(std::size_t i, std::size_t j) const {
    return i < low.size() && low[i] <= j && j <= high[i];
  }
  std::size_t at(std::size_t i, std::size_t j) const { return offset[i] + (j - low[i]); }
  std::size_t nodes() const { return offset.back(); }
  std::size_t rows() const { return low.size(); }
};

/// Every node.
Band full_band(std::size_t source_segments, std::size_t target_segments);

/// Widens `low` and `high` until they keep what a band promises, and fills `offset`.
void settle(Band& band, std::size_t target_segments);

}  // namespace cotejo
