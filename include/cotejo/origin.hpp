/// @file  The way back from a text to the bytes it was made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

/// From `text` on, up to the next step, the text is a run of units of `text_unit` bytes, each made
/// of `source_unit` bytes of the source, the first of which begins at `source`.
///
///     source  FF FE  S 00  í 00  ! 00        UTF-16: a mark, then two bytes a character
///     text           S     í     !           UTF-8: í is two bytes
///     steps         {0,2,1,2} {1,4,2,2} {3,6,1,2}
///
/// Units of 1 and 1 are copied bytes. What NFC rewrote is one unit as a whole. Bytes of the source
/// that no step covers were dropped: byte order marks, control characters.
struct OriginStep {
  std::size_t text = 0;
  std::size_t source = 0;
  std::uint32_t text_unit = 1;
  std::uint32_t source_unit = 1;
  friend constexpr bool operator==(const OriginStep&, const OriginStep&) = default;
};

/// Steps in order of their text, the first at 0; empty when every byte was copied in its place.
using Origin = std::vector<OriginStep>;

/// The source offset of a text offset: the begin of the unit where it falls inside one. O(log n).
std::size_t source_offset(const Origin& origin, std::size_t text_offset);

/// The source bytes that a span of text was made of: what was dropped or rewritten behind it, such
/// as the CR of a line end, is no part of it. O(log n).
Span source_span(const Origin& origin, Span text);

}  // namespace cotejo
