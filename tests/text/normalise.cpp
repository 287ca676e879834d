#include "text/normalise.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/text.hpp"

namespace cotejo {

TEST_CASE("all line ends become line feeds", "[normalise]") {
  const auto cleaned = clean("a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h\n");
  REQUIRE(cleaned);
  CHECK(cleaned->text == "a\nb\nc\nd\ne\nf\ng\nh\n");
  CHECK(cleaned->lost == 0);
  CHECK(!clean("a\n\tb"));
}

TEST_CASE("where lines are numbered only newlines count", "[normalise]") {
  CHECK(clean("a\r\nb\u2028c\rd\n", LineEnds::newline)->text == "a\nb c d\n");
  CHECK(clean("a\rb\r", LineEnds::newline)->text == "a\nb\n");
}

TEST_CASE("control characters go, are counted, and leave the way back exact", "[normalise]") {
  const std::string source("a\0b\x1F\x7F\u0096ñ\u200Dc\x08", 14);
  const auto cleaned = clean(source);
  REQUIRE(cleaned);
  CHECK(cleaned->text == "abñ\u200Dc");
  CHECK(cleaned->lost == 5);
  CHECK(source_offset(cleaned->origin, 0) == 0);
  CHECK(source_offset(cleaned->origin, 1) == 2);
  CHECK(source_offset(cleaned->origin, 2) == source.find("ñ"));
  CHECK(source_offset(cleaned->origin, 7) == source.find('c'));
}

TEST_CASE("letters typed as letter and accent are made one", "[normalise]") {
  CHECK(!to_nfc("año, “x” — 漢 ½"));
  const std::string source = "an\u0303o cafe\u0301, A\u030A\u0323!";
  const auto composed = to_nfc(source);
  REQUIRE(composed);
  CHECK(composed->text == "año café, Ạ\u030A!");
  CHECK(source_offset(composed->origin, composed->text.find("ñ")) == 1);
  CHECK(source_offset(composed->origin, composed->text.find("café")) == source.find("cafe"));
  CHECK(source_offset(composed->origin, composed->text.find('!')) == source.find('!'));
}

TEST_CASE("letters are composed across the pieces a long text is worked in", "[normalise]") {
  for (const std::size_t before : {1022u, 1023u, 1024u, 1048574u, 1048575u, 1048576u}) {
    const std::string source = "n\u0303" + std::string(before, 'x') + "n\u0303y";
    const auto composed = to_nfc(source);
    REQUIRE(composed);
    CHECK(composed->text == "ñ" + std::string(before, 'x') + "ñy");
    CHECK(source_offset(composed->origin, composed->text.size() - 1) == source.size() - 1);
  }
}

TEST_CASE("a mountain of combining marks takes no mountain of time", "[normalise]") {
  std::string marks = "a";
  for (int i = 0; i < 200000; ++i) marks += "\u0301\u0316";
  const auto composed = to_nfc(marks);
  REQUIRE(composed);
  CHECK(valid_utf8_prefix(composed->text) == composed->text.size());
}

TEST_CASE("the way back leads through two stages", "[normalise]") {
  // Windows-1252 "a\x93\r\nb": decoded, then cleaned.
  const Origin decoded{{0, 0, 1, 1}, {1, 1, 3, 1}, {4, 2, 1, 1}};
  const auto cleaned = clean("a“\r\nb");
  REQUIRE(cleaned);
  const Origin origin = compose(cleaned->origin, cleaned->text.size(), decoded);
  CHECK(source_offset(origin, 0) == 0);
  CHECK(source_offset(origin, 1) == 1);
  CHECK(source_offset(origin, 2) == 1);
  CHECK(source_offset(origin, 4) == 3);
  CHECK(source_offset(origin, 5) == 4);
}

}  // namespace cotejo
