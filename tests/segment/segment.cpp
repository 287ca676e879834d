#include "cotejo/segment.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

#include "segment/cut.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

void check_all(const std::string& language, const std::vector<Cut>& cases) {
  for (const Cut& row : cases) {
    INFO(row.what);
    CHECK(cut(language, row.text) == row.text);
  }
}

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// Segments lie in their blocks in order, and only white space lies between them.
void check_tiling(const Document& document, const std::vector<Segment>& segments) {
  std::size_t at = 0;
  std::size_t block = 0;
  for (const Segment& one : segments) {
    REQUIRE(one.span.begin >= at);
    REQUIRE(!one.span.empty());
    REQUIRE(one.block >= block);
    REQUIRE(one.block < document.blocks.size());
    REQUIRE(document.blocks[one.block].span.holds(one.span));
    REQUIRE(is_white(slice(document.text, {at, one.span.begin})));
    const std::string_view text = slice(document.text, one.span);
    REQUIRE(text.find_first_of(" \t\n") != 0);
    REQUIRE(text.find_last_of(" \t\n") != text.size() - 1);
    at = one.span.end;
    block = one.block;
  }
  REQUIRE(is_white(std::string_view(document.text).substr(at)));
}

}  // namespace

TEST_CASE("citations and notes stay with the sentence they stand behind", "[segment]") {
  check_all("en",
            {
                {"behind a space", "Rain fell all week. [12]| The river rose. [3] [4]| It fell."},
                {"without a space", "Rain fell all week.[12]| The river rose.[3]–[5]| It fell."},
                {"superscript", "Rain fell all week.¹²| The river rose."},
                {"superscript lost", "Rain fell all week.12| The river rose."},
                {"lost, apart", "Rain fell all week. 4| Even though it was dry before."},
                {"omission", "Rain fell all week. […]| The river rose."},
            });
}

TEST_CASE("a dialogue dash opens a sentence, but not behind ? before who says it", "[segment]") {
  check_all("es", {
                      {"speaker", "—¿Vas a salir? —se preguntó en voz alta.| Nadie dijo nada."},
                      {"turn", "Lo dijo su madre.| — ¿A quién?| — A ti."},
                      {"quoted turn", "—“Me voy.”| —“¿Adónde?”| —“A casa.”"},
                      {"dateline", "Subió el paro.| 9 de mayo. - El Senado aprobó la ley."},
                      {"agency", "LIMA. — El río creció."},
                  });
  check_all("en", {{"who said it", "“Nothing lasts.” — Ann Miller"}});
}

TEST_CASE("a name is not cut at its title or initials", "[segment]") {
  check_all("es", {
                      {"lower case", "Vino el sr. Gómez con la dra. Paz y el prof. d. Luis Gil."},
                      {"initials", "Lo firmó J. R. Ortiz.| Nadie lo leyó."},
                      {"no-break spaces", "Los EE.\u00A0UU. y los JJ.\u00A0OO. de Roma.| Fin."},
                  });
  check_all("en", {
                      {"initials", "W. H. Harris and Gen. Lucy T. Moss met Sen. Hill."},
                      {"end", "It was due to vitamin C.| The doctor knew."},
                  });
}

TEST_CASE("an abbreviation before a figure ends nothing", "[segment]") {
  check_all("es", {{"page", "Véase la pág. 10, núm. 3, art. 5 y cap. IV del t. II."}});
  check_all("en", {{"dates", "It ran from Oct. 1 to Dec. 24.| See No. 5, Figs. 3 and 4, ca. 1600."},
                   {"the word", "He said no.| I believed him."},
                   {"brackets", "Ann Lee (b. March 3, 1911) wrote it."}});
}

TEST_CASE("a quotation goes on with who said it", "[segment]") {
  check_all("en", {{"I", "\"Has it a name?\" I ask.| \"It has!\" Ann Lee cried."},
                   {"another sentence", "\"Has it a name?\"| He did not answer."},
                   {"interjection", "\"Well... I was young.\"| \"So were we.\""}});
  check_all("es", {{"¿y…?", "¿De dónde vienes? ¿y adónde vas?| Dímelo."},
                   {"…¡", "Se había dormido… ¡estaba tan cansada!| Nadie la despertó."}});
}

TEST_CASE("careless writing is cut all the same", "[segment]") {
  check_all("en", {
                      {"lower case", "we liked the soup.| the bread was cold.| i paid and left"},
                      {"no space", "The room was fine.|The food was not."},
                      {"emoticon", "Great soup! :-)| We shall be back :)| Try the bread."},
                      {"emoji", "What a day 😜| Tomorrow we rest."},
                      {"ornament", "Thank you for all.| ***| See you soon."},
                      {"address", "We were pleased.| http://example.org"},
                      {"handle", "We were pleased.| @anna knows why"},
                      {"names", "They use Yahoo! and Node.js at Acme Corp. every day."},
                  });
}

TEST_CASE("a line end inside a paragraph is white space", "[segment]") {
  check_all("es", {{"title", "Habló el Sr.\nLópez ante\ntodos.|\nNadie\nrió.\n\nOtro párrafo"}});
}

TEST_CASE("the sentences of our own articles are found as their gold has them", "[segment]") {
  const auto read = [](const std::string& name) {
    std::ifstream file(std::string(COTEJO_TEST_DATA) + "/" + name);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  for (const std::string stem : {"news", "interview", "opinion"}) {
    for (const std::string language : {"en", "es"}) {
      const Document document = paragraphs(read(stem + "." + language + ".txt"));
      std::vector<std::string> found;
      for (const Segment& one : segment(document, Lexicon::shipped(language)))
        append_squeezed(found.emplace_back(), slice(document.text, one.span));
      std::istringstream gold(read(stem + "." + language + ".sents"));
      std::size_t sentences = 0;
      for (std::string line; std::getline(gold, line); ++sentences) {
        INFO(line);
        CHECK(std::find(found.begin(), found.end(), line) != found.end());
      }
      CHECK(sentences > 20);
    }
  }
}

TEST_CASE("languages without lists are cut by ICU", "[segment]") {
  check_all("ja", {{"ideographic", "彼は来た。|私は行った！|本当ですか？|はい。"}});
  check_all("hi", {{"danda", "वह आया।| मैं गया।| ठीक है?| हाँ।"}});
  check_all("el", {{"question mark", "Τι κάνεις;| Καλά."}});
  check_all("fr", {{"spaced marks", "« Il dort. »| Elle rit."}});
  CHECK_NOTHROW(cut("", "One. Two."));
}

TEST_CASE("segments tile their blocks, whatever the text", "[segment]") {
  const std::vector<std::string> pieces{"a", "A. ",  ".",    "? ",   "!",     "…",    "\" ", "»",
                                        " ", "\n",   "\n\n", "1) ",  "2. ",   "[1]",  "— ",  "• ",
                                        "¿", ":) ",  "😀",    "*** ", "。",    "EE. ", "Sr.", "é",
                                        "I", "http", "(",    ") ",   ". . .", "the "};
  unsigned seed = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text += pieces[(seed >> 8) % pieces.size()];
    }
    const Document document = paragraphs(text);
    INFO(text);
    check_tiling(document, segment(document, Lexicon::shipped("es")));
  }
}

TEST_CASE("a document without text has no segments", "[segment]") {
  CHECK(segment(Document{}, Lexicon::shipped("es")).empty());
  CHECK(segment_by_block(Document{}).empty());
}

TEST_CASE("by block every block is one segment", "[segment]") {
  const Document document = paragraphs("Uno. Dos.\n\nTres");
  const std::vector<Segment> segments = segment_by_block(document);
  REQUIRE(segments.size() == 2);
  CHECK(slice(document.text, segments[0].span) == "Uno. Dos.");
  CHECK(segments[1].block == 1);
}

TEST_CASE("long runs of one sign take linear time", "[segment]") {
  for (const std::string unit :
       {".", ". ", "a. ", "1) ", "• ", ":) ", "[", ".[1] ", "***** ", ". 1 "}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    INFO(unit);
    CHECK_NOTHROW(segment(paragraphs(text), Lexicon::shipped("en")));
  }
}

}  // namespace cotejo
