/// @file  `cotejo review --jsonl`: pairs of passages in, the same with their findings out.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "cotejo/review.hpp"

namespace cotejo {

struct ReviewFilterOptions {
  std::string file = "-";
  std::string output = "-";
  std::string source_language;  ///< empty: as each record says
  std::string target_language;
  ReviewOptions review;
};

/// Adds "findings" to lines of JSON with "source", "target" and, where the options don't name the
/// languages, "source_lang" and "target_lang". Each pair is one bead. Spans are bytes of what was
/// given.
void filter_reviews(const ReviewFilterOptions& options, const Console& console);

}  // namespace cotejo
