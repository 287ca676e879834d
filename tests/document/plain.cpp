#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cotejo/document.hpp"
#include "cotejo/text.hpp"

namespace cotejo {

using std::string_view_literals::operator""sv;

namespace {

std::string file(const std::string& name) {
  std::ifstream stream(std::string(COTEJO_TEST_DATA) + "/" + name, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string warnings(const Document& document) {
  std::string all;
  for (const Message& warning : document.warnings) all += english(warning) + "\n";
  return all;
}

}  // namespace

TEST_CASE("an empty document has no blocks and no complaint", "[document]") {
  for (const std::string_view bytes : {"", "\n\n", " \t\r\n", "\xEF\xBB\xBF", "\u00A0\n\u200B"}) {
    const Document document = read_document(bytes);
    CHECK(document.blocks.empty());
    CHECK(document.language.empty());
    CHECK(document.warnings.empty());
  }
}

TEST_CASE("the user hears of an encoding that had to be guessed, not of one that was named",
          "[document]") {
  ReadOptions options{.source = "nota.txt"};
  const Document guessed = read_document("El a\xF1o que viene.", options);
  CHECK(guessed.text == "El año que viene.");
  CHECK(guessed.encoding == "windows-1252");
  CHECK(warnings(guessed) == "nota.txt: not UTF-8; read as windows-1252\n");
  options.encoding = "windows-1252";
  CHECK(read_document("El a\xF1o que viene.", options).warnings.empty());
}

TEST_CASE("dropped control characters are counted", "[document]") {
  const Document document = read_document("Uno\0 y\x01 dos.\x02"sv);
  CHECK(document.text == "Uno y dos.");
  CHECK(warnings(document) == "-: control characters dropped: 3\n");
}

TEST_CASE("what is no text is refused by name", "[document]") {
  using Catch::Matchers::ContainsSubstring;
  const ReadOptions options{.source = "foto.jpg"};
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 5000; ++i)
    noise += static_cast<char>((state = state * 1103515245 + 12345) >> 16);
  CHECK_THROWS_WITH(read_document(noise, options), ContainsSubstring("foto.jpg: this is not text"));
  CHECK_THROWS_AS(read_document("\x89PNG\r\n\x1A\n" + noise), Error);
  CHECK_THROWS_AS(read_document(std::string(500, '\0')), Error);
  CHECK_THROWS_AS(read_document("%PDF-1.4\n1 0 obj"), Error);
  CHECK_THROWS_AS(read_document("{\\rtf1\\ansi Hola.}"), Error);
  CHECK_THROWS_AS(read_document("\x7F"
                                "ELF" +
                                std::string("\x02\x01\x01\0\0\0\0\0\0\0", 10)),
                  Error);
  ReadOptions unknown{.source = "a.txt", .encoding = "klingon"};
  CHECK_THROWS_WITH(read_document("a", unknown),
                    ContainsSubstring("a.txt: unknown encoding klingon"));
}

TEST_CASE("offsets lead back to the source through every change", "[document]") {
  // A mark, CRLF, a NUL, and an accent typed apart.
  const std::string source(
      "\xEF\xBB\xBF"
      "Uno.\r\n\r\nDo\0s cafe\u0301 y m\u00E1s."sv);
  const Document document = read_document(source);
  CHECK(document.text == "Uno.\n\nDos café y más.");
  for (const std::string_view piece : {"Uno", "Do", "caf", "y m", "más", "s."}) {
    CHECK(document.source_offset(document.text.find(piece)) == source.find(piece));
  }
  CHECK(document.source_offset(document.text.size()) == source.size());
  CHECK(read_document("plain").origin.empty());

  // A span ends with its own bytes: neither the CR behind "Uno." nor the NUL behind "Do" is in it.
  for (const std::string_view piece : {"Uno.", "Do", "más."}) {
    const std::size_t at = document.text.find(piece);
    CHECK(slice(source, document.source_span({at, at + piece.size()})) == piece);
  }
  const std::size_t cafe = document.text.find("café");
  CHECK(slice(source, document.source_span({cafe, cafe + 5})) == "cafe\u0301");
  CHECK(document.source_span({3, 3}).empty());
}

TEST_CASE("a saved web page is read, with a word about its tags", "[document]") {
  for (const std::string text : {"<!DOCTYPE html>\n<p>Hi.", "\n<HTML lang=en>", "<?xml version"}) {
    INFO(text);
    CHECK(warnings(read_document(text)).find("looks like HTML or XML") != std::string::npos);
  }
  CHECK(warnings(read_document("<3 is a heart. 1 < 2.")).empty());
}

TEST_CASE("numbered lines keep their numbers", "[document]") {
  // Parallel files of sentences fall out of step otherwise.
  const ReadOptions options{.paragraphs = Paragraphs::line, .plain_blocks = true};
  const Document document = read_document("One.\n\n  - two\u2028three \r\n\n> By Ann\n", options);
  REQUIRE(document.blocks.size() == 5);
  CHECK(slice(document.text, document.blocks[0].span) == "One.");
  CHECK(document.blocks[1].span.empty());
  CHECK(slice(document.text, document.blocks[2].span) == "- two three");
  CHECK(document.blocks[3].span.empty());
  CHECK(slice(document.text, document.blocks[4].span) == "> By Ann");
  for (const Block& block : document.blocks) CHECK(block.kind == BlockKind::paragraph);
  CHECK(read_document("\n\n", options).blocks.size() == 2);
  CHECK(read_document("a\nb", options).blocks.size() == 2);
}

TEST_CASE("the fixtures' blocks are those an editor sees", "[document]") {
  const auto kinds = [](const std::string& name) {
    std::string kinds;
    for (const Block& block : read_document(file(name)).blocks)
      kinds += cotejo::name(block.kind)[0];
    return kinds;
  };
  CHECK(kinds("news.en.txt") == "tdpphppphpphpp");
  CHECK(kinds("news.es.txt") == "tdpphppphpphpp");
  CHECK(kinds("opinion.en.txt") == "tdppppppp");
  CHECK(kinds("opinion.es.txt") == "tdppppppp");
  CHECK(kinds("interview.en.txt") == "tdppppphpppppppppppphpppppp");
  CHECK(kinds("interview.es.txt") == "tdppppphppppppppppppphpppppp");
}

TEST_CASE("the fixtures' languages are known, and may be overruled", "[document]") {
  CHECK(read_document(file("news.es.txt")).language == "es");
  CHECK(read_document(file("interview.en.txt")).language == "en");
  CHECK(read_document(file("news.es.txt"), {.language = "es-CL"}).language == "es-CL");
}

TEST_CASE("blocks lie in order, are trimmed and never overlap", "[document]") {
  for (const std::string name : {"news.es.txt", "interview.es.txt", "opinion.en.txt"}) {
    const Document document = read_document(file(name));
    std::size_t end = 0;
    for (const Block& block : document.blocks) {
      CHECK(block.span.begin >= end);
      CHECK(!block.span.empty());
      CHECK(slice(document.text, {end, block.span.begin}).find_first_not_of("\n ") ==
            std::string_view::npos);
      end = block.span.end;
    }
  }
}

}  // namespace cotejo
