#include <catch2/catch_test_macros.hpp>

#include "cotejo/unit.hpp"
#include "side.hpp"

namespace cotejo {

TEST_CASE("a unit holds what a bead's segments say, in order", "[unit]") {
  const Side source = side("es", {{"Llegó.", "Y se fue."}, {"Fin."}});
  const Side target = side("en", {{"She came and went."}, {"The end."}});
  const std::vector<Unit> found =
      units(source, target, {{{0, 2}, {0, 1}, 0.9, {}}, {{2, 3}, {1, 2}, 0.8, {}}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].source == "Llegó. Y se fue.");
  CHECK(found[0].target == "She came and went.");
  CHECK(found[0].source_count == 2);
  CHECK(found[0].target_count == 1);
  CHECK(found[0].confidence == 0.9);
  CHECK(found[1].bead == 1);
}

TEST_CASE("line wraps become spaces, a no-break space stays the author's", "[unit]") {
  const Side one = side("es", {{"Un 3\u00A0% \n\t más"}});
  CHECK(passage(one, {0, 1}) == "Un 3\u00A0% más");
  CHECK(passage(one, {1, 1}).empty());
}

TEST_CASE("segments that touch in the document are not parted", "[unit]") {
  Side one = side("en", {{"End.Next one"}});
  one.segments = {{{0, 4}, 0}, {{4, 8}, 0}, {{9, 12}, 0}};
  CHECK(passage(one, {0, 3}) == "End.Next one");
}

TEST_CASE("insertions and deletions make no half-empty unit", "[unit]") {
  const Side source = side("es", {{"Uno.", "Dos."}});
  const Side target = side("en", {{"One.", "Three."}});
  const std::vector<Unit> found = units(
      source, target, {{{0, 1}, {0, 1}, 1, {}}, {{1, 2}, {1, 1}, 1, {}}, {{2, 2}, {1, 2}, 1, {}}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].source == "Uno.");
  CHECK(found[0].before.empty());
  CHECK(found[0].after.empty());
  CHECK(units({}, {}, {}).empty());
}

TEST_CASE("date lines stay out of a memory unless asked for", "[unit]") {
  Side source = side("es", {{"Hoy, 3 de mayo"}, {"Texto."}});
  Side target = side("en", {{"Today, May 3"}, {"Text."}});
  source.document.blocks[0].kind = target.document.blocks[0].kind = BlockKind::dateline;
  const std::vector<Bead> apart = {{{0, 1}, {0, 1}, 1, {}}, {{1, 2}, {1, 2}, 1, {}}};
  const std::vector<Bead> together = {{{0, 2}, {0, 2}, 1, {}}};
  REQUIRE(units(source, target, apart).size() == 1);
  CHECK(units(source, target, apart)[0].source == "Texto.");
  CHECK(units(source, target, apart, {.metadata = true, .least_confidence = 0}).size() == 2);
  REQUIRE(units(source, target, together).size() == 1);
  CHECK(units(source, target, together)[0].source == "Texto.");
  CHECK(units(source, target, together)[0].source_count == 1);
}

TEST_CASE("the context of a unit doesn't hang on the threshold", "[unit]") {
  const Side source = side("es", {{"Uno.", "Dos.", "Tres."}});
  const Side target = side("en", {{"One.", "Two.", "Three."}});
  const std::vector<Bead> beads = {
      {{0, 1}, {0, 1}, 0.9, {}}, {{1, 2}, {1, 2}, 0.2, {}}, {{2, 3}, {2, 3}, 0.9, {}}};
  const std::vector<Unit> all = units(source, target, beads);
  const std::vector<Unit> sure =
      units(source, target, beads, {.metadata = false, .least_confidence = 0.5});
  REQUIRE(all.size() == 3);
  REQUIRE(sure.size() == 2);
  CHECK(all[1].before == hex(hash("Uno.")));
  CHECK(all[0].after == hex(hash("Dos.")));
  CHECK(sure[0].after == all[0].after);
  CHECK(sure[1].before == all[2].before);
}

TEST_CASE("hashes are the same for ever: memories on disk hold them", "[unit]") {
  CHECK(hex(hash("", "")) == "af63bd4c8601b7df");
  CHECK(hash("ab", "c") != hash("a", "bc"));
  CHECK(hex(0) == "0000000000000000");
  CHECK(hex(0xFEDCBA9876543210) == "fedcba9876543210");
}

TEST_CASE("a moved passage is a unit where the source has it", "[unit]") {
  const Side source = side("es", {{"Uno."}, {"Dos."}, {"Tres."}});
  const Side target = side("en", {{"One."}, {"Three."}, {"Two."}});
  const std::vector<Bead> beads = {{{0, 1}, {0, 1}, 1, {}},
                                   {{1, 2}, {1, 1}, 1, {}},
                                   {{2, 3}, {1, 2}, 1, {}},
                                   {{3, 3}, {2, 3}, 1, {}}};
  const std::vector<Unit> found = units(source, target, beads, {}, {{{1, 2}, {2, 3}, 0.8, {}}});
  REQUIRE(found.size() == 3);
  CHECK_FALSE(found[0].moved);
  CHECK(found[1].moved);
  CHECK(found[1].source == "Dos.");
  CHECK(found[1].target == "Two.");
  CHECK(found[1].bead == 1);
  CHECK(found[1].before == hex(hash("Uno.")));
  CHECK(found[2].before == hex(hash("Dos.")));
  CHECK(units(source, target, beads, {.metadata = false, .least_confidence = 0.9},
              {{{1, 2}, {2, 3}, 0.8, {}}})
            .size() == 2);
}

}  // namespace cotejo
