/// @file  Lines of a file being read.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cotejo/source.hpp"

namespace cotejo {

/// Gives each line without its line end (LF or CRLF), a byte order mark left out, and its number
/// from 1. No more than a line is held. Throws Error for one of more than 64 MiB or that is not
/// UTF-8, and whatever `line` and the source throw.
void each_line(const Source& source, const std::string& name,
               const std::function<void(std::string_view line, std::size_t number)>& line);

}  // namespace cotejo
