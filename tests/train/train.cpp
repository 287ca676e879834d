#include "cotejo/train.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "align/sides.hpp"
#include "cotejo/accuracy.hpp"
#include "cotejo/error.hpp"
#include "cotejo/exchange.hpp"

namespace cotejo {
namespace {

Lesson lesson(const std::string& name) {
  Lesson out;
  out.document = name;
  out.source = testing::side_of(testing::lines_of(name + ".en.sents"), "en");
  out.target = testing::side_of(testing::lines_of(name + ".es.sents"), "es");
  std::string ladder;
  for (const std::string& line : testing::lines_of(name + ".gold")) ladder += line + '\n';
  out.ladder = read_ladder(ladder, name, out.source.segments.size(), out.target.segments.size());
  return out;
}

std::vector<Lesson> lessons() { return {lesson("news"), lesson("interview"), lesson("opinion")}; }

Dictionary dictionary() { return Dictionary::shipped("en", "es"); }

double strict(const std::vector<Lesson>& all, const std::vector<std::vector<Bead>>& found) {
  Accuracy accuracy;
  for (std::size_t k = 0; k < all.size(); ++k) accuracy.add(found[k], all[k].ladder);
  return accuracy.strict.f1();
}

std::string complaint(const std::string& table) {
  try {
    Weights::read(table, "mine.tsv");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("three articles from scratch teach the aligner to align the fourth", "[train]") {
  const std::vector<Lesson> all = lessons();
  TrainOptions options;
  options.start.reset();
  CHECK(strict(all, cross_validate(all, dictionary(), 3, options)) > 0.85);
}

TEST_CASE("who trains twice gets the same weights", "[train]") {
  const std::vector<Lesson> all = lessons();
  CHECK(train(all, dictionary()).rows() == train(all, dictionary()).rows());
}

TEST_CASE("with nothing to learn from, weights stay as they are", "[train]") {
  CHECK(train({}, dictionary()).rows() == Weights::shipped().rows());
}

TEST_CASE("a caller may end the training", "[train]") {
  TrainOptions options;
  options.step = [] { throw Error(Message{"enough", {}}); };
  CHECK_THROWS_AS(train(lessons(), dictionary(), options), Error);
}

TEST_CASE("a table of weights comes back as it was written, and a damaged one is named",
          "[train]") {
  const std::string rows = Weights::shipped().rows();
  CHECK(Weights::read("# mine\n" + rows, "mine.tsv").rows() == rows);
  CHECK(complaint(rows.substr(rows.find('\n') + 1)).find("length_distance") != std::string::npos);
  CHECK(complaint("feature\tluck\t1\n" + rows).starts_with("mine.tsv:1: "));
  CHECK(complaint(rows + rows).find("twice") != std::string::npos);
  CHECK(complaint("feature\tlength_distance\tmuch\n").starts_with("mine.tsv:1: much"));
  CHECK(complaint("feature\tlength_distance\tnan\n").starts_with("mine.tsv:1: nan"));
}

TEST_CASE("a ladder comes back as it was written, and a damaged one is named", "[train]") {
  const auto fault = [](const std::string& text) -> std::string {
    try {
      read_ladder(text, "x", 3, 2);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const std::string good = "[0, 1]:[0]:0.500000\n[]:[1]:1.000000\n[2]:[]:0.250000\n";
  std::string back;
  write_ladder([&](std::string_view bytes) { back += bytes; }, read_ladder(good, "x", 3, 2));
  CHECK(back == good);
  CHECK(fault("\n [0,1] : [0]\r\n[2]:[1]\n").empty());
  CHECK(fault("[0]:[0]\n[2]:[1]").starts_with("x:2: segment 1 is due"));
  CHECK(fault("[0,1,2]:[0]").find("ends at segments 3 and 1 of 3 and 2") != std::string::npos);
  for (const char* line : {"0:0", "[]:[]", "[0]", "[0]:[0]:2", "[0]:[0]:0.5:1", "[0:[0]",
                           "[-1]:[0]", "[0]:[0]x", "[99999999999999999999]:[0]"}) {
    INFO(line);
    CHECK(fault(line).starts_with("x:1: "));
  }
}

}  // namespace cotejo
