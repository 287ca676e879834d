#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

#include "cotejo/error.hpp"
#include "cotejo/lexicon.hpp"
#include "lexicon/name_table.hpp"

namespace cotejo {
namespace {

constexpr std::string_view written =
    "# Names made up for the test.\n"
    "key\tkind\ten\tes\n"
    "us\tplace\tUS|U.S.|United States\tEE. UU.|Estados Unidos\n"
    "who\torganisation\tWHO|World Health Organization\tOMS\n"
    "kp\tplace\tNorth Korea\tCorea del Norte\n"
    "korea\tplace\tKorea\tCorea\n"
    "gw\tplace\tGuinea-Bissau\tGuinea-Bisáu\n"
    "ci\tplace\tCôte d'Ivoire\tCosta de Marfil\n"
    "st-petersburg\tplace\tSt. Petersburg|St Petersburg\tSan Petersburgo\n"
    "security-council\torganisation\tUN Security Council\tConsejo de Seguridad de la ONU\n"
    "pope\ttitle\tpope\tpapa\n"
    "prime-minister\ttitle\tprime minister\tprimer ministro|primera ministra\n"
    "ua\tdemonym\tUkrainian\tucraniano|ucraniana\n"
    "pl\tdemonym\tPolish\tpolaco\n"
    "language-pl\tterm\tPolish\tpolaco\n"
    "fi\tdemonym\tFinnish\tfin\u00E9s\n"
    "senator\ttitle\tsenator|Sen.\tsenador\n"
    "march-11\tevent\t11-M\t11-M\n";

constexpr std::string_view generated =
    "key\tkind\ten\tes\n"
    "city-korea\tplace\tKorea\tCorea\n"
    "us\tplace\tUnited States of America\tEstados Unidos de América\n";

NameTable table(std::string_view language) {
  return NameTable(language, std::array{written}, generated);
}

/// The keys met in a text, longest first at each place, with a space between.
std::string keys(const NameTable& names, std::string_view text) {
  const std::vector<Word> found = words(text);
  std::string line;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const NameMatch& match : names.names_at(text, found, i)) {
      if (!line.empty()) line += ' ';
      line += match.key;
    }
  }
  return line;
}

}  // namespace

TEST_CASE("a name has the same key in every language, the longer reading first", "[lexicon]") {
  CHECK(keys(table("en"), "North Korea said") == "kp korea");
  CHECK(keys(table("es"), "dijo Corea del Norte") == "kp korea");
  CHECK(keys(table("es-US"), "los ucranianos y la ucraniana") == "ua");
  CHECK(keys(table("fr"), "Corea del Norte").empty());
}

TEST_CASE("capitals in the table ask for capitals in the text", "[lexicon]") {
  const NameTable en = table("en");
  CHECK(keys(en, "they told us, and the US") == "us");
  CHECK(keys(en, "who asked the WHO?") == "who");
  CHECK(keys(en, "korea, Korea, KOREA") == "korea korea");
  CHECK(keys(en, "the Prime Minister, a prime minister") == "prime-minister prime-minister");
  CHECK(keys(en, "the Un security council").empty());
  CHECK(keys(en, "the UN security council") == "security-council");
  CHECK(keys(en, "it is 11 m long, after 11-M") == "march-11");
}

TEST_CASE("the capital that opens a sentence makes no name of common words", "[lexicon]") {
  const NameTable es = table("es");
  CHECK(keys(es, "Corea del norte de Asia. \u00ABCorea del Norte\u00BB").starts_with("korea kp"));
  CHECK(keys(es, "en la Corea del norte") == "kp korea");
  CHECK(keys(es, "EE. UU. no").starts_with("us"));
}

TEST_CASE("a headline in capitals is no place to find acronyms", "[lexicon]") {
  CHECK(keys(table("en"), "THEY TOLD US ABOUT NORTH KOREA") == "kp korea");
}

TEST_CASE("between the words of a name stands what its form allows", "[lexicon]") {
  const NameTable en = table("en");
  const NameTable es = table("es");
  CHECK(keys(es, "EE. UU., EE UU, EE.UU. y EE.\u00A0UU.") == "us us us us");
  CHECK(keys(en, "the U.S. and the U. S.") == "us us");
  CHECK(keys(en, "U S").empty());
  CHECK(keys(en, "the N.U.S. met").empty());
  CHECK(keys(en, "the U.S.B. port").empty());
  CHECK(keys(en, "Guinea Bissau, Guinea\u2011Bissau") == "gw gw");
  CHECK(keys(en, "C\u00F4te d\u2019Ivoire, Cote d'Ivoire") == "ci ci");
  CHECK(keys(en, "St. Petersburg") == "st-petersburg");
  CHECK(keys(en, "North\nKorea") == "kp korea");
  CHECK(keys(en, "Sen. Coons, Amartya Sen") == "senator");
  CHECK(keys(en, "the North. Korea said") == "korea");
  CHECK(keys(en, "the North, Korea") == "korea");
  CHECK(keys(en, "the North\n\nKorea") == "korea");
  CHECK(keys(en, "North - Korea") == "korea");
}

TEST_CASE("accents tell ordinary words apart, not names", "[lexicon]") {
  CHECK(keys(table("es"), "su papá vio al papa") == "pope");
  CHECK(keys(table("es"), "a fines de abril, un finés") == "fi");
  CHECK(keys(table("es"), "UN FINES EN BISAU") == "fi");
  CHECK(keys(table("es"), "GUINEA-BISAU") == "gw");
}

TEST_CASE("what is written by hand wins over what is generated", "[lexicon]") {
  CHECK(keys(table("en"), "Korea") == "korea");
  CHECK(keys(table("en"), "the United States of America") == "us us");
}

TEST_CASE("names with two meanings have both, in the order of their kinds", "[lexicon]") {
  const std::string_view text = "Polish";
  const std::vector<Word> found = words(text);
  const std::vector<NameMatch> matches = table("en").names_at(text, found, 0);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].kind == NameKind::demonym);
  CHECK(matches[1].kind == NameKind::term);
}

TEST_CASE("any text and any table can be looked at", "[lexicon]") {
  const NameTable broken(
      "en", std::array<std::string_view, 1>{"key\tkind\ten\n\t\t\nx\n|\tplace\t|"}, "nothing");
  CHECK(keys(broken, "x").empty());
  CHECK(table("en").names_at("", {}, 0).empty());
  std::string north;
  for (int i = 0; i < 20'000; ++i) north += "North ";
  CHECK(keys(table("en"), north).empty());
}

TEST_CASE("a language without tables has its names from ICU", "[lexicon]") {
  const auto key = [](std::string_view language, std::string_view text) {
    const std::vector<Word> found = words(text);
    const Lexicon lexicon = Lexicon::shipped(language);  // the keys live as long as it does
    const std::vector<NameMatch> matches = lexicon.names_at(text, found, 0);
    return matches.empty() ? std::string() : std::string(matches[0].key);
  };
  CHECK(key("fr", "Ukraine") == "ua");
  CHECK(key("fr-CA", "Allemagne") == "de");
  CHECK(key("de", "Vereinigte Staaten") == "us");
  CHECK(key("es", "Ucrania") == "ua");
  CHECK(key("en-GB", "Ukraine") == "ua");
  CHECK(key("", "Ukraine").empty());
  CHECK(key("tlh", "Ukraine").empty());
  CHECK_THROWS_AS(Lexicon::shipped("no such tag"), Error);
}

TEST_CASE("one lexicon serves many threads", "[lexicon]") {
  const Lexicon lexicon = Lexicon::shipped("es");
  const std::string_view text = "Ucrania";
  const std::vector<Word> found = words(text);
  std::array<std::size_t, 4> matches{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : matches) {
      threads.emplace_back([&] { count = lexicon.names_at(text, found, 0).size(); });
    }
  }
  CHECK(std::count(matches.begin(), matches.end(), 0U) == 0);
}

}  // namespace cotejo
