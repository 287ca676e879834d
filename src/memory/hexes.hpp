/// @file  Hashes as they are written, read back.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cotejo/unit.hpp"

namespace cotejo {

/// The hash that hex() wrote; nothing for any other text.
inline std::optional<std::uint64_t> from_hex(std::string_view text) {
  if (text.size() != 16) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      value = value << 4 | static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value = value << 4 | static_cast<std::uint64_t>(c - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

}  // namespace cotejo
