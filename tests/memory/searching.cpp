#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <random>

#include "memory/memories.hpp"
#include "reference/scan.hpp"

namespace cotejo::test {
namespace {

std::string adapted(Memory& memory, const std::string& text) {
  const auto matches = memory.search(text);
  return matches.empty() ? "" : matches[0].adapted;
}

/// Texts of few words, so that many are alike.
std::string any_text(std::mt19937& random) {
  const std::vector<std::string> words{"la",    "La",  "casa", "de",  "los", "Ana", "5",   "17",
                                       "3.500", ",",   "!",    "...", "-",   "sí",  "rey", "a",
                                       "que",   "mar", "ñ",    "x",   "(",   ")",   ".",   "?"};
  std::string text;
  const std::size_t count = 1 + random() % (random() % 4 == 0 ? 25 : 7);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t bound = random() % 3 == 0 ? words.size() : 8;
    text += (text.empty() ? "" : " ") + words[random() % bound];
  }
  return text;
}

std::set<std::pair<std::string, std::string>> found(const Memory& memory, const std::string& text,
                                                    double least) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const Match& match : memory.search(text, {.least_score = least, .limit = 100'000})) {
    pairs.emplace(match.unit.source, match.unit.target);
    CHECK(match.score == similarity(text, match.unit.source));
  }
  return pairs;
}

}  // namespace

TEST_CASE("a search finds all that a scan of the whole memory finds") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::mt19937 random(11);
  for (int call = 0; call < 4; ++call) {  // lists in several pieces
    std::vector<MemoryUnit> units;
    for (int i = 0; i < 250; ++i) {
      units.push_back(unit(any_text(random), any_text(random), std::to_string(i % 7)));
    }
    add(memory, units);
  }
  memory.erase({.document = "3"});
  for (int query = 0; query < 300; ++query) {
    const std::string text = any_text(random);
    const double least = query % 3 == 0 ? 70 : query % 3 == 1 ? 50 : 30;
    CAPTURE(text, least);
    CHECK(found(memory, text, least) == reference::scan(memory, text, least));
  }
  // What is left out for the limit is no better than what is given.
  for (int query = 0; query < 50; ++query) {
    const std::string text = any_text(random);
    const auto all = memory.search(text, {.least_score = 30, .limit = 100'000});
    const auto some = memory.search(text, {.least_score = 30, .limit = 5});
    REQUIRE(some.size() == std::min<std::size_t>(5, all.size()));
    for (std::size_t i = 0; i < some.size(); ++i) CHECK(some[i].score == all[i].score);
  }
}

TEST_CASE("a match that differs in a number or a name has it set in") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  add(memory, {unit("Pagó 3.500 euros en 2024 a la Cruz Roja.",
                    "It paid 3,500 euros in 2024 to the Red Cross."),
               unit("El ministro Pérez llegó ayer a Madrid.",
                    "Minister Pérez arrived in Madrid yesterday.")});
  CHECK(adapted(memory, "Pagó 4.750 euros en 2025 a la Cruz Roja.") ==
        "It paid 4,750 euros in 2025 to the Red Cross.");
  CHECK(adapted(memory, "El ministro Gómez llegó ayer a Madrid.") ==
        "Minister Gómez arrived in Madrid yesterday.");
  CHECK(adapted(memory, "El ministro Pérez llegó hoy a Madrid.").empty());
  const auto matches = memory.search("Pagó 4.750 euros en 2024 a la Cruz Roja.");
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].kind == MatchKind::fuzzy);
  CHECK(matches[0].score > 95);
  REQUIRE(matches[0].placed.size() == 1);
  CHECK(slice(matches[0].adapted, matches[0].placed[0]) == "4,750 euros");
  REQUIRE(matches[0].differs.size() == 1);
  CHECK(slice(matches[0].unit.source, matches[0].differs[0]) == "3.500");
}

TEST_CASE("of units with the same texts the best is given") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit sure = unit("Lea más aquí", "Read more here", "2.txt");
  sure.status = UnitStatus::confirmed;
  add(memory, {unit("Lea más aquí", "Read more here", "1.txt"), sure,
               unit("Lea más aquí", "Read more here", "3.txt"), unit("Lea más", "Read more")});
  for (const char* text : {"Lea más aquí", "lea más aquí"}) {
    const auto matches = memory.search(text, {.least_score = 60});
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].unit.document == "2.txt");
    CHECK(matches[1].unit.source == "Lea más");
  }
}

TEST_CASE("a phrase is found on either side, whatever its case, accents and marks") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  add(memory,
      {unit("La Unión, Europea pagó; la unión europea cobró.", "The European Union paid."),
       unit("Unión de la Europea", "A union"), unit("Es el año 2025", "It is the year 2025")});
  const auto hits = memory.concordance("union EUROPEA");
  REQUIRE(hits.size() == 1);
  REQUIRE(hits[0].spans.size() == 2);
  CHECK(slice(hits[0].unit.source, hits[0].spans[0]) == "Unión, Europea");
  CHECK(!hits[0].in_target);
  const auto target = memory.concordance("the european", {.language = "en"});
  REQUIRE(target.size() == 1);
  CHECK(target[0].in_target);
  CHECK(memory.concordance("the european", {.language = "es"}).empty());
  CHECK(memory.concordance("2025").size() == 2);
  CHECK(memory.concordance("ano").empty());
  CHECK(memory.concordance("union", {.language = "", .limit = 1})[0].unit.target == "A union");
  CHECK(memory.concordance("...").empty());
}

TEST_CASE("a memory finds as before when most of it was deleted and its lists were made anew") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::vector<MemoryUnit> units;
  for (int i = 0; i < 30'000; ++i) {
    const std::string text =
        "texto " + std::to_string(i % 3) + " " + std::string(1, static_cast<char>('a' + i % 23));
    units.push_back(unit(text + " es", text + " en", i < 12'000 ? "1" : i < 25'000 ? "2" : "3"));
    units.back().position = static_cast<std::size_t>(i);
    units.back().before = std::to_string(i);
  }
  CHECK(add(memory, units).created == units.size());
  CHECK(memory.erase({.document = "1"}) == 12'000);
  CHECK(memory.erase({.document = "2"}) == 13'000);
  CHECK(memory.count({}) == 5000);
  const auto matches = memory.search("texto 1 c es", {.limit = 100});
  CHECK(!matches.empty());
  for (const Match& match : matches) CHECK(match.unit.document == "3");
  CHECK(memory.concordance("texto", {.limit = 100'000}).size() == 10'000);
}

TEST_CASE("a reader sees what a writer committed, and the writer's units only then") {
  const Folder folder;
  Memory writer = Memory::open(folder.memory("m"), Memory::Mode::write);
  add(writer, {unit("uno dos tres", "one two three")});
  const Memory reader = Memory::open(folder.memory("m"), Memory::Mode::read);
  CHECK(reader.search("uno dos tres.").size() == 1);
  bool given = false;
  writer.add([&]() -> std::optional<MemoryUnit> {
    CHECK(reader.search("cuatro cinco seis").empty());
    if (given) return std::nullopt;
    given = true;
    return unit("cuatro cinco seis", "four five six");
  });
  CHECK(reader.search("cuatro cinco seis!").size() == 1);
}

}  // namespace cotejo::test
