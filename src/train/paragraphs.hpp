/// @file  Made-up paragraphs, so that blocks are learned from gold that has none.
#pragma once

#include <utility>

#include "cotejo/train.hpp"

namespace cotejo {

/// Whether some block holds more than one segment.
bool blocks_tell(const Side& side);

/// Both sides with paragraphs that end at one gold bead in four, as a rule on both sides; the same
/// ladder gives the same paragraphs.
std::pair<Side, Side> with_paragraphs(const Lesson& lesson);

}  // namespace cotejo
