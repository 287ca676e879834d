/// @file  The lattice of all ladders: their scores, the posterior of each bead, and the ladder to
/// choose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// The number of segments a bead takes from each side.
struct Step {
  std::uint8_t source = 0;
  std::uint8_t target = 0;
};

/// The steps of a lattice with at most so many segments on a side of a bead, 1-0 and 0-1 first.
std::vector<Step> steps(std::size_t most_per_side);

constexpr float no_arc = -1e30F;

/// Arc k of node (i, j) is the bead that begins there and takes steps[k]; `no_arc` where it leaves
/// the lattice.
struct Arcs {
  std::vector<Step> steps;
  std::vector<float> scores;  ///< [node * steps.size() + k], log domain

  float& at(std::size_t node, std::size_t k) { return scores[node * steps.size() + k]; }
  float at(std::size_t node, std::size_t k) const { return scores[node * steps.size() + k]; }
};

/// Forward-backward: turns scores into the posterior probabilities of the arcs (in place; `no_arc`
/// becomes 0). Returns the log of the partition sum.
double posteriors(const Band& band, Arcs& arcs);

/// What decoding trades.
struct DecodeOptions {
  double threshold = 0.45;  ///< a bead is worth its posterior less this
  double null_share = 0.4;  ///< an unaligned segment is worth this share
  double least = 0.02;  ///< below this posterior an arc is worth nothing better than its absence
};

/// The ladder of greatest expected worth under the posteriors. A null's posterior is summed over
/// the places it can stand.
std::vector<Bead> decode(const Band& band, const Arcs& posteriors, const DecodeOptions& options);

}  // namespace cotejo
