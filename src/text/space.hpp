/// @file  White space of layout: what a text editor or a line wrap may have put in or changed.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Spaces, tabs and line ends. Typographic spaces (no-break, thin) are the author's and don't
/// count.
constexpr bool is_layout_space(char byte) { return byte == ' ' || ('\t' <= byte && byte <= '\r'); }

/// Any bytes: appends `text` with each run of layout space made one space.
inline void append_squeezed(std::string& out, std::string_view text) {
  bool inside = false;
  for (const char byte : text) {
    const bool space = is_layout_space(byte);
    if (!space) out += byte;
    if (space && !inside) out += ' ';
    inside = space;
  }
}

}  // namespace cotejo
