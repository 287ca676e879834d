#include "align/habits.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "align/sides.hpp"

namespace cotejo {

using testing::side_of;

TEST_CASE("a long text teaches which of its words go together", "[align]") {
  std::vector<std::string> english;
  std::vector<std::string> spanish;
  std::vector<Bead> ladder;
  for (std::size_t s = 0; s < 150; ++s) {
    const bool god = s % 3 == 0;
    const std::string number = std::to_string(s);
    english.push_back((god ? "Wexqual saw " : "Somebody saw ") + number);
    spanish.push_back((god ? "Tirofez vio " : "Alguien vio ") + number);
    ladder.push_back({{s, s + 1}, {s, s + 1}, 0.9, {}});
  }
  Terms terms =
      find_terms(side_of(english, "en"), side_of(spanish, "es"), Dictionary::shipped("en", "es"));
  const std::uint32_t name = terms.source.of(0)[0].type;
  CHECK(terms.links[name].empty());
  learn_links(ladder, terms);
  REQUIRE(terms.links[name].size() == 1);
  CHECK(terms.links[name][0].type == terms.target.of(0)[0].type);
  CHECK(terms.source.types[name].postings.size() == 50);
}

TEST_CASE("a short text teaches no words", "[align]") {
  const std::vector<std::string> english(20, "Wexqual came.");
  const std::vector<std::string> spanish(20, "Tirofez vino.");
  std::vector<Bead> ladder;
  for (std::size_t s = 0; s < english.size(); ++s)
    ladder.push_back({{s, s + 1}, {s, s + 1}, 1, {}});
  Terms terms =
      find_terms(side_of(english, "en"), side_of(spanish, "es"), Dictionary::shipped("en", "es"));
  const std::vector<Link> before = terms.links[terms.source.of(0)[0].type];
  learn_links(ladder, terms);
  CHECK(terms.links[terms.source.of(0)[0].type].size() == before.size());
}

}  // namespace cotejo
