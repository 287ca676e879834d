/// @file  JSON put down at once as text: as a tree, thousands of rows would cost several times
/// more.
#pragma once

#include <charconv>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cotejo/text.hpp"

namespace cotejo {

/// Bytes that aren't UTF-8 become replacement characters.
inline std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Any bytes, see dump().
inline void put_string(std::string& out, std::string_view text) {
  bool plain = valid_utf8_prefix(text) == text.size();
  for (const char c : text) {
    plain = plain && static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  }
  if (plain) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += dump(text);
  }
}

/// A finite number, in the fewest digits that read as the same one.
template <typename Number>
void put_number(std::string& out, Number number) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

inline void put_bool(std::string& out, bool value) { out += value ? "true" : "false"; }

/// "[...]" of what `put` writes of each.
template <typename List, typename Put>
void put_list(std::string& out, const List& list, const Put& put) {
  out += '[';
  bool first = true;
  for (const auto& one : list) {
    if (!first) out += ',';
    first = false;
    put(one);
  }
  out += ']';
}

}  // namespace cotejo
