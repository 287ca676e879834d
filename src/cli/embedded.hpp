/// @file  The compiled catalogues, carried inside the program.
#pragma once

#include <string_view>

namespace cotejo {

/// lexicons/po/es.po as msgfmt compiled it.
std::string_view spanish_catalogue();

}  // namespace cotejo
