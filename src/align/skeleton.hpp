/// @file  The skeleton: pairs of segments that rare terms tie together, chained, and the band
/// around them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.hpp"
#include "align/terms.hpp"

namespace cotejo {

/// A pair of segments that is very likely inside one bead.
struct Tie {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0.0F;
};

/// The heaviest chain of ties that rises on both sides. A tie is a pair of segments that are
/// each other's best match by terms rare on both sides; one wrong tie can't bend the chain, for
/// it would cost all the right ones beside it.
std::vector<Tie> find_ties(const Terms& terms);

/// The nodes worth looking at: everything when the sides are short; else rectangles between
/// neighbouring ties, with a margin, and a strip along the diagonal where a gap is too large for
/// its rectangle. Linear in the segments.
Band find_band(const Terms& terms);

}  // namespace cotejo
