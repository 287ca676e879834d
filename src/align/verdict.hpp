/// @file  What a ladder says of the two sides as a whole.
#pragma once

#include "cotejo/align.hpp"

namespace cotejo {

/// Adds a warning for an empty side, for sides that seem to be no translations of each other, and
/// for a long part that has no counterpart.
void warn_of_parts(const Side& source, const Side& target, Alignment& alignment);

}  // namespace cotejo
