/// @file  UTF-8 text: validity, normal form, comparison keys, words, language.
///
/// Every function says in its first line whether it takes any bytes or valid UTF-8 only. Positions
/// are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

/// Any bytes: the offset of the first byte that is not valid UTF-8 (surrogates and overlong forms
/// are not), or the size.
std::size_t valid_utf8_prefix(std::string_view bytes);

/// Valid UTF-8 only: the code point that begins at `at`; moves `at` behind it. `at` must be less
/// than the size.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Valid UTF-8 only: the code point that ends before `at`; moves `at` to its begin. `at` must not
/// be 0.
char32_t previous_code_point(std::string_view text, std::size_t& at);

/// Appends the UTF-8 form of a scalar value.
void append_utf8(std::string& text, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t code_points(std::string_view text);

/// Columns that valid UTF-8 takes on a terminal (utf8proc's widths; East Asian wide = 2, combining
/// = 0).
std::size_t display_width(std::string_view text);

/// Valid UTF-8 only: a key for comparing words, case folded and with accents off, but ñ kept:
/// "Ángela" and "angela" are equal, "año" and "ano" are not. Typographic quotes and dashes become
/// their ASCII forms. Never used as output.
std::string fold(std::string_view text);

/// How a word is written, as tables of names need to know it.
enum class Case : std::uint8_t { lower, capitalised, upper };

/// A word: a run of letters, digits and marks, inner apostrophes and hyphens not included
/// ("four-year" is two).
struct Word {
  Span span;
  Case written = Case::lower;  ///< `capitalised`: first letter upper case; `upper`: two letters or
                               ///< more, all upper case
  bool numeric = false;        ///< begins with a digit
};

/// Valid UTF-8 only: the words of a text in order. Positions are offset by `offset`, so that the
/// words of a segment can keep the document's positions.
std::vector<Word> words(std::string_view text, std::size_t offset = 0);

/// What a text seems to be written in.
struct LanguageGuess {
  std::string
      language;  ///< "es", "en", another ISO 639-1 code, or empty when nothing speaks for any
  double confidence = 0.0;  ///< 0 to 1
};

/// Valid UTF-8 only: the language of a text, from the frequent words and letters of each. Looks at
/// the first 64 KiB.
LanguageGuess detect_language(std::string_view text);

}  // namespace cotejo
