/// @file  What a review looks at: two editions that are aligned, or pairs that are aligned already.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cotejo/align.hpp"
#include "cotejo/review.hpp"

namespace cotejo {

/// Both sides, how they go together, and what is known of their languages.
struct ReviewInput {
  Side source;
  Side target;
  std::vector<Bead> beads;
  std::vector<Bead> moved;
  std::optional<Verdict> verdict;  ///< nothing for pairs: nobody looked for counterparts
  std::vector<std::size_t> lines;  ///< of pairs: see Report::lines
  Lexicon source_lexicon;
  Lexicon target_lexicon;
  Dictionary dictionary;
};

/// Reads and aligns what the command names; says its warnings.
ReviewInput read_review_input(const ReviewCommand& command, const Console& console);

}  // namespace cotejo
