/// @file  The date that files are given.
#pragma once

#include <ctime>

namespace cotejo {

/// SOURCE_DATE_EPOCH (reproducible-builds.org), else now. Throws Error where that is no date.
std::time_t chosen_date();

}  // namespace cotejo
