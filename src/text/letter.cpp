#include "text/letter.hpp"

#include <utf8proc.h>

namespace cotejo {

Letter letter(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Letter::lower;
    if (c >= 'A' && c <= 'Z') return Letter::upper;
    if (c >= '0' && c <= '9') return Letter::digit;
    return Letter::none;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Letter::upper;
    case UTF8PROC_CATEGORY_LL:
      return Letter::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Letter::other;
    case UTF8PROC_CATEGORY_ND:
      return Letter::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Letter::mark;
    default:
      return Letter::none;
  }
}

}  // namespace cotejo
