/// @file  Which encoding bytes are in that do not say so.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Any bytes: "UTF-16LE" or "UTF-16BE" where NULs at every other place give it away, else empty.
/// Looks at the first 64 KiB.
std::string guess_utf16(std::string_view bytes);

/// Bytes that are no UTF: an ICU name for them, "windows-1252" where nothing speaks for another.
///
/// Spanish and English hold few bytes beyond ASCII, and for such texts ICU's detector, which counts
/// byte pairs, takes a stray accent for Chinese. So it is asked only where such bytes abound, or
/// where it sees a language of Central Europe or Turkey; Western encodings are told apart by how
/// well each makes those bytes fit between their neighbours.
std::string guess_charset(std::string_view bytes);

}  // namespace cotejo
