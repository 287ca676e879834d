/// @file  Setting what differs in a source text into its translation.
#pragma once

#include "cotejo/memory.hpp"
#include "memory/distance.hpp"

namespace cotejo {

/// Fills in what differs between `text` and the unit's source, and the adapted target. A number
/// is set in where the target has the old one, whatever its marks; a name, which is a word with a
/// capital in both sources, where the target has it letter by letter.
void explain(Match& match, const Tokened& text);

}  // namespace cotejo
