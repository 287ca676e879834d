/// @file  Text in one form: line feeds, no control characters, NFC.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/origin.hpp"

namespace cotejo {

enum class LineEnds : std::uint8_t {
  any,      ///< LF, CRLF, CR, VT, FF, NEL, U+2028, U+2029
  newline,  ///< LF, CRLF and, where the text has no LF, CR; the others become spaces
};

/// Valid UTF-8 only: the text with line feeds for line ends and without other control characters
/// than tabs, which `lost` counts. Nothing when it is so already.
std::optional<Rewritten> clean(std::string_view text, LineEnds ends = LineEnds::any);

/// Valid UTF-8 only: the text in NFC. Nothing when it is so already. Linear: hundreds of combining
/// marks on one letter are put in order piece by piece.
std::optional<Rewritten> to_nfc(std::string_view text);

}  // namespace cotejo
