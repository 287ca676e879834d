#include "review/report/markup.hpp"

#include <cstdint>

#include "foreign/icu_locale.hpp"
#include "review/report/places.hpp"

namespace cotejo {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char byte : text) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += byte;
    }
  }
  return out;
}

std::string sentence(const Message& message, const Reader& reader) {
  Message out{escaped(reader.translate(message.text)), {}};
  for (const std::string& argument : message.arguments) {
    out.arguments.push_back("<bdi>" + escaped(harmless(argument)) + "</bdi>");
  }
  return english(out);
}

std::string language_attributes(const std::string& tag) {
  const char* direction = tag.empty() ? "auto" : is_right_to_left(tag) ? "rtl" : "ltr";
  return " lang=\"" + escaped(harmless(tag)) + "\" dir=\"" + direction + '"';
}

std::string policy_hash(std::string_view hex_digits) {
  constexpr std::string_view base64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto value = [](char digit) {
    return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  };
  std::string out;
  // Three hex digits are two of base 64; a sum of 256 bits ends in one and a third.
  std::string digits(hex_digits);
  const std::size_t padding = (3 - digits.size() % 3) % 3;
  digits.append(padding, '0');
  for (std::size_t i = 0; i < digits.size(); i += 3) {
    const std::uint32_t bits =
        (value(digits[i]) << 8) | (value(digits[i + 1]) << 4) | value(digits[i + 2]);
    out += {base64[bits >> 6], base64[bits & 63]};
  }
  while (out.size() * 6 > hex_digits.size() * 4 + 5) out.pop_back();
  while (out.size() % 4 != 0) out += '=';
  return "'sha256-" + out + '\'';
}

}  // namespace cotejo
