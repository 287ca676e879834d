/// @file  `cotejo review --serve`: the editions in a browser, to be put right.
#pragma once

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cotejo/review_config.hpp"

namespace cotejo {

/// What the command wants of a review, from its file and its options.
ReviewConfig review_config(const ReviewCommand& command);

/// Serves until it is interrupted.
void run_editor(const ReviewCommand& command, const Console& console);

}  // namespace cotejo
