#include "text/blank.hpp"

#include <utf8proc.h>

#include "cotejo/text.hpp"

namespace cotejo {

bool is_combining(char32_t c) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  if (c == U'\u200B' || c == U'\uFEFF' || c == U'\u0085') return true;
  const auto kind = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL ||
         kind == UTF8PROC_CATEGORY_ZP;
}

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    std::size_t next = span.begin;
    if (!is_blank(next_code_point(text, next))) break;
    span.begin = next;
  }
  while (!span.empty()) {
    std::size_t before = span.end;
    if (!is_blank(previous_code_point(text, before))) break;
    span.end = before;
  }
  return span;
}

}  // namespace cotejo
