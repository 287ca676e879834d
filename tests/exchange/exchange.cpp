#include "cotejo/exchange.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cotejo/error.hpp"
#include "side.hpp"

namespace cotejo {
namespace {

template <typename Write>
std::string written(const Write& write) {
  std::string all;
  write([&](std::string_view bytes) { all += bytes; });
  return all;
}

using Read = void (*)(const Source&, const std::string&, const std::function<void(Unit)>&);

std::vector<Unit> read(Read reader, std::string bytes) {
  const Source source = [&](std::span<char> room) {
    const std::size_t size = std::min({room.size(), bytes.size(), std::size_t{5}});
    std::copy_n(bytes.data(), size, room.data());
    bytes.erase(0, size);
    return size;
  };
  std::vector<Unit> units;
  reader(source, "x", [&](Unit unit) { units.push_back(std::move(unit)); });
  return units;
}

std::string complaint(Read reader, const std::string& bytes) {
  try {
    read(reader, bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

const Side source = side("es", {{"Llegó.", "Y se fue.", "Sólo aquí."}});
const Side target = side("en", {{"She came and went."}});
const std::vector<Bead> beads = {{{0, 2}, {0, 1}, 0.9731, {}}, {{2, 3}, {1, 1}, 0.5, {}}};

}  // namespace

TEST_CASE("a table keeps one line a unit whatever the texts hold", "[exchange]") {
  const std::vector<Unit> table = {
      {"a\tb\r\nc", "d", 0, 1, 1, 0.97314, "", ""},
      {"", "", 1, 1, 1, std::numeric_limits<double>::quiet_NaN(), "", ""}};
  CHECK(written([&](const Sink& sink) { write_tsv(sink, table); }) ==
        "a b c\td\t0.9731\n\t\t0.0000\n");
}

TEST_CASE("scorers read the ladder", "[exchange]") {
  CHECK(written([&](const Sink& sink) { write_ladder(sink, beads); }) ==
        "[0, 1]:[0]:0.973100\n[2]:[]:0.500000\n");
  CHECK(written([&](const Sink& sink) { write_ladder(sink, {}); }).empty());
}

TEST_CASE("people read the pairs, deletions and evidence too", "[exchange]") {
  std::vector<Bead> explained = beads;
  explained[0].evidence = {{EvidenceKind::word, {0, 6}, {4, 8}, 1.25},
                           {EvidenceKind::length, {0, 17}, {0, 18}, -0.5}};
  CHECK(written([&](const Sink& sink) { write_text(sink, source, target, explained); }) ==
        "#1  2-1  97%\n"
        "es  Llegó.\n"
        "es  Y se fue.\n"
        "en  She came and went.\n"
        "+1.25  word  Llegó ~ came\n"
        "-0.50  length\n"
        "\n"
        "#2  1-0  50%\n"
        "es  Sólo aquí.\n");
  Side unknown = target;
  unknown.document.language.clear();
  CHECK(written([&](const Sink& sink) {
          write_text(sink, source, unknown, {{{0, 1}, {0, 1}, 1, {}}});
        }) == "#1  1-1  100%\n<  Llegó.\n>  She came and went.\n");
}

TEST_CASE("lines of JSON lose nothing of the ladder", "[exchange]") {
  std::vector<Bead> explained = beads;
  explained[0].evidence = {{EvidenceKind::anchor, {0, 6}, {4, 8}, 1.25}};
  const std::string lines =
      written([&](const Sink& sink) { write_jsonl(sink, source, target, explained); });
  const std::size_t border = lines.find('\n') + 1;
  const auto first = nlohmann::json::parse(lines.substr(0, border));
  CHECK(first == nlohmann::json::parse(R"({"bead": 0, "confidence": 0.9731, "metadata": false,
    "source": {"segments": [0, 2], "spans": [[0, 7], [8, 17]], "text": "Llegó. Y se fue."},
    "target": {"segments": [0, 1], "spans": [[0, 18]], "text": "She came and went."},
    "evidence": [{"kind": "anchor", "source": [0, 6], "target": [4, 8], "weight": 1.25}]})"));
  const auto second = nlohmann::json::parse(lines.substr(border));
  CHECK(second["target"] ==
        nlohmann::json::parse(R"({"segments": [1, 1], "spans": [], "text": ""})"));
  CHECK_FALSE(second.contains("evidence"));
}

TEST_CASE("a text that is not UTF-8 doesn't stop the lines", "[exchange]") {
  const Side broken = side("es", {{"a\xFF"
                                   "b"}});
  const std::string line = written([&](const Sink& sink) {
    write_jsonl(sink, broken, target, {{{0, 1}, {0, 1}, 1, {}}});
  });
  CHECK(nlohmann::json::parse(line)["source"]["text"] == "a\uFFFDb");
}

TEST_CASE("a table of units comes back as it was written", "[exchange]") {
  const std::vector<Unit> table = {{"Llegó.", "She came.", 0, 1, 1, 0.9731, "", ""},
                                   {"Sí", "Yes", 1, 1, 1, 0, "", ""}};
  const std::vector<Unit> back =
      read(read_tsv, "\uFEFF" + written([&](const Sink& sink) { write_tsv(sink, table); }));
  REQUIRE(back.size() == 2);
  CHECK(back[0].source == "Llegó.");
  CHECK(back[0].target == "She came.");
  CHECK(back[0].confidence == 0.9731);
  CHECK(back[1].confidence == 0);
  CHECK(read(read_tsv, "a\tb\r\n\nc\td").size() == 2);
  CHECK(read(read_tsv, "a\tb")[0].confidence == 1);
  CHECK(complaint(read_tsv, "a\tb\na\n").starts_with("x:2: no unit; a row is: "));
  CHECK(complaint(read_tsv, "a\tb\tc\n").starts_with("x:1: no unit"));
  CHECK(complaint(read_tsv, "a\tb\t0.5\td\n").starts_with("x:1: no unit"));
  CHECK(complaint(read_tsv, "a\t\xF1\n").starts_with("x:1: not UTF-8"));
}

TEST_CASE("of lines of JSON the beads with two sides come back", "[exchange]") {
  const std::vector<Unit> back = read(
      read_jsonl, written([&](const Sink& sink) { write_jsonl(sink, source, target, beads); }));
  REQUIRE(back.size() == 1);
  CHECK(back[0].source == "Llegó. Y se fue.");
  CHECK(back[0].target == "She came and went.");
  CHECK(back[0].source_count == 2);
  CHECK(back[0].target_count == 1);
  CHECK(back[0].confidence == 0.9731);
  for (const char* line : {"{", "[]", "7", "{}", R"({"source": "a", "target": "b"})",
                           R"({"source": {"text": 1}, "target": {"text": "b"}})",
                           R"({"source": {"text": "a"}, "target": {"text": "b"}})"}) {
    INFO(line);
    CHECK(complaint(read_jsonl, line).starts_with("x:1: no bead; "));
  }
}

TEST_CASE("a moved passage is shown at both its places", "[exchange]") {
  const Side from = side("es", {{"Uno.", "Y medio."}, {"Dos."}});
  const Side to = side("en", {{"Two."}, {"One and a half."}});
  const std::vector<Bead> ladder = {{{0, 1}, {0, 0}, 0.9, {}},
                                    {{1, 2}, {0, 0}, 0.9, {}},
                                    {{2, 3}, {0, 1}, 1, {}},
                                    {{3, 3}, {1, 2}, 0.8, {}}};
  const std::vector<Bead> moved = {{{0, 2}, {1, 2}, 0.95, {}}};
  CHECK(written([&](const Sink& sink) { write_text(sink, from, to, ladder, moved); }) ==
        "#1  2-1  95%  moved\n"
        "es  Uno.\n"
        "es  Y medio.\n"
        "en  One and a half.\n"
        "\n"
        "#3  1-1  100%\n"
        "es  Dos.\n"
        "en  Two.\n"
        "\n"
        "#4  0-1  80%  moved, see #1\n"
        "en  One and a half.\n");
  const std::string lines =
      written([&](const Sink& sink) { write_jsonl(sink, from, to, ladder, moved); });
  std::istringstream all(lines);
  std::vector<nlohmann::json> ladder_lines;
  std::vector<nlohmann::json> moved_lines;
  for (std::string line; std::getline(all, line);) {
    const nlohmann::json bead = nlohmann::json::parse(line);
    (bead.contains("moved") ? moved_lines : ladder_lines).push_back(bead);
  }
  CHECK(ladder_lines.size() == 4);
  REQUIRE(moved_lines.size() == 1);
  CHECK(moved_lines[0]["moved"] == true);
  CHECK(moved_lines[0]["bead"] == 0);
  CHECK(moved_lines[0]["source"]["text"] == "Uno. Y medio.");
  CHECK(moved_lines[0]["target"]["segments"] == nlohmann::json({1, 2}));
}

}  // namespace cotejo
