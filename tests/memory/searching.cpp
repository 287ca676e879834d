#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <random>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"
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

/// Words that have parts in common, of one letter or of many, and some that are no words.
std::string any_phrase(std::mt19937& random) {
  const std::vector<std::string> parts{"a", "an", "ti", "Ción", "ñ", "negó", "s", "5", "’s", "ж"};
  std::string text;
  for (std::size_t words = 1 + random() % 4; words > 0; --words) {
    if (!text.empty()) text += ' ';
    for (std::size_t count = 1 + random() % 4; count > 0; --count) {
      // "’s" joins what is before it only if that is a letter.
      const bool joins = !text.empty() && text.back() != ' ' && text.back() != '5';
      text += parts[random() % (joins ? 10 : 8)];
    }
  }
  return text;
}

/// The phrase with stars in place of some of its letters, or between them.
std::string with_stars(std::string text, std::mt19937& random) {
  for (std::size_t stars = random() % 3 + 1; stars > 0; --stars) {
    std::size_t at = random() % (text.size() + 1);
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
    std::size_t end = at;
    for (std::size_t letters = random() % 4; letters > 0 && end < text.size(); --letters) {
      if (text[end] == ' ') break;
      do ++end;
      while (end < text.size() && (text[end] & 0xC0) == 0x80);
    }
    text.replace(at, end - at, 1, '*');
  }
  return text;
}

using Places = std::vector<std::pair<std::int64_t, bool>>;

Places holders(const Memory& memory, const std::string& phrase, const std::string& language = "",
               std::size_t limit = 100'000) {
  Places found;
  for (const Hit& hit : memory.concordance(phrase, {.language = language, .limit = limit}))
    found.emplace_back(hit.unit.id, hit.in_target);
  return found;
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

TEST_CASE("words are found by their parts, also between whole words") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  add(memory, {unit("La alta negociación, ¡qué negocio!", "High-level negotiations: what a deal."),
               unit("Un anticuado antisemitismo en 2025", "Antiquated anti-Semitism in 2025"),
               unit("La Negociadora NEGÓ el trato.", "The negotiator denied the deal.")});
  const auto spans = [&](const std::string& phrase, const std::string& language = "") {
    std::string found;
    for (const Hit& hit : memory.concordance(phrase, {.language = language})) {
      for (const Span span : hit.spans) {
        found += found.empty() ? "" : "|";
        found += slice(hit.in_target ? hit.unit.target : hit.unit.source, span);
      }
    }
    return found;
  };
  CHECK(spans("negoci*") == "Negociadora|negociación|negocio");
  CHECK(spans("*CION") == "negociación");
  CHECK(spans("anti*ismo") == "antisemitismo");
  CHECK(spans("neg*", "en") == "negotiator|negotiations");
  CHECK(spans("alta negoci*") == "alta negociación");
  CHECK(spans("*ta neg* que") == "alta negociación, ¡qué");
  CHECK(spans("el *") == "el trato");
  CHECK(spans("en *") == "en 2025");
  CHECK(spans("20*").empty());
  CHECK(spans("*lev*") == "level");
  CHECK(spans("*zz*").empty());
  CHECK(holders(memory, "*").size() == 6);
  CHECK(holders(memory, "*", "es", 2).size() == 2);
}

TEST_CASE("parts of words find all that a scan of the whole memory finds") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::mt19937 random(13);
  for (int call = 0; call < 4; ++call) {
    std::vector<MemoryUnit> units;
    for (int i = 0; i < 300; ++i) {
      units.push_back(unit(any_phrase(random), any_phrase(random), std::to_string(i % 7)));
      if (i % 3 == 0) units.back().target_language = "fr";
      if (i % 5 == 0) std::swap(units.back().source_language, units.back().target_language);
    }
    add(memory, units);
  }
  memory.erase({.document = "3"});
  std::size_t all = 0;
  for (int query = 0; query < 400; ++query) {
    const std::string phrase = with_stars(any_phrase(random), random);
    const std::string language = query % 3 == 0 ? "" : query % 3 == 1 ? "es" : "fr";
    CAPTURE(phrase, language);
    Places expected = reference::holders(memory, phrase, language);
    all += expected.size();
    CHECK((holders(memory, phrase, language) == expected));
    expected.resize(std::min<std::size_t>(expected.size(), 3));
    CHECK((holders(memory, phrase, language, 3) == expected));
  }
  CHECK(all > 10'000);
}

TEST_CASE("a part of thousands of words is found, however long ago they were met") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::vector<MemoryUnit> units;
  for (int i = 0; i < 3000; ++i) {
    const std::string n = std::to_string(i);
    units.push_back(
        unit("La pieza ref" + n + "x " + (i % 500 == 7 ? "rota" : "nueva"), "Part " + n));
  }
  for (int i = 0; i < 4000; ++i)
    units.push_back(unit("La pieza " + std::to_string(i) + " nueva", "Part " + std::to_string(i)));
  add(memory, units);
  CHECK(holders(memory, "ref*x", "es", 50).size() == 50);
  CHECK(holders(memory, "*f*").size() == 3000);
  CHECK(holders(memory, "ref* rota").size() == 6);
  CHECK((holders(memory, "*e* ro*", "es") == reference::holders(memory, "*e* ro*", "es")));
}

TEST_CASE("a word that came first in a unit that wasn't kept is found by its parts later") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit sure = unit("Uno", "One", "doc");
  sure.before = "x";
  sure.status = UnitStatus::confirmed;
  MemoryUnit other = sure;
  other.target = "Carrot";
  other.status = UnitStatus::draft;
  add(memory, {sure});
  CHECK(add(memory, {other, unit("Zanahoria", "Carrot")}).kept == 1);
  CHECK(holders(memory, "carr*").size() == 1);
  int given = 0;
  CHECK_THROWS_AS(memory.add([&]() -> std::optional<MemoryUnit> {
    if (given++ > 0) throw Error(Message{"no more", {}});
    return unit("Remolacha", "Beetroot");
  }),
                  Error);
  add(memory, {unit("Remolacha", "Beetroot")});
  CHECK(holders(memory, "*root").size() == 1);
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
  CHECK(memory.concordance("tex* * v *s", {.limit = 100'000}).size() ==
        memory.concordance("v es", {.limit = 100'000}).size());
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
