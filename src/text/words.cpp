#include <utf8proc.h>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

enum class Letter : std::uint8_t { none, other, lower, upper, digit, mark };

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

}  // namespace

std::vector<Word> words(std::string_view text, std::size_t offset) {
  std::vector<Word> found;
  std::size_t begin = 0;
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool open = false;
  Letter first = Letter::none;
  const auto close = [&](std::size_t end) {
    if (!open) return;
    const Case written = upper >= 2 && upper == letters ? Case::upper
                         : first == Letter::upper       ? Case::capitalised
                                                        : Case::lower;
    found.push_back({{offset + begin, offset + end}, written, first == Letter::digit});
    open = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const Letter kind = letter(next_code_point(text, at));
    if (kind == Letter::none || (kind == Letter::mark && !open)) {
      close(here);
      continue;
    }
    if (!open) {
      open = true;
      begin = here;
      letters = upper = 0;
      first = kind;
    }
    letters += kind == Letter::lower || kind == Letter::upper || kind == Letter::other;
    upper += kind == Letter::upper;
  }
  close(text.size());
  return found;
}

}  // namespace cotejo
