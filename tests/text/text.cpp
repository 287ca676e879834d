#include "cotejo/text.hpp"

#include <catch2/catch_test_macros.hpp>

namespace cotejo {

TEST_CASE("comparison keys ignore case and accents but keep ñ", "[text]") {
  CHECK(fold("Ángela") == "angela");
  CHECK(fold("AÑO") == "año");
  CHECK(fold("año") != fold("ano"));
  CHECK(fold("“U.S.” — 3\u00A0%") == "\"u.s.\" - 3 %");
  CHECK(fold("Straße ﬁn") == "strasse fin");
}

TEST_CASE("words know their place and how they are written", "[text]") {
  const std::string_view text = "La OTAN, four-year año 3.5";
  const std::vector<Word> found = words(text);
  REQUIRE(found.size() == 7);
  CHECK(slice(text, found[1].span) == "OTAN");
  CHECK(found[0].written == Case::capitalised);
  CHECK(found[1].written == Case::upper);
  CHECK(found[2].written == Case::lower);
  CHECK(slice(text, found[4].span) == "año");
  CHECK(found[5].numeric);
}

TEST_CASE("validity stops at the first byte that is not UTF-8", "[text]") {
  CHECK(valid_utf8_prefix("año") == 4);
  CHECK(valid_utf8_prefix("a\xF1o") == 1);
  CHECK(valid_utf8_prefix("\xED\xA0\x80") == 0);
  CHECK(valid_utf8_prefix("\xC0\x80") == 0);
  CHECK(valid_utf8_prefix("x\xE2\x82") == 1);
}

TEST_CASE("code points read the same forwards and backwards", "[text]") {
  const std::string_view text = "a¿€😀";
  std::u32string forward;
  for (std::size_t at = 0; at < text.size();) forward += next_code_point(text, at);
  std::u32string backward;
  for (std::size_t at = text.size(); at > 0;) backward += previous_code_point(text, at);
  CHECK(forward == U"a¿€😀");
  CHECK(std::u32string(backward.rbegin(), backward.rend()) == forward);
}

}  // namespace cotejo
