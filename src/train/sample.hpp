/// @file  A piece of a gold ladder inside its lattice, as weights are fitted to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/lattice.hpp"
#include "align/measured.hpp"

namespace cotejo {

/// A run of beads between two nodes that gold names, and all the ways through the lattice between
/// these nodes that are not hopeless. Arcs that agree with gold are marked: those of its beads; any
/// order of insertions and deletions where it has some; everything inside a bead that the lattice
/// does not have.
struct Sample {
  struct Arc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Shape shape = Shape::null;
    bool gold = false;
  };
  std::uint32_t nodes = 0;         ///< from 0, where the piece begins, to nodes - 1, where it ends
  std::vector<Arc> arcs;           ///< by `from`, ascending; from < to
  std::vector<Features> features;  ///< of each arc
  std::size_t source_segments = 0;
  std::size_t target_segments = 0;
  double weight = 1.0;  ///< of each of its beads
};

/// The pieces of a ladder. Arcs are hopeless below a posterior of 1e-6.
std::vector<Sample> samples(const Measured& measured, const Arcs& posteriors,
                            const std::vector<Bead>& gold);

}  // namespace cotejo
