/// @file  The lattice of all ladders: their scores, the posterior of each bead, and the ladder to
/// choose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

/// What a manner of translating adds to a step's score, and its own log-odds.
struct Tilt {
  std::vector<float> steps;
  double prior = 0.0;
};

/// Forward-backward under each tilt, mixed: turns scores into the posterior probabilities of the
/// arcs (in place; `no_arc` becomes 0).
void posteriors(const Band& band, Arcs& arcs, std::span<const Tilt> tilts);

/// Narrows the band of a long text to the nodes near which the posteriors lie.
void narrow(Band& band, const Arcs& posteriors);

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
