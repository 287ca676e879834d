#include <utf8proc.h>

#include <array>
#include <string>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

/// The ASCII form of typographic marks, or 0.
char plain_mark(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'‛':
    case U'ʼ':
    case U'′':
      return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'″':
      return '"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return '-';
    case U'\u00A0':
    case U'\u2009':
    case U'\u202F':
      return ' ';
    default:
      return 0;
  }
}

void fold_beyond_ascii(std::string& key, char32_t c) {
  if (const char mark = plain_mark(c)) {
    key += mark;
    return;
  }
  if (c == U'ñ' || c == U'Ñ') {
    key += "ñ";
    return;
  }
  utf8proc_int32_t parts[32];
  int last_class = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_COMPAT |
                                     UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &last_class);
  for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i)
    append_utf8(key, static_cast<char32_t>(parts[i]));
}

/// Latin letters with marks are most of what isn't ASCII here, so they are folded beforehand.
constexpr char32_t first_latin = U'\u00C0';
constexpr char32_t last_latin = U'\u017F';
constexpr bool is_latin(char32_t c) { return c >= first_latin && c <= last_latin; }

std::array<std::string, last_latin - first_latin + 1> folded_latin() {
  std::array<std::string, last_latin - first_latin + 1> folded;
  for (char32_t c = first_latin; c <= last_latin; ++c)
    fold_beyond_ascii(folded[c - first_latin], c);
  return folded;
}

}  // namespace

std::string fold(std::string_view text) {
  static const auto latin = folded_latin();
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      key += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c == U'\u0303' && !key.empty() &&
        key.back() == 'n') {  // n + combining tilde, were it ever met
      key.back() = '\xC3';
      key += '\xB1';
      continue;
    }
    if (is_latin(c)) {
      key += latin[c - first_latin];
    } else {
      fold_beyond_ascii(key, c);
    }
  }
  return key;
}

}  // namespace cotejo
