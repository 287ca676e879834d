#include "text/decode.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/text.hpp"
#include "foreign/icu_charset.hpp"

namespace cotejo {
namespace {

struct Read {
  std::string encoding;
  std::string text;
  Origin origin;
};

Read read(std::string_view bytes, const std::string& encoding = "") {
  const auto decoded = decode(bytes, encoding);
  REQUIRE(decoded);
  if (!decoded->text) return {decoded->encoding, std::string(bytes.substr(decoded->mark)), {}};
  return {decoded->encoding, decoded->text->text, decoded->text->origin};
}

/// UTF-8 of the Basic Multilingual Plane to UTF-16 without a mark.
std::string utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

/// UTF-8 to a one-byte encoding, by trying all bytes.
std::string encode(std::string_view text, const std::string& encoding) {
  std::string all(256, '\0');
  for (std::size_t i = 0; i < 256; ++i) all[i] = static_cast<char>(i);
  std::size_t at = 0;
  Converter::Piece piece;
  Converter::open(encoding)->read(all, at, piece);
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    for (std::size_t k = 0; k < piece.units.size(); ++k) {
      if (piece.units[k] == c) {
        bytes += static_cast<char>(piece.begins[k]);
        break;
      }
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("a byte order mark decides, even against what was asked for", "[decode]") {
  CHECK(read("\xEF\xBB\xBF"
             "año")
            .text == "año");
  CHECK(read("\xEF\xBB\xBF"
             "año",
             "windows-1252")
            .encoding == "UTF-8");
  CHECK(read("\xFF\xFE" + utf16("¿Sí?", false)).text == "¿Sí?");
  CHECK(read("\xFE\xFF" + utf16("¿Sí?", true)).text == "¿Sí?");
  CHECK(read("\xFE\xFF" + utf16("¿Sí?", true)).encoding == "UTF-16BE");
  CHECK(read(std::string_view("\xFF\xFE\0\0a\0\0\0", 8)).text == "a");
}

TEST_CASE("UTF-16 without a mark is known by its NULs", "[decode]") {
  for (const bool big_endian : {false, true}) {
    const std::string_view text = "El niño compró 3.500 «libros» — y “nada” más.";
    CHECK(read(utf16(text, big_endian)).text == text);
    CHECK(read(utf16("Hola, ¿qué tal?", big_endian)).text == "Hola, ¿qué tal?");
    std::string russian;
    for (int i = 0; i < 9; ++i) russian += "Быстрая лисица и ленивый пёс. ";
    CHECK(read(utf16(russian, big_endian)).text == russian);
  }
  CHECK(read(std::string_view("Hola\0 mundo", 11)).encoding == "UTF-8");
}

TEST_CASE("a Western text without a mark is read as what it was written in", "[decode]") {
  // Lost otherwise: the euro sign, the quotes, or every accent.
  const std::string_view spanish = "El año pasado costó 20 €, dijo el médico. ¿Quién pagará más?";
  CHECK(read(encode(spanish, "windows-1252")).text == spanish);
  CHECK(read(encode(spanish, "windows-1252")).encoding == "windows-1252");
  CHECK(read(encode(spanish, "ISO-8859-15")).text == spanish);
  CHECK(read(encode(spanish, "ISO-8859-15")).encoding == "ISO-8859-15");
  const std::string_view quoted = "She said “it’s late” — and left… El «niño» también.";
  CHECK(read(encode(quoted, "windows-1252")).text == quoted);
  const std::string_view french = "Le cœur de la sœur a coûté 3 €.";
  CHECK(read(encode(french, "ISO-8859-15")).text == french);
  const std::string_view old = "La canción del niño sonó después en el jardín, según él.";
  CHECK(read(encode(old, "macintosh")).text == old);
  CHECK(read(encode(old, "IBM850")).text == old);
}

TEST_CASE("a few accents are not taken for Chinese", "[decode]") {
  for (const std::string_view text :
       {"Año", "¿Sí?", "¡Olé!", "¿Qué? ¡Él!", "él", "Ñandú", "café", "Aún así, ¿cómo está?",
        "País Vasco: 1º, 2ª", "½ litro", "naïve", "à la carte", "«¡Ésa!»", "Ávila"}) {
    CHECK(read(encode(text, "windows-1252")).text == text);
  }
}

TEST_CASE("texts full of other letters are left to ICU's detector", "[decode]") {
  std::string russian;
  for (int i = 0; i < 5; ++i) russian += "Сегодня в городе открылась новая библиотека для детей. ";
  CHECK(read(encode(russian, "windows-1251")).text == russian);
  CHECK(read(encode(russian, "KOI8-R")).text == russian);
  std::string polish;
  for (int i = 0; i < 5; ++i)
    polish += "Mąż i żona się śmieją, a dziecko śpi w łóżku już od godziny. ";
  CHECK(read(encode(polish, "ISO-8859-2")).text == polish);
}

TEST_CASE("bytes that nothing fits are still read", "[decode]") {
  CHECK(decode("\xBF\xFF\xFF", ""));
  CHECK(decode(std::string_view("\xBF\xFF\xFF\0\0\0\0\0\0\0\xED[\n", 13), ""));
}

TEST_CASE("what the user names is taken, under any of its names", "[decode]") {
  CHECK(read("a\xF1o", "latin1").text == "año");
  CHECK(read("\x93hi\x94", "iso-8859-1").text ==
        "“hi”");  // Windows' quotes in what is called Latin-1
  CHECK(read("a\xA4o", "IBM850").text == "año");
  CHECK(read("a\xC3\xB1o", "utf8").text == "año");
  CHECK(read(utf16("año", true), "UTF-16BE").text == "año");
  CHECK(read(utf16("año", false), "UTF-16").text == "año");
  CHECK(!decode("x", "klingon"));
}

TEST_CASE("one broken byte does not turn a UTF-8 article into mojibake", "[decode]") {
  const Read damaged = read("Año, niño, café, más, así, qué \xE9 y está");
  CHECK(damaged.encoding == "UTF-8");
  CHECK(damaged.text == "Año, niño, café, más, así, qué \uFFFD y está");
  CHECK(read("\xEF\xBB\xBF"
             "a\xC3")
            .text == "a\uFFFD");
}

TEST_CASE("every character leads back to its bytes", "[decode]") {
  const std::string source = "\xFF\xFE" + utf16("¿Sí… a€?", false);
  const Read decoded = read(source);
  std::size_t unit = 0;
  for (std::size_t at = 0; at < decoded.text.size(); ++unit) {
    CHECK(source_offset(decoded.origin, at) == 2 + 2 * unit);
    next_code_point(decoded.text, at);
  }
  CHECK(source_offset(decoded.origin, decoded.text.size()) == source.size());
}

TEST_CASE("characters that a piece of the conversion cuts in two stay whole", "[decode]") {
  std::string text = "x";
  for (int i = 0; i < 40000; ++i) text += "漢";
  std::string source = "\xFF\xFE" + utf16(text, false);
  source += std::string("\x3D\xD8\x00\xDE", 4);  // U+1F600 by surrogates
  const Read decoded = read(source);
  CHECK(decoded.text == text + "😀");
  CHECK(source_offset(decoded.origin, text.size()) == source.size() - 4);
  CHECK(source_offset(decoded.origin, 1 + 3 * 30000) == 2 + 2 * 30001);
}

}  // namespace cotejo
