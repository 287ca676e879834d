#include "review/editor/requests.hpp"

#include <catch2/catch_test_macros.hpp>

#include "cotejo/error.hpp"
#include "review/editor/history.hpp"
#include "review/editor/utf16.hpp"
#include "review/project.hpp"

namespace cotejo {

TEST_CASE("a cursor of the browser stands at the same letter here", "[editor]") {
  const std::string_view text = "a\u00F1\U0001F600b";
  CHECK(utf16_size(text) == 5);
  CHECK(byte_of_utf16(text, 0) == 0);
  CHECK(byte_of_utf16(text, 2) == 3);
  CHECK(byte_of_utf16(text, 3) == 3);  // between the halves of one
  CHECK(byte_of_utf16(text, 4) == 7);
  CHECK(byte_of_utf16(text, 99) == 8);
}

TEST_CASE("requests are understood, and nothing but requests", "[editor]") {
  const ProjectState state = small_project();
  const ActRequest split = read_act(
      R"({"revision": 7, "action": "split", "row": 1, "side": "source", "segment": 2, "offset": 1})",
      state);
  CHECK(split.seen == 7);
  CHECK(std::get<SplitRow>(std::get<Act>(split.act)).offset == 1);
  CHECK(std::holds_alternative<Undo>(read_act(R"({"revision": 1, "action": "undo"})", state).act));
  for (
      const char* bad :
      {"", "{", "[]", "null", "7", R"({"action": "undo"})", R"({"revision": 1})",
       R"({"revision": "1", "action": "undo"})", R"({"revision": 1, "action": "fly"})",
       R"({"revision": 1, "action": "merge"})", R"({"revision": 1, "action": ["merge"], "row": 1})",
       R"({"revision": 1, "action": "state", "row": 1, "state": "lost"})",
       R"({"revision": 1, "action": "split", "row": 1, "side": "source", "segment": 99, "offset": 1})",
       R"({"revision": 1, "action": "edit", "row": 1, "side": "left", "segment": 1, "text": ""})"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(read_act(bad, state), Error);
  }
}

TEST_CASE("a change comes back from the history as it was", "[editor]") {
  const ProjectState state = small_project();
  Change change = plan(state, MergeRows{1});
  change.finding = std::string("a number");
  change.dismissed = true;
  const Change back = read_change(write_change(change), state.segments.size());
  CHECK(back.splices[0].before == change.splices[0].before);
  CHECK(back.splices[0].after == change.splices[0].after);
  CHECK(back.finding == "a number");
  CHECK(back.dismissed);
  CHECK_THROWS_AS(read_change(write_change(change), 3), Error);  // segments there aren't
  CHECK_THROWS_AS(read_change("", 3), Error);
  CHECK_THROWS_AS(read_change(R"({"splices": [{"at": -1, "before": 3}]})", 3), Error);
  CHECK_FALSE(read_numbers("1 2 x", 9));
  CHECK_FALSE(read_numbers("1 ", 9));
  CHECK_FALSE(read_numbers("10", 9));
  CHECK(read_numbers("", 9)->empty());
}

}  // namespace cotejo
