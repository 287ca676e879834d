#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "cotejo/error.hpp"
#include "cotejo/memory_exchange.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

Source bytes_of(const std::string& bytes) {
  return [&bytes, at = std::size_t{0}](std::span<char> room) mutable {
    const std::size_t count = std::min(room.size(), bytes.size() - at);
    std::memcpy(room.data(), bytes.data() + at, count);
    at += count;
    return count;
  };
}

MemoryUnit whole() {
  MemoryUnit unit;
  unit.source = "Un 7\u00A0% de A & B <es> \t así.";
  unit.target = "Some 7% of A & B\nis.";
  unit.source_language = "es-US";
  unit.target_language = "en";
  unit.document = "notas/\"nota\" & más.es.txt";
  unit.position = 12;
  unit.before = "00000000000000af";
  unit.after = "a300000000000000";
  unit.date = "20250224T120000Z";
  unit.author = "ana";
  unit.domain = "deportes";
  unit.status = UnitStatus::confirmed;
  unit.confidence = 0.98731234567891;
  return unit;
}

EachMemoryUnit each(const std::vector<MemoryUnit>& units) {
  return [&units](const std::function<void(const MemoryUnit&)>& take) {
    for (const MemoryUnit& unit : units) take(unit);
  };
}

MemoryUnit in_languages(std::string source, std::string target) {
  MemoryUnit unit;
  unit.source_language = std::move(source);
  unit.target_language = std::move(target);
  return unit;
}

using Reader = std::size_t(const Source&, const std::string&, const MemoryUnit&,
                           const std::function<void(MemoryUnit)>&);

std::vector<MemoryUnit> read(Reader* reader, const std::string& bytes,
                             const MemoryUnit& defaults = {}) {
  std::vector<MemoryUnit> units;
  reader(bytes_of(bytes), "m", defaults,
         [&](MemoryUnit unit) { units.push_back(std::move(unit)); });
  return units;
}

std::string tmx(const std::vector<MemoryUnit>& units) {
  std::string out;
  write_memory_tmx([&](std::string_view bytes) { out += bytes; }, "es-US", each(units));
  return out;
}

std::string jsonl(const std::vector<MemoryUnit>& units) {
  std::string out;
  write_memory_jsonl([&](std::string_view bytes) { out += bytes; }, each(units));
  return out;
}

void check_same(const MemoryUnit& a, const MemoryUnit& b) {
  CHECK(a.source == b.source);
  CHECK(a.target == b.target);
  CHECK(a.source_language == b.source_language);
  CHECK(a.target_language == b.target_language);
  CHECK(a.document == b.document);
  CHECK(a.position == b.position);
  CHECK(a.before == b.before);
  CHECK(a.after == b.after);
  CHECK(a.date == b.date);
  CHECK(a.author == b.author);
  CHECK(a.domain == b.domain);
  CHECK(a.status == b.status);
  CHECK(a.confidence == b.confidence);
}

}  // namespace

TEST_CASE("a memory's unit comes back from TMX and JSON as it was, and gives the same bytes") {
  MemoryUnit bare;
  bare.source = "Uno.";
  bare.target = "One.";
  bare.source_language = "es";
  bare.target_language = "en";
  const std::vector<MemoryUnit> units = {whole(), bare};
  const std::string as_tmx = tmx(units);
  const std::vector<MemoryUnit> from_tmx = read(read_memory_tmx, as_tmx);
  REQUIRE(from_tmx.size() == 2);
  check_same(from_tmx[0], units[0]);
  check_same(from_tmx[1], units[1]);
  CHECK(tmx(from_tmx) == as_tmx);
  const std::string as_json = jsonl(units);
  const std::vector<MemoryUnit> from_json = read(read_memory_jsonl, as_json);
  REQUIRE(from_json.size() == 2);
  check_same(from_json[0], units[0]);
  CHECK(jsonl({from_json[0]}) == jsonl({units[0]}));
}

TEST_CASE("a TMX of another tool gives every pair with its source, and its last change") {
  const std::string bytes =
      "<tmx version='1.4'><header srclang='en'/><body>"
      "<tu creationdate='20200101T000000Z' creationid='x' changedate='20240101T090000Z' "
      "changeid='y'><tuv xml:lang='ES'><seg>Uno</seg></tuv><tuv xml:lang='EN-US'><seg>One</seg>"
      "</tuv><tuv xml:lang='fr'><seg>Un</seg></tuv></tu>"
      "<tu><tuv xml:lang='en'><seg>Alone</seg></tuv></tu></body></tmx>";
  MemoryUnit defaults;
  defaults.domain = "news";
  const std::vector<MemoryUnit> units = read(read_memory_tmx, bytes, defaults);
  REQUIRE(units.size() == 2);
  CHECK(units[0].source == "One");
  CHECK(units[0].target == "Uno");
  CHECK(units[0].date == "20240101T090000Z");
  CHECK(units[0].author == "y");
  CHECK(units[0].domain == "news");
  CHECK(units[1].target == "Un");
  const auto check = [](const MemoryUnit& unit) {
    CHECK(unit.source == "Un");
    CHECK(unit.target == "Uno");
  };
  const std::size_t passed_over =
      read_memory_tmx(bytes_of(bytes), "m", in_languages("fr", "es"), check);
  CHECK(passed_over == 1);
}

TEST_CASE("units of a table and of aligned JSON know their neighbours") {
  const MemoryUnit defaults = in_languages("es", "en");
  const std::vector<MemoryUnit> rows =
      read(read_memory_tsv, "Uno.\tOne.\t0.5\nDos.\x01\tTwo.\nTres.\tThree.\n", defaults);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].before.empty());
  CHECK(rows[0].after == hex(hash("Dos.")));
  CHECK(rows[1].source == "Dos.");
  CHECK(rows[1].before == hex(hash("Uno.")));
  CHECK(rows[1].after == hex(hash("Tres.")));
  CHECK(rows[2].after.empty());
  CHECK(rows[2].position == 2);
  CHECK(rows[0].confidence == 0.5);
  const std::vector<MemoryUnit> beads =
      read(read_memory_jsonl,
           "{\"bead\":0,\"confidence\":1,\"metadata\":true,\"source\":{\"text\":\"25 de mayo\"},"
           "\"target\":{\"text\":\"May 25\"}}\n{\"bead\":1,\"confidence\":0.9,\"source\":{\"text\":"
           "\"Uno.\"},\"target\":{\"text\":\"One.\"}}\n{\"bead\":2,\"confidence\":0.9,\"source\":"
           "{\"text\":\"Solo.\"},\"target\":{\"text\":\"\"}}\n{\"bead\":3,\"confidence\":0.8,"
           "\"source\":{\"text\":\"Dos.\"},\"target\":{\"text\":\"Two.\"}}\n",
           defaults);
  REQUIRE(beads.size() == 2);
  CHECK(beads[1].position == 3);
  CHECK(beads[1].before == hex(hash("Uno.")));
  CHECK(beads[0].after == hex(hash("Dos.")));
}

TEST_CASE("a line that is no unit is named") {
  const auto place = [](const std::string& bytes) {
    try {
      read(read_memory_jsonl, bytes);
    } catch (const Error& error) {
      return error.message().place;
    }
    return std::string("none");
  };
  const std::string good = jsonl({whole()});
  CHECK(place(good + "{\"source\": 3}\n") == "m:2");
  CHECK(place("[]\n") == "m:1");
  CHECK(place("{\"source\":{\"text\":\"a\"},\"target\":{\"text\":\"b\"},\"status\":\"so\"}") ==
        "m:1");
  CHECK(place("{\"source\":{\"text\":\"a\"},\"target\":{\"text\":\"b\"},\"confidence\":2}") ==
        "m:1");
}

}  // namespace cotejo
