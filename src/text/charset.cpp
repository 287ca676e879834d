#include "text/charset.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "foreign/icu_charset.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

constexpr std::size_t sample_size = 65536;
constexpr std::size_t dense_sample_size = 8000;  // what ICU's detector looks at

unsigned char byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// What one encoding makes of each byte.
using Table = std::array<char32_t, 256>;

Table table_of(const char* name) {
  Table table{};
  auto converter = Converter::open(name);
  std::string all(256, '\0');
  for (std::size_t i = 0; i < 256; ++i) all[i] = static_cast<char>(i);
  std::size_t at = 0;
  Converter::Piece piece;
  converter->read(all, at, piece);
  for (std::size_t i = 0; i < piece.units.size(); ++i) table[piece.begins[i]] = piece.units[i];
  return table;
}

bool is_cased(char32_t c) {
  const Letter kind = letter(c);
  return kind == Letter::lower || kind == Letter::upper;
}

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// How well the character at `i` fits between its neighbours in a Western European text, Spanish or
/// English above all.
int fit(std::string_view bytes, std::size_t i, const Table& table) {
  const auto at = [&](std::size_t k) {
    return k < bytes.size() ? table[static_cast<unsigned char>(bytes[k])] : U' ';
  };
  const char32_t before = at(i - 1);  // i = 0 wraps round to U' '
  const char32_t c = at(i);
  const char32_t after = at(i + 1);
  const bool left = is_cased(before);
  const bool right = is_cased(after);
  const bool inside = left && right;
  const bool alone = !left && !right;
  if (c < 0xA0 || c == U'\uFFFD') return -4;
  if (is_cased(c) && !is_in(c, U"ªº")) {
    const bool upper = letter(c) == Letter::upper;
    const bool capital_next = letter(after) == Letter::upper;
    if (upper && letter(before) == Letter::lower) return -2;
    if (!upper && capital_next) return -2;
    if (upper && capital_next && letter(at(i + 2)) == Letter::lower) return -2;
    if (alone) return is_in(c, U"áéóúàèòÁÉÓÚÀÈÒ") ? 1 : -1;
    if (is_in(c, U"áéíóúüñÁÉÍÓÚÜÑ")) return 3;
    return is_in(c, U"àèòçâêîôûäöëïœæßãõåøÀÈÒÇÂÊÎÔÛÄÖÅØŒÆ") ? 2 : 0;
  }
  if (c == U'’') return 2;
  if (is_in(c, U"¿¡“«‘‹„‚")) return !left && right ? 3 : inside ? -1 : 1;
  if (is_in(c, U"”»›")) return !right ? 3 : -1;
  if (is_in(c, U"—–…")) return inside ? 1 : 2;
  if (is_in(c, U"ªº°")) return right ? -1 : 2;
  if (is_in(c, U"€£")) return is_digit(before) || is_digit(after) || alone ? 2 : -1;
  if (is_in(c, U"·•©®™½¼¾×±§\u00A0")) return inside && c != U'·' ? -1 : 1;
  return -1;
}

struct Fit {
  int sum = 0;
  int characters = 0;
};

Fit fit(std::string_view bytes, const char* encoding) {
  const Table table = table_of(encoding);
  Fit total;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    total.sum += fit(bytes, i, table);
    ++total.characters;
  }
  return total;
}

std::string guess_western(std::string_view sample) {
  std::string best = "windows-1252";
  int best_sum = fit(sample, "windows-1252").sum;
  if (const Fit latin9 = fit(sample, "ISO-8859-15"); latin9.sum > best_sum) {
    best = "ISO-8859-15";
    best_sum = latin9.sum;
  }
  // Rare nowadays: they must fit very much better.
  for (const char* name : {"macintosh", "IBM850"}) {
    const Fit other = fit(sample, name);
    if (other.sum > best_sum + 2 * other.characters) {
      best = name;
      best_sum = other.sum;
    }
  }
  return best;
}

/// The neighbourhoods of bytes beyond ASCII, so that one late accent is in the sample too.
std::string dense_sample(std::string_view bytes) {
  constexpr std::size_t reach = 40;
  std::string sample;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < bytes.size() && sample.size() < dense_sample_size; ++at) {
    if (!is_high(bytes[at])) continue;
    const std::size_t begin = std::max(taken, at - std::min(at, reach));
    if (begin > taken) sample += '\n';
    taken = std::min(bytes.size(), at + reach);
    sample += bytes.substr(begin, taken - begin);
    at = taken - 1;
  }
  return sample;
}

bool decodes_without_fault(const std::string& name, std::string_view bytes) {
  auto converter = Converter::open(name);
  if (!converter) return false;
  Converter::Piece piece;
  std::size_t faults = 0;
  for (std::size_t at = 0; converter->read(bytes, at, piece), !piece.units.empty();) {
    faults += static_cast<std::size_t>(std::count(piece.units.begin(), piece.units.end(), 0xFFFD));
  }
  return faults <= 1 + bytes.size() / 1000;  // the sample's end may cut a character
}

}  // namespace

std::string guess_utf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0 || bytes.size() < 8) return {};
  bytes = bytes.substr(0, sample_size);
  const std::size_t units = bytes.size() / 2;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  const std::size_t high = zeros[1] >= zeros[0] ? 1 : 0;  // where the high bytes stand
  if (zeros[1 - high] * 20 > zeros[high]) return {};
  std::array<std::size_t, 256> pages{};
  std::size_t faults = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const unsigned char page = byte_at(bytes, i + high);
    const unsigned char low = byte_at(bytes, i + 1 - high);
    ++pages[page];
    faults +=
        page == 0 && (low < 0x09 || (low > 0x0D && low < 0x20) || (low >= 0x7F && low < 0xA0));
  }
  if (faults * 50 > units) return {};
  // Latin script lives on page 0; another alphabet has spaces there and its letters on one page.
  const std::size_t alphabet = *std::max_element(pages.begin() + 1, pages.end());
  const bool latin = pages[0] * 10 >= units * 7;
  const bool other =
      units >= 64 && pages[0] * 10 >= units && (pages[0] + alphabet) * 10 >= units * 9;
  if (!latin && !other) return {};
  return high == 1 ? "UTF-16LE" : "UTF-16BE";
}

std::string guess_charset(std::string_view bytes) {
  const auto first_high = std::find_if(bytes.begin(), bytes.end(), is_high);
  const auto offset = static_cast<std::size_t>(first_high - bytes.begin());
  const std::string_view stretch =
      bytes.substr(offset - std::min<std::size_t>(offset, 512), sample_size);
  const auto high =
      static_cast<std::size_t>(std::count_if(stretch.begin(), stretch.end(), is_high));
  const auto black = static_cast<std::size_t>(std::count_if(
      stretch.begin(), stretch.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
  if (high >= 16 && high * 10 >= black * 4) {
    for (const CharsetGuess& guess : guess_charsets(stretch)) {
      if (guess.confidence < 10) break;
      if (!guess.name.starts_with("UTF-") && decodes_without_fault(guess.name, stretch)) {
        return guess.name;
      }
    }
  }
  const std::string sample = dense_sample(bytes);
  CharsetGuess western;
  CharsetGuess other;
  for (const CharsetGuess& guess : guess_charsets(sample)) {
    const bool is_western = guess.name == "ISO-8859-1" || guess.name == "windows-1252";
    const bool is_other = guess.name == "ISO-8859-2" || guess.name == "windows-1250" ||
                          guess.name == "ISO-8859-9" || guess.name == "windows-1254";
    if (is_western && guess.confidence > western.confidence) western = guess;
    if (is_other && guess.confidence > other.confidence) other = guess;
  }
  const auto accents = std::count_if(sample.begin(), sample.end(), is_high);
  if (accents >= 8 && other.confidence >= 35 && other.confidence >= western.confidence + 15)
    return other.name;
  return guess_western(sample);
}

}  // namespace cotejo
