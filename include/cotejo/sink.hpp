/// @file  Where a file being written goes.
#pragma once

#include <functional>
#include <string_view>

namespace cotejo {

/// Takes the next bytes of a file being written. What it throws reaches the caller of the writer,
/// which then writes no more.
using Sink = std::function<void(std::string_view)>;

}  // namespace cotejo
