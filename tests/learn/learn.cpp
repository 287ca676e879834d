#include "cotejo/learn.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/dictionary.hpp"
#include "cotejo/lexicon_tables.hpp"
#include "learn/model.hpp"

namespace cotejo {
namespace {

constexpr std::array nouns{std::pair{"house", "casa"},    std::pair{"horse", "caballo"},
                           std::pair{"bread", "pan"},     std::pair{"river", "río"},
                           std::pair{"bridge", "puente"}, std::pair{"letter", "carta"}};
constexpr std::array verbs{std::pair{"burned", "ardió"}, std::pair{"vanished", "desapareció"},
                           std::pair{"arrived", "llegó"}, std::pair{"waited", "esperó"}};

/// Every noun with every verb and another noun, so that only what translates it is always there.
Learner taught() {
  Learner learner("en-GB", "es");
  for (std::size_t i = 0; i < nouns.size(); ++i) {
    for (std::size_t k = 0; k < nouns.size(); ++k) {
      for (const auto& [verb, verbo] : verbs) {
        learner.add(std::string("The ") + nouns[i].first + " of the " + nouns[k].first + " " + verb,
                    std::string("El ") + nouns[i].second + " de " + nouns[k].second + " " + verbo);
      }
    }
  }
  return learner;
}

std::string best(const std::vector<LearnedWord>& words, std::string_view word) {
  for (const LearnedWord& one : words) {
    if (one.word == word) return one.translations.front().word;
  }
  return "";
}

std::string table(const LearnedFrom& from, const std::vector<LearnedWord>& words) {
  std::string out;
  write_words([&](std::string_view bytes) { out += bytes; }, from, words);
  return out;
}

}  // namespace

TEST_CASE("a memory teaches its words, and no others", "[learn]") {
  const Learner learner = taught();
  CHECK(learner.units() == 144);
  const std::vector<LearnedWord> words = learner.learn();
  CHECK(words.size() == nouns.size() + verbs.size());
  for (const auto& [english, spanish] : nouns) CHECK(best(words, english) == spanish);
  CHECK(best(words, "arrived") == "llegó");
  CHECK(best(words, "the").empty());
  for (const LearnedWord& word : words) {
    CHECK(word.translations.size() == 1);
    CHECK(word.translations[0].probability > 0.6);
    CHECK(word.translations[0].probability < 1);
  }
}

TEST_CASE("a word is learned in its commonest form, whatever its case", "[learn]") {
  Learner learner("en", "es");
  for (int i = 0; i < 30; ++i) {
    learner.add(i % 3 == 0 ? "A Dog" : "two dogs", i % 3 == 0 ? "Un perro" : "PERROS dos");
    learner.add("a cat", "un gato");
  }
  CHECK(best(learner.learn(), "dogs") == "perros");
}

TEST_CASE("without a list of function words the frequent ones are left out", "[learn]") {
  Learner learner("de", "fr");
  for (int i = 0; i < 40; ++i) {
    learner.add("der Hund", "le chien");
    for (int k = 0; k < 30; ++k) {
      learner.add("der wort" + std::string(1, static_cast<char>('a' + k % 26)) + "x",
                  "le mot" + std::string(1, static_cast<char>('a' + k % 26)) + "x");
    }
  }
  const std::vector<LearnedWord> words = learner.learn();
  CHECK(best(words, "hund") == "chien");
  CHECK(best(words, "der").empty());
}

TEST_CASE("nothing is learned from nothing", "[learn]") {
  Learner learner("en", "es");
  CHECK(learner.learn().empty());
  learner.add("", "algo");
  learner.add("the", "un");
  CHECK(learner.units() == 0);
  learner.add("the house", "la casa");
  CHECK(learner.units() == 1);
  CHECK(learner.learn().empty());
}

TEST_CASE("a learned table is sound, names its files and can be aligned with", "[learn]") {
  const std::string made = table({"en", "es", {"a.tmx", "b\n.tmx"}, 144}, taught().learn());
  CHECK(made.find("# Source: a.tmx, b .tmx. Licence: (say") != std::string::npos);
  CHECK(made.find("# Languages: en es\n") != std::string::npos);
  CHECK(check_tables(std::array{LexiconTable{"en-es/words.tsv", made}}).empty());
  const Dictionary empty = Dictionary::shipped("en", "xx");
  CHECK(empty.size() == 0);
  CHECK(Dictionary::shipped("es", "en").with(made, "w.tsv").size() >=
        Dictionary::shipped("es", "en").size());
  CHECK(made == table({"en", "es", {"a.tmx", "b\n.tmx"}, 144}, taught().learn()));
}

TEST_CASE("the likelihood ratio is Dunning's", "[learn]") {
  CHECK(likelihood_ratio(10, 100, 100, 1000) == 0);
  CHECK(likelihood_ratio(5, 100, 100, 1000) == 0);
  const double ratio = likelihood_ratio(110, 2552, 221, 31777);  // of Dunning's own table
  CHECK(ratio > 270);
  CHECK(ratio < 272);
  CHECK(likelihood_ratio(3, 3, 3, 1000) > 20);
}

}  // namespace cotejo
