/// @file  `cotejo review --serve`: the editions in a browser, to be put right.
#pragma once

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace cotejo {

/// Serves until it is interrupted.
void run_editor(const ReviewCommand& command, const Console& console);

}  // namespace cotejo
