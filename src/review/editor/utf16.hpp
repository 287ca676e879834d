/// @file  Positions as JavaScript counts them: UTF-16 units.
#pragma once

#include <cstddef>
#include <string_view>

namespace cotejo {

/// Valid UTF-8 only: units that the text takes in UTF-16.
constexpr std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    size += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
  }
  return size;
}

/// Valid UTF-8 only: the byte where this unit begins; a code point's first byte for its second
/// unit, the text's size for a unit behind the end.
constexpr std::size_t byte_of_utf16(std::string_view text, std::size_t unit) {
  std::size_t at = 0;
  std::size_t units = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    units += lead >= 0xF0 ? 2 : 1;
    if (units > unit) return at;
    at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
  return text.size();
}

}  // namespace cotejo
