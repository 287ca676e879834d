/// @file  What Vecalign does to a line of overlaps.
#pragma once

#include <cstddef>
#include <string_view>

namespace cotejo {

/// Valid UTF-8 only: the first 10,000 code points of a text. No encoder sees more of it.
std::string_view cut_line(std::string_view text);

}  // namespace cotejo
