#include "cotejo/terms.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

namespace cotejo {
namespace {

/// News of an invented country: a name, a phrase of one translation, one that has two.
TermFinder read() {
  TermFinder finder("es", "en");
  constexpr std::array verbs{std::pair{"anunció", "announced"}, std::pair{"negó", "denied"},
                             std::pair{"aplazó", "postponed"}, std::pair{"celebró", "praised"}};
  constexpr std::array things{std::pair{"la obra", "the work"}, std::pair{"el viaje", "the trip"},
                              std::pair{"la fiesta", "the party"},
                              std::pair{"la venta", "the sale"}, std::pair{"el pacto", "the deal"}};
  constexpr std::array leads{std::pair{"Ayer", "Yesterday"}, std::pair{"Luego", "Later"},
                             std::pair{"Hoy", "Today"}, std::pair{"Anoche", "Last night"},
                             std::pair{"Pronto", "Soon"}};
  std::size_t turn = 0;
  for (const auto& [verbo, verb] : verbs) {
    for (const auto& [cosa, thing] : things) {
      const auto& [cuando, when] = leads[(turn * 7 + turn / 5) % leads.size()];
      const std::string lead = std::string(cuando) + ' ';
      const std::string begin = std::string(when) + ' ';
      const char* const minister = ++turn % 3 == 0 ? "the treasury chief" : "the finance minister";
      finder.add(lead + "el ministro de Hacienda " + verbo + ' ' + cosa + '.',
                 begin + minister + ' ' + verb + ' ' + thing + '.');
      finder.add(lead + "la Casa Blanca " + verbo + ' ' + cosa + '.',
                 begin + "the White House " + verb + ' ' + thing + '.');
      finder.add(lead + "Zubrovia " + verbo + ' ' + cosa + '.',
                 begin + "Zubrowka " + verb + ' ' + thing + '.');
    }
  }
  return finder;
}

const TermCandidate* term(const std::vector<TermCandidate>& terms, std::string_view text) {
  for (const TermCandidate& one : terms) {
    if (one.text == text) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a memory's terms come with what they are translated as", "[learn]") {
  TermFinder finder = read();
  const std::vector<TermCandidate> terms = finder.find();
  CHECK(finder.find().size() == terms.size());
  const TermCandidate* const house = term(terms, "Casa Blanca");
  REQUIRE(house != nullptr);
  CHECK(house->name);
  CHECK(house->units == 20);
  REQUIRE(house->translations.size() == 1);
  CHECK(house->translations[0].text == "White House");
  CHECK(house->translations[0].units == 20);
  const TermCandidate* const country = term(terms, "Zubrovia");
  REQUIRE(country != nullptr);
  CHECK(country->name);
  CHECK(country->translations[0].text == "Zubrowka");
  CHECK(term(terms, "obra") == nullptr);    // a word is no term
  CHECK(term(terms, "Blanca") == nullptr);  // a part of one neither
}

TEST_CASE("a term that is translated in several ways is shown with each of them", "[learn]") {
  const std::vector<TermCandidate> terms = read().find({.least_ratio = 10});
  const TermCandidate* const minister = term(terms, "ministro de Hacienda");
  REQUIRE(minister != nullptr);
  CHECK(minister->varies());
  REQUIRE(minister->translations.size() == 2);
  CHECK(minister->translations[0].text == "finance minister");
  CHECK(minister->translations[0].units == 14);
  CHECK(minister->translations[1].text == "treasury chief");
  CHECK(minister->translations[1].units == 6);
}

TEST_CASE("a term keeps its hyphens", "[learn]") {
  TermFinder finder("es", "en");
  const std::vector<std::pair<std::string, std::string>> verbs{
      {"ganó", "won"}, {"perdió", "lost"}, {"jugó", "played"}, {"viajó", "travelled"}};
  for (const auto& [verbo, verb] : verbs) {
    for (const std::string day : {"1", "2", "3"}) {
      finder.add(verbo + " el Saint-Germain " + day, verb + " the Saint-Germain " + day);
      finder.add(verbo + " la casa " + day, verb + " the house " + day);
    }
  }
  const std::vector<TermCandidate> terms = finder.find({.least_ratio = 10});
  const TermCandidate* const club = term(terms, "Saint-Germain");
  REQUIRE(club != nullptr);
  CHECK(club->translations[0].text == "Saint-Germain");
}

TEST_CASE("no units, or units without words, have no terms", "[learn]") {
  TermFinder finder("es", "en");
  CHECK(finder.find().empty());
  finder.add("", "");
  finder.add("1 2 3", "...");
  CHECK(finder.units() == 2);
  CHECK(finder.find().empty());
}

}  // namespace cotejo
