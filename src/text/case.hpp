/// @file  Lower case that keeps accents, as stemmers want it.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Valid UTF-8 only: the text in lower case, code point by code point.
std::string lower_case(std::string_view text);

}  // namespace cotejo
