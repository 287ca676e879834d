/// @file  What kind of letter a code point is, as words and sentences need to know it.
#pragma once

#include <cstdint>

namespace cotejo {

enum class Letter : std::uint8_t { none, other, lower, upper, digit, mark };

/// Any scalar value: its kind. ASCII is answered without a table look-up; `other` is a letter
/// without case, `mark` a combining mark, `none` everything that is no part of a word.
Letter letter(char32_t c);

}  // namespace cotejo
