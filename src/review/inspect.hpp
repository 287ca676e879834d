/// @file  All checks of a bead.
#pragma once

#include "review/check.hpp"

namespace cotejo {

/// What may be wrong in a bead that has both sides; neutral findings go to `neutral`.
Suspicions inspect(const Wording& source, Range source_segments, const Wording& target,
                   Range target_segments, const Knowing& known, std::vector<Finding>& neutral);

}  // namespace cotejo
