/// @file  Realigning: what nobody has confirmed is laid side by side anew.
#pragma once

#include "cotejo/project.hpp"

namespace cotejo {

/// Each run of rows between confirmed ones, or the ends, is aligned by itself. A row that comes out
/// as it was stays as it is; of the others, bookmarks and marks for review stay with their words.
Change realign(const ProjectState& state, const Aligner& aligner);

}  // namespace cotejo
