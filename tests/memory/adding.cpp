#include <catch2/catch_test_macros.hpp>

#include "cotejo/error.hpp"
#include "memory/memories.hpp"

namespace cotejo::test {
namespace {

MemoryUnit placed(std::string source, std::string target, std::size_t position) {
  MemoryUnit made = unit(std::move(source), std::move(target), "nota.es.txt");
  made.position = position;
  made.before = "00000000000000aa";
  made.after = "00000000000000bb";
  return made;
}

}  // namespace

TEST_CASE("what is added twice is there once") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  const std::vector<MemoryUnit> units{unit("Hola.", "Hello."), unit("Hola.", "Hi."),
                                      unit("Hola.", "Hello."), placed("Sí.", "Yes.", 3)};
  CHECK(add(memory, units) == AddReport{.created = 3, .same = 1});
  CHECK(add(memory, units) == AddReport{.same = 4});
  CHECK(memory.count({}) == 3);
}

TEST_CASE("a corrected translation replaces the old one of its place alone") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  CHECK(add(memory, {placed("Sí.", "Yes.", 1), placed("Sí.", "Yeah.", 5)}) ==
        AddReport{.created = 2});
  CHECK(add(memory, {placed("Sí.", "Yes.", 1), placed("Sí.", "Yep.", 5)}) ==
        AddReport{.updated = 1, .same = 1});
  std::vector<std::string> targets;
  memory.each({}, [&](const MemoryUnit& it) { targets.push_back(it.target); });
  CHECK(targets == std::vector<std::string>{"Yes.", "Yep."});
  CHECK(add(memory, {placed("Sí.", "Yes.", 1), placed("Sí.", "Yep.", 5)}) == AddReport{.same = 2});
}

TEST_CASE("what a person confirmed, and what is newer, stays") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit confirmed = placed("Sí.", "Yes.", 1);
  confirmed.status = UnitStatus::confirmed;
  confirmed.date = "20250101T000000Z";
  add(memory, {confirmed});
  CHECK(add(memory, {placed("Sí.", "Yep.", 1)}) == AddReport{.kept = 1});
  MemoryUnit old = confirmed;
  old.target = "Aye.";
  old.date = "20240101T000000Z";
  CHECK(add(memory, {old}) == AddReport{.kept = 1});
  MemoryUnit again = confirmed;
  again.status = UnitStatus::draft;
  CHECK(add(memory, {again}) == AddReport{.same = 1});
  CHECK(memory.count({.status = UnitStatus::confirmed}) == 1);
}

TEST_CASE("units that can't be kept are counted by the reason") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit same_language = unit("a", "b");
  same_language.target_language = "ES";
  MemoryUnit nameless = unit("a", "b");
  nameless.target_language = "und";
  CHECK(add(memory, {unit("Hola.", " "), unit("", "x"), same_language, nameless, unit("\xFF", "x"),
                     unit(std::string("a\0b", 3), "x")}) ==
        AddReport{.empty = 2, .other_language = 2, .failed = 2});
}

TEST_CASE("units come in the order of languages, documents and positions") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit late = unit("b", "b", "2.txt");
  late.position = 1;
  MemoryUnit turned = unit("c", "c", "2.txt");
  std::swap(turned.source_language, turned.target_language);
  MemoryUnit other_author = unit("a", "a", "2.txt");
  other_author.author = "Ana";
  add(memory, {late, unit("z", "z", "2.txt"), unit("q", "q", "1.txt"), turned, other_author});
  std::string order;
  memory.each({}, [&](const MemoryUnit& it) { order += it.source; });
  CHECK(order == "cqazb");
}

TEST_CASE("units that differ in a neighbour alone come in the order of its hash, on any store") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::vector<MemoryUnit> units;
  for (const char* before : {"ffffffffffffffff", "0000000000000001", "no hash", ""}) {
    units.push_back(placed("a", "a", 0));
    units.back().before = before;
  }
  add(memory, units);
  std::string order;
  memory.each({}, [&](const MemoryUnit& it) { order += it.before + '|'; });
  CHECK(order == "|0000000000000001|ffffffffffffffff|no hash|");
}

TEST_CASE("a memory added to an empty one is the same memory") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  std::vector<MemoryUnit> units{unit("Hola.", "Hello."), unit("Hola.", "Hi."),
                                placed("Sí.", "Yes.", 3), placed("Sí.", "Yeah.", 1),
                                placed("Sí.", "Yep.", 3)};
  units[0].date = "20250101T000000Z";
  units[0].confidence = 0.1 + 0.2;
  units[1].status = UnitStatus::rejected;
  units[2].before = "not a hash";
  units[3].after = "FFFFFFFFFFFFFFFF";
  units[3].domain = "sports";
  add(memory, units);
  Memory copy = Memory::open(folder.memory("copy"), Memory::Mode::write);
  std::vector<MemoryUnit> exported;
  memory.each({}, [&](const MemoryUnit& it) { exported.push_back(it); });
  add(copy, exported);
  CHECK(lines(copy) == lines(memory));
  CHECK(lines(memory).size() == 5);
}

TEST_CASE("units are deleted by what a filter says") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit dated = unit("a", "a", "1.txt");
  dated.date = "20250315T000000Z";
  dated.source_language = "es-US";
  MemoryUnit doubtful = unit("b", "b", "1.txt");
  doubtful.confidence = 0.4;
  add(memory, {dated, doubtful, unit("c", "c", "2.txt")});
  CHECK(memory.count({.source_language = "es-US"}) == 1);
  CHECK(memory.count({.source_language = "es"}) == 3);
  CHECK(memory.count({.since = "202503"}) == 1);
  CHECK(memory.count({.since = "202503", .before = "202504"}) == 1);
  CHECK(memory.count({.before = "202503"}) == 2);
  CHECK(memory.count({.most_confidence = 0.5}) == 1);
  CHECK(memory.erase({.document = "1.txt", .least_confidence = 0.5}) == 1);
  CHECK(memory.count({}) == 2);
  CHECK(memory.erase({}) == 2);
  CHECK(memory.search("c").empty());
}

TEST_CASE("of variants the best or the newest is kept") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  MemoryUnit sure = unit("Sí.", "Yes.", "1.txt");
  MemoryUnit newer = unit("Sí.", "Yes.", "2.txt");
  newer.confidence = 0.5;
  newer.date = "20250101T000000Z";
  MemoryUnit other = unit("Sí.", "Aye.", "2.txt");
  other.date = "20240101T000000Z";
  other.confidence = 0.2;
  SECTION("the best of each target") {
    add(memory, {sure, newer, other});
    CHECK(memory.dedupe(Memory::Keep::best, false) == 1);
    CHECK(memory.count({.document = "1.txt"}) == 1);
    CHECK(memory.count({}) == 2);
  }
  SECTION("the newest of all targets") {
    add(memory, {sure, newer, other});
    CHECK(memory.dedupe(Memory::Keep::newest, true) == 2);
    CHECK(lines(memory)[0].find("Yes.") != std::string::npos);
    CHECK(memory.count({.document = "2.txt"}) == 1);
  }
}

TEST_CASE("the same text is found from either side, in its context first") {
  const Folder folder;
  Memory memory = Memory::open(folder.memory("m"), Memory::Mode::write);
  add(memory, {unit("Hola.", "Hello."), placed("Hola.", "Hi.", 1)});
  const auto plain = memory.search("Hola.");
  REQUIRE(plain.size() == 2);
  CHECK(plain[0].score == 100);
  const auto context =
      memory.search("Hola.", {.before = "00000000000000aa", .after = "00000000000000bb"});
  REQUIRE(context.size() == 2);
  CHECK(context[0].kind == MatchKind::context);
  CHECK(context[0].score == 101);
  CHECK(context[0].unit.target == "Hi.");
  const auto turned = memory.search("Hi.", {.source_language = "en", .target_language = "es-MX"});
  REQUIRE(turned.size() == 1);
  CHECK(turned[0].unit.target == "Hola.");
  CHECK(turned[0].unit.target_language == "es");
  CHECK(memory.search("Hi.", {.source_language = "es"}).empty());
}

}  // namespace cotejo::test
