/// @file  The commands: each does what it was asked for or throws Error.
#pragma once

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace cotejo {

void run(const PageCommand& command, const Console& console);
void run(const AlignCommand& command, const Console& console);
void run(const SegmentCommand& command, const Console& console);
void run(const AnchorsCommand& command, const Console& console);
void run(const TrainCommand& command, const Console& console);
void run(const MemoryCommand& command, const Console& console);
void run(const LexiconCommand& command, const Console& console);

/// The exit status: 1 where findings are graver than allowed, else 0.
int run(const ReviewCommand& command, const Console& console);

}  // namespace cotejo
