#include <utf8proc.h>

#include "cotejo/text.hpp"

namespace cotejo {

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  const std::size_t size = bytes.size();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&](std::size_t i) { return i < size && (byte(i) & 0xC0) == 0x80; };
  while (at < size) {
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
      ++at;
    } else if (lead >= 0xC2 && lead < 0xE0) {
      if (!continues(at + 1)) return at;
      at += 2;
    } else if (lead >= 0xE0 && lead < 0xF0) {
      if (!continues(at + 1) || !continues(at + 2)) return at;
      if (lead == 0xE0 && byte(at + 1) < 0xA0) return at;   // overlong
      if (lead == 0xED && byte(at + 1) >= 0xA0) return at;  // surrogate
      at += 3;
    } else if (lead >= 0xF0 && lead < 0xF5) {
      if (!continues(at + 1) || !continues(at + 2) || !continues(at + 3)) return at;
      if (lead == 0xF0 && byte(at + 1) < 0x90) return at;   // overlong
      if (lead == 0xF4 && byte(at + 1) >= 0x90) return at;  // beyond U+10FFFF
      at += 4;
    } else {
      return at;
    }
  }
  return size;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (lead < 0xE0) {
    at += 2;
    return (lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  }
  if (lead < 0xF0) {
    at += 3;
    return (lead & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return (lead & 0x07) << 18 | (byte(at - 3) & 0x3F) << 12 | (byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  std::size_t read = at;
  return next_code_point(text, read);
}

void append_utf8(std::string& text, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += static_cast<std::size_t>(
        utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, at))));
  }
  return width;
}

}  // namespace cotejo
