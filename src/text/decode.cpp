#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "cotejo/text.hpp"
#include "foreign/icu_charset.hpp"
#include "text/charset.hpp"

namespace cotejo {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr std::array<ByteOrderMark, 5> byte_order_marks{{
    {std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
    {std::string_view("\xFE\xFF", 2), "UTF-16BE"},
}};

/// UTF-8 with U+FFFD for each run of bytes that are none.
Rewritten repair(std::string_view bytes) {
  constexpr std::string_view replacement = "\uFFFD";
  Rewritten out;
  OriginBuilder origin;
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t good = valid_utf8_prefix(bytes.substr(at));
    out.text += bytes.substr(at, good);
    origin.append(good, at);
    at += good;
    if (at == bytes.size()) break;
    std::size_t bad = 1;  // and the continuation bytes that its lead was cut off from
    while (at + bad < bytes.size() &&
           (static_cast<unsigned char>(bytes[at + bad]) & 0xC0) == 0x80) {
      ++bad;
    }
    out.text += replacement;
    origin.append(replacement.size(), at, replacement.size(), bad);
    at += bad;
    ++out.lost;
  }
  out.origin = origin.take();
  return out;
}

/// Whether broken UTF-8 is still UTF-8: many characters beyond ASCII are whole in the neighbourhood
/// of the first that is not.
bool is_mostly_utf8(std::string_view bytes, std::size_t first_broken) {
  constexpr std::size_t reach = 1 << 20;
  const std::size_t begin = first_broken - std::min(first_broken, reach);
  bytes = bytes.substr(begin, 2 * reach);
  std::size_t whole = 0;
  std::size_t broken = 0;
  const auto is_lead = [](char c) { return static_cast<unsigned char>(c) >= 0xC2; };
  for (std::size_t at = 0; at < bytes.size(); ++at, ++broken) {
    const std::string_view good = bytes.substr(at, valid_utf8_prefix(bytes.substr(at)));
    whole += static_cast<std::size_t>(std::count_if(good.begin(), good.end(), is_lead));
    at += good.size();
    if (at >= bytes.size()) break;
  }
  return whole > 4 * broken;
}

Rewritten convert(Converter converter, std::string_view bytes) {
  Rewritten out;
  OriginBuilder origin;
  out.text.reserve(bytes.size());
  Converter::Piece piece;
  // A character's size is known when the next one begins.
  char32_t pending = 0;
  std::size_t pending_begin = 0;
  bool has_pending = false;
  const auto flush = [&](std::size_t end) {
    if (!has_pending) return;
    const std::size_t before = out.text.size();
    const bool lone = pending >= 0xD800 && pending < 0xE000;
    append_utf8(out.text, lone ? U'\uFFFD' : pending);
    out.lost += lone || pending == U'\uFFFD';
    const std::size_t size = out.text.size() - before;
    origin.append(size, pending_begin, size, end - pending_begin);
  };
  for (std::size_t at = 0; converter.read(bytes, at, piece), !piece.units.empty();) {
    for (std::size_t i = 0; i < piece.units.size(); ++i) {
      const char32_t unit = piece.units[i];
      const bool is_trail = unit >= 0xDC00 && unit < 0xE000;
      if (is_trail && has_pending && pending >= 0xD800 && pending < 0xDC00) {
        pending = 0x10000 + ((pending - 0xD800) << 10) + (unit - 0xDC00);
        continue;
      }
      flush(piece.begins[i]);
      pending = unit;
      pending_begin = piece.begins[i];
      has_pending = true;
    }
  }
  flush(bytes.size());
  out.origin = origin.take();
  return out;
}

/// Latin-1's name is used for Windows-1252, which differs only where Latin-1 has control
/// characters; UTF-16 without a mark or a pattern is little-endian.
std::optional<Converter> open_as_meant(const std::string& name, std::string_view bytes) {
  auto converter = Converter::open(name);
  if (!converter) return std::nullopt;
  const std::string registered = converter->name();
  if (registered == "ISO-8859-1" || registered == "US-ASCII")
    return Converter::open("windows-1252");
  if (registered == "UTF-16") {
    const std::string guess = guess_utf16(bytes);
    return Converter::open(guess.empty() ? "UTF-16LE" : guess);
  }
  return converter;
}

Decoded decode_utf8(std::string_view bytes, std::size_t mark) {
  const std::string_view text = bytes.substr(mark);
  if (valid_utf8_prefix(text) == text.size()) return {"UTF-8", mark};
  Rewritten repaired = repair(text);
  if (mark > 0) repaired.origin = compose(repaired.origin, repaired.text.size(), {{0, mark, 1, 1}});
  return {"UTF-8", 0, std::move(repaired)};
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes, const std::string& encoding) {
  std::optional<Converter> told = encoding.empty() ? std::nullopt : open_as_meant(encoding, bytes);
  if (!encoding.empty() && !told) return std::nullopt;
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.encoding == std::string_view("UTF-8")) return decode_utf8(bytes, mark.bytes.size());
    Rewritten text = convert(*Converter::open(mark.encoding), bytes.substr(mark.bytes.size()));
    for (OriginStep& step : text.origin) step.source += mark.bytes.size();
    return Decoded{mark.encoding, 0, std::move(text)};
  }
  if (told) {
    const std::string name = told->name();
    if (name == "UTF-8") return decode_utf8(bytes, 0);
    return Decoded{name, 0, convert(std::move(*told), bytes)};
  }
  std::string guess = guess_utf16(bytes);
  if (guess.empty()) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    if (valid == bytes.size()) return Decoded{"UTF-8"};
    if (is_mostly_utf8(bytes, valid)) return decode_utf8(bytes, 0);
    guess = guess_charset(bytes);
  }
  std::optional<Converter> converter = Converter::open(guess);
  const std::string name = converter->name();
  return Decoded{name, 0, convert(std::move(*converter), bytes)};
}

}  // namespace cotejo
