/// @file  What kinds and severities are called for people, and what the kinds mean.
#pragma once

#include <vector>

#include "cotejo/review.hpp"

namespace cotejo {

/// All kinds, in their order.
const std::vector<FindingKind>& all_kinds();

/// "Doubled word"
Message title(FindingKind kind);
Message title(Severity severity);

/// One sentence on what is looked for.
Message about(FindingKind kind);

}  // namespace cotejo
