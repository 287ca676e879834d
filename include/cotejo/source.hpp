/// @file  Where a file being read comes from.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

namespace cotejo {

/// Puts the next bytes of a file being read at the front of `room`, and says how many; 0 at the
/// end, and only there. What it throws reaches the caller of the reader, which then reads no more.
using Source = std::function<std::size_t(std::span<char> room)>;

}  // namespace cotejo
