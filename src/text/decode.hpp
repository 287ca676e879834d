/// @file  Bytes of any encoding to UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/origin.hpp"

namespace cotejo {

struct Decoded {
  std::string encoding;             ///< "UTF-8", "windows-1252", ...
  std::size_t mark = 0;             ///< size of a UTF-8 byte order mark
  std::optional<Rewritten> text{};  ///< nothing: the bytes after the mark are the text
};

/// Any bytes. Decides by byte order mark, then `encoding` (an ICU name, where not empty), then
/// UTF-16's pattern of NULs, valid UTF-8, and the look of the bytes (see charset.hpp). UTF-8 with a
/// few broken sequences among many good ones stays UTF-8, with U+FFFD for those. Nothing when no
/// encoding has that name.
std::optional<Decoded> decode(std::string_view bytes, const std::string& encoding);

}  // namespace cotejo
