/// @file  All checks of a bead.
#pragma once

#include "review/check.hpp"

namespace cotejo {

/// What may be wrong in a bead that has both sides, but for what needs no judge: see find_marks.
/// Measures converted well are neutral findings.
Suspicions inspect(const Pairing& pairing, const Knowing& known, std::vector<Finding>& neutral);

}  // namespace cotejo
