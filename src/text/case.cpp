#include "text/case.hpp"

#include <utf8proc.h>

#include "cotejo/text.hpp"

namespace cotejo {

std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      lower += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
      ++at;
    } else {
      append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(
                             static_cast<utf8proc_int32_t>(next_code_point(text, at)))));
    }
  }
  return lower;
}

}  // namespace cotejo
