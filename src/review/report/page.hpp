/// @file  The report's style and script, as src/review/page holds them.
#pragma once

#include <string_view>

namespace cotejo {

std::string_view report_style();
std::string_view report_script();
std::string_view report_style_sha256();  ///< in hex digits
std::string_view report_script_sha256();

}  // namespace cotejo
