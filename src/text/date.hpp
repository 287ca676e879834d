/// @file  Dates as files of translations carry them.
#pragma once

#include <ctime>
#include <string>

namespace cotejo {

/// YYYYMMDDThhmmssZ; years 1970 to 9999, which is what four digits hold.
std::string utc_date(std::time_t date);

}  // namespace cotejo
