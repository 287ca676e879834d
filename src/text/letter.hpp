/// @file  What kind of letter a code point is, as words and sentences need to know it.
#pragma once

#include <cstdint>

namespace cotejo {

enum class Letter : std::uint8_t { none, other, lower, upper, digit, mark };

/// Any scalar value: its kind. ASCII is answered without a table look-up; `other` is a letter
/// without case, `mark` a combining mark, `none` everything that is no part of a word.
Letter letter(char32_t c);

/// A code point, or a byte of UTF-8: whether it is one of 0 to 9.
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace cotejo
