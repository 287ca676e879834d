/// @file  Moved passages, as rows have them.
#pragma once

#include "cotejo/align.hpp"

namespace cotejo {

/// A bead of one side alone that lies in that side of the passage.
bool is_end_of(const Bead& moved, const Bead& bead);

}  // namespace cotejo
