#include "cotejo/dictionary.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/error.hpp"
#include "cotejo/lexicon_tables.hpp"

namespace cotejo {
namespace {

/// The probability of a pair of words; -1 when it is not there.
float strength(const Dictionary& dictionary, const std::string& word,
               const std::string& translation) {
  const Dictionary::Stem from = dictionary.source_stems(std::array{word})[0].own;
  const Dictionary::Stem to = dictionary.target_stems(std::array{translation})[0].own;
  for (const auto& [stem, probability] : dictionary.translations(from)) {
    if (stem == to && dictionary.translated(to)) return probability;
  }
  return -1;
}

std::string complaint(const Dictionary& dictionary, std::string_view table,
                      const std::string& name) {
  try {
    dictionary.with(table, name);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("a user's pairs stand beside the shipped ones", "[lexicon]") {
  const Dictionary shipped = Dictionary::shipped("en", "es");
  const Dictionary own = shipped.with("abbey\tgalpón|abadía\t0.5|0.4\nzorb\tzorbo\n", "w.tsv");
  CHECK(own.size() == shipped.size() + 2);
  CHECK(strength(own, "abbeys", "galpones") == 0.5F);
  CHECK(strength(own, "abbey", "abadía") == 0);  // written by hand: stays as sure as it was
  CHECK(strength(own, "zorb", "zorbo") == 0);
  CHECK(strength(shipped, "zorb", "zorbo") == -1);
}

TEST_CASE("forms of words that say little are known as such, and others are not", "[lexicon]") {
  const Dictionary dictionary = Dictionary::shipped("en", "es");
  const auto light = [](const std::vector<Dictionary::Stems>& stems) {
    std::vector<bool> out;
    for (const Dictionary::Stems& one : stems) out.push_back(one.light);
    return out;
  };
  CHECK(light(dictionary.source_stems(std::vector<std::string>{"got", "things", "bridge"})) ==
        std::vector<bool>{true, true, false});
  CHECK(light(dictionary.target_stems(std::vector<std::string>{"tuvieron", "maneras", "puente"})) ==
        std::vector<bool>{true, true, false});
}

TEST_CASE("a pair of two tables keeps the greater probability", "[lexicon]") {
  const Dictionary own = Dictionary::shipped("en", "es")
                             .with("zorb\tzorbo\t0.3\n", "a")
                             .with("zorb\tzorbo\t0.7\n", "b");
  CHECK(strength(own, "zorb", "zorbo") == 0.7F);
  CHECK(strength(own.with("zorb\tzorbo\t0.2\n", "c"), "zorb", "zorbo") == 0.7F);
}

TEST_CASE("languages without a shipped table work with a user's alone", "[lexicon]") {
  const Dictionary none = Dictionary::shipped("de", "fr");
  CHECK(none.size() == 0);
  const Dictionary own = none.with("Häuser\tmaison\naujourd'hui\theute\n", "w.tsv");
  CHECK(strength(own, "häuser", "maisons") == 0);
  const Dictionary::Stem today = own.source_stems(std::array<std::string, 1>{"aujourd"})[0].own;
  REQUIRE(own.source_phrases(today).size() == 1);
  CHECK(own.source_phrases(today)[0].words.size() == 2);
}

TEST_CASE("a hunalign dictionary has the translation first", "[lexicon]") {
  const Dictionary own =
      Dictionary::shipped("de", "fr").with("maison @ Haus\nà pied @ zu Fuß\n", "de-fr.dic");
  CHECK(strength(own, "haus", "maison") == 0);
  CHECK(own.source_phrases(own.source_stems(std::array<std::string, 1>{"zu"})[0].own).size() == 1);
}

TEST_CASE("a table that names its languages serves both directions", "[lexicon]") {
  const std::string table = "# Languages: fr-CA de\r\nmaison\tHaus\t0.6\r\n";
  CHECK(strength(Dictionary::shipped("fr", "de").with(table, "w"), "maison", "haus") == 0.6F);
  CHECK(strength(Dictionary::shipped("de", "fr").with(table, "w"), "haus", "maison") == 0.6F);
  CHECK(complaint(Dictionary::shipped("en", "es"), table, "w.tsv") ==
        "w.tsv: a table of fr and de, but the texts are in en and es");
}

TEST_CASE("a table in another encoding or normal form is read all the same", "[lexicon]") {
  const Dictionary none = Dictionary::shipped("en", "es");
  CHECK(strength(none.with("zorb\tzorb\xF3n\n", "w"), "zorb", "zorbón") == 0);
  CHECK(strength(none.with("zorb\tzorbo\u0301n\n", "w"), "zorb", "zorbón") == 0);
  CHECK(strength(none.with("\uFEFFzorb\tzorbón\n", "w"), "zorb", "zorbón") == 0);
}

TEST_CASE("a bad row of a user's table is named with the mend", "[lexicon]") {
  const Dictionary none = Dictionary::shipped("de", "fr");
  CHECK(complaint(none, "a\tb\nc\n", "w.tsv").starts_with("w.tsv:2: columns: 1; a row is: "));
  CHECK(complaint(none, "a\tb\t1\td\n", "w.tsv").starts_with("w.tsv:1: columns: 4"));
  for (const char* row : {"\tb\n", "a\tb||c\n", "a\tb|\n", "a\t|b\n", "a|\tb\n", "a\t \n"}) {
    INFO(row);
    CHECK(complaint(none, row, "w.tsv").starts_with("w.tsv:1: an empty cell, or nothing"));
  }
  for (const char* row : {"a\tb\t0\n", "a\tb\t1.1\n", "a\tb\t-1\n", "a\tb\tx\n", "a\tb\tnan\n"}) {
    INFO(row);
    CHECK(complaint(none, row, "w.tsv").find("is no probability") != std::string::npos);
  }
  CHECK(complaint(none, "a\tb|c\t0.1\n", "w.tsv").find("translations: 2, probabilities: 1") !=
        std::string::npos);
  CHECK(complaint(none, "a\tb\n", "w.dic").starts_with("w.dic:1: no \" @ \""));
  CHECK(complaint(none, "a @ \n", "w.dic").starts_with("w.dic:1: nothing beside the @"));
  CHECK(complaint(none, "", "w.tsv") == "none");
}

TEST_CASE("checking word pairs finds what loading them would pass over", "[lexicon]") {
  const auto faults = [](std::string_view name, std::string_view bytes) {
    std::string out;
    for (const TableFinding& one : check_tables(std::array{LexiconTable{name, bytes, true}})) {
      out += std::to_string(one.line) + ": " + english(one.what) + '\n';
    }
    return out;
  };
  CHECK(faults("mine.tsv", "a\tb|c\t0.5|1\n").empty());
  CHECK(faults("mine.tsv", "a\tb\nx\ty\na\tc|b\n") == "3: a, b: stands in line 1 too\n");
  CHECK(faults("mine.tsv", "a\t--\n") == "1: --: no text can be met by it\n");
  CHECK(faults("mine.tsv", "a\tb\t2\n").starts_with("1: 2 is no probability"));
  CHECK(faults("mine.tsv", "n\u0303\tb\n").find("NFC") != std::string::npos);
  CHECK(faults("mine.dic", "b @ a\nb\n").starts_with("2: no \" @ \""));
}

}  // namespace cotejo
