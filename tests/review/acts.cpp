#include <catch2/catch_test_macros.hpp>

#include "cotejo/error.hpp"
#include "review/project.hpp"

namespace cotejo {
namespace {

using Rows = std::vector<std::string>;

ProjectState after(ProjectState state, const Act& act, const Aligner& aligner = {}) {
  apply(state, plan(state, act, aligner));
  return state;
}

}  // namespace

TEST_CASE("a row merges with the next, and keeps its number", "[editor]") {
  const ProjectState state = after(small_project(), MergeRows{1});
  CHECK(said(state) ==
        Rows{"Uno. Dos. Tres. | One. Two. Three.", "Cuatro. |", "| Four.", "Fin. | End."});
  CHECK(state.rows[0].id == 1);
  CHECK(state.rows[0].confidence == 0.8);
  CHECK_THROWS_AS(plan(small_project(), MergeRows{5}), Error);
  CHECK_THROWS_AS(plan(small_project(), MergeRows{99}), Error);
}

TEST_CASE("a row is cut between sentences, and the other side where the lengths fit", "[editor]") {
  const ProjectState state = after(small_project(), SplitRow{1, Edition::source, 2, 0});
  CHECK(said(state)[0] == "Uno. | One.");
  CHECK(said(state)[1] == "Dos. |");
  CHECK(state.rows[1].id == 6);
  const ProjectState other =
      after(small_project(), SplitRow{2, Edition::target, 7, std::string("Two.").size()});
  CHECK(said(other)[1] == "Tres. | Two.");
  CHECK(said(other)[2] == "| Three.");
  const ProjectState both =
      after(after(small_project(), MergeRows{1}), SplitRow{1, Edition::source, 3, 0});
  CHECK(said(both)[0] == "Uno. Dos. | One. Two.");
  CHECK(said(both)[1] == "Tres. | Three.");
}

TEST_CASE("a cut inside a sentence loses no letter of it", "[editor]") {
  ProjectState state = small_project();
  state.segments[0].text = "Sí, señor.";
  const ProjectState cut = after(state, SplitRow{1, Edition::source, 1, 4});
  CHECK(said(cut)[0] == "Sí, | One.");
  CHECK(said(cut)[1] == "señor. Dos. |");
  // Inside a letter is before it.
  CHECK(said(after(state, SplitRow{1, Edition::source, 1, 2}))[0] == "S | One.");
  CHECK_THROWS_AS(plan(state, SplitRow{1, Edition::source, 1, 0}), Error);
  CHECK_THROWS_AS(plan(state, SplitRow{1, Edition::source, 2, 999}), Error);
}

TEST_CASE("a boundary moves by a sentence, and takes the row away with its last", "[editor]") {
  CHECK(said(after(small_project(), MoveBoundary{1, Edition::source, false}))[1] ==
        "Dos. Tres. | Two. Three.");
  CHECK(said(after(small_project(), MoveBoundary{2, Edition::target, true}))[0] ==
        "Uno. Dos. | One. Two.");
  const ProjectState gone = after(small_project(), MoveBoundary{3, Edition::source, true});
  CHECK(said(gone) ==
        Rows{"Uno. Dos. | One.", "Tres. Cuatro. | Two. Three.", "| Four.", "Fin. | End."});
  CHECK_THROWS_AS(plan(small_project(), MoveBoundary{1, Edition::source, true}), Error);
  CHECK_THROWS_AS(plan(small_project(), MoveBoundary{5, Edition::source, false}), Error);
  CHECK_THROWS_AS(plan(small_project(), MoveBoundary{3, Edition::target, false}), Error);
}

TEST_CASE("unlinked sides are linked again", "[editor]") {
  const ProjectState apart = after(small_project(), UnlinkRow{5});
  CHECK(said(apart)[4] == "Fin. |");
  CHECK(said(apart)[5] == "| End.");
  CHECK(said(after(apart, LinkRows{6, 5})) == said(small_project()));
  CHECK_THROWS_AS(plan(small_project(), UnlinkRow{3}), Error);
}

TEST_CASE("linking over rows between keeps the order of both editions", "[editor]") {
  const ProjectState apart = after(small_project(), UnlinkRow{2});
  // 2 Tres. |   6 | Two. Three.   3 Cuatro. |   4 | Four.
  CHECK(said(after(apart, LinkRows{2, 4})) ==
        Rows{"Uno. Dos. | One.", "| Two. Three.", "Tres. | Four.", "Cuatro. |", "Fin. | End."});
  CHECK(said(after(apart, LinkRows{6, 3})) ==
        Rows{"Uno. Dos. | One.", "Tres. |", "Cuatro. | Two. Three.", "| Four.", "Fin. | End."});
  CHECK_THROWS_AS(plan(small_project(), LinkRows{1, 3}), Error);  // 2 is linked
  CHECK_THROWS_AS(plan(small_project(), LinkRows{1, 1}), Error);
}

TEST_CASE("an edited sentence is marked, on one line and without control characters", "[editor]") {
  const ProjectState state =
      after(small_project(), EditText{1, Edition::target, 6, " Only\n one\x01 \xff of"});
  CHECK(said(state)[0] == "Uno. Dos. | Only one");
  CHECK(state.segment(state.rows[0].target[0]).edited);
  CHECK(plan(small_project(), EditText{1, Edition::target, 6, "One. "}).empty());
  CHECK(said(after(small_project(), EditText{1, Edition::target, 6, ""}))[0] == "Uno. Dos. |");
  CHECK(after(small_project(), EditText{4, Edition::target, 9, " "}).rows.size() == 4);
}

TEST_CASE("what was confirmed is open again when it changes", "[editor]") {
  const ProjectState sure = after(small_project(), ConfirmUntil{3});
  CHECK(sure.rows[2].state == RowState::confirmed);
  CHECK(sure.rows[3].state == RowState::open);
  CHECK(after(sure, MergeRows{1}).rows[0].state == RowState::confirmed);
  CHECK(after(sure, MergeRows{3}).rows[2].state == RowState::open);
  CHECK(after(sure, EditText{1, Edition::target, 6, "1."}).rows[0].state == RowState::open);
  CHECK(after(sure, SplitRow{1, Edition::source, 2, 0}).rows[0].state == RowState::open);
}

TEST_CASE("realigning leaves confirmed rows and asks anew for the rest", "[editor]") {
  ProjectState state = after(small_project(), SetState{2, RowState::confirmed});
  state = after(state, SetBookmark{1, true});
  state = after(state, SetState{4, RowState::review});
  std::vector<std::string> asked;
  // One bead of everything.
  const Aligner aligner = [&](const Side& source, const Side& target) {
    asked.push_back(source.document.text + " / " + target.document.text);
    Alignment out;
    out.beads = {{{0, source.segments.size()}, {0, target.segments.size()}, 0.4, {}}};
    return out;
  };
  const ProjectState anew = after(state, Realign{}, aligner);
  CHECK(asked == Rows{"Uno. Dos. / One.", "Cuatro. Fin. / Four. End."});
  CHECK(said(anew) == Rows{"Uno. Dos. | One.", "Tres. | Two. Three.", "Cuatro. Fin. | Four. End."});
  CHECK(anew.rows[0].id == 1);
  CHECK(anew.rows[0].bookmark);
  CHECK(anew.rows[1] == state.rows[1]);
  CHECK(anew.rows[2].id == 6);
  CHECK(anew.rows[2].state == RowState::review);
  CHECK(plan(anew, Realign{}, aligner).empty());
}

TEST_CASE("realigning touches only the rows that come out otherwise", "[editor]") {
  const ProjectState state = small_project();
  const auto aligner = [](double first) {
    return [first](const Side&, const Side&) {
      Alignment out;
      out.beads = {{{0, 2}, {0, 1}, first, {}},
                   {{2, 3}, {1, 3}, 0.8, {}},
                   {{3, 4}, {3, 4}, 0.95, {}},
                   {{4, 5}, {4, 5}, 0.5, {}}};
      return out;
    };
  };
  const Change one = plan(state, Realign{}, aligner(0.9004));
  REQUIRE(one.splices.size() == 1);
  CHECK(one.splices[0].at == 2);
  CHECK(one.splices[0].before.size() == 2);
  CHECK(one.splices[0].after.size() == 1);
  const Change two = plan(state, Realign{}, aligner(0.7));
  CHECK(two.splices.size() == 2);
  ProjectState there = state;
  apply(there, two);
  CHECK(there.rows.size() == 4);
  CHECK(there.rows[0].confidence == 0.7);
  apply(there, inverse(two));
  CHECK(there.rows == state.rows);
}

TEST_CASE("a moved passage stays one while its two ends stay as they are", "[editor]") {
  const Side source = side("es", {{"Uno."}, {"Dos."}, {"Tres."}});
  const Side target = side("en", {{"One."}, {"Three."}, {"Two."}});
  const ProjectState state = begin_project(source, target,
                                           {{{0, 1}, {0, 1}, 1, {}},
                                            {{1, 2}, {1, 1}, 1, {}},
                                            {{2, 3}, {1, 2}, 1, {}},
                                            {{3, 3}, {2, 3}, 1, {}}},
                                           {{{1, 2}, {2, 3}, 0.8, {}}});
  const ProjectSides sides = sides_of(state, state.rows);
  REQUIRE(sides.moved.size() == 1);
  CHECK(sides.moved[0].source == Range{1, 2});
  CHECK(sides.moved[0].target == Range{2, 3});
  const ProjectState merged = after(state, MergeRows{3});
  CHECK(sides_of(merged, merged.rows).moved.empty());
}

TEST_CASE("a project without a sentence can be opened", "[editor]") {
  const ProjectState state = begin_project({}, {}, {}, {});
  CHECK(state.rows.empty());
  CHECK(plan(state, Realign{}, [](const Side&, const Side&) { return Alignment(); }).empty());
  CHECK(sides_of(state, state.rows).beads.empty());
}

}  // namespace cotejo
