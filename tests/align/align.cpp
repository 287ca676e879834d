#include "cotejo/align.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <sstream>

#include "align/sides.hpp"

namespace cotejo {
namespace {

using testing::lines_of;
using testing::side_of;
using testing::tiles;

const Dictionary& dictionary() {
  static const Dictionary shipped = Dictionary::shipped("en", "es");
  return shipped;
}

std::string ladder(const std::vector<Bead>& beads) {
  std::ostringstream out;
  const auto list = [&](Range range) {
    out << '[';
    for (std::size_t s = range.begin; s < range.end; ++s) out << (s > range.begin ? "," : "") << s;
    out << ']';
  };
  for (const Bead& bead : beads) {
    list(bead.source);
    out << ':';
    list(bead.target);
    out << '\n';
  }
  return out.str();
}

/// Share of the gold beads with text on both sides that the aligner finds.
double found(const std::string& article) {
  const Side en = side_of(lines_of(article + ".en.sents"), "en");
  const Side es = side_of(lines_of(article + ".es.sents"), "es");
  const std::string hypothesis = ladder(align(en, es, dictionary()).beads);
  double right = 0.0;
  double all = 0.0;
  for (std::string line : lines_of(article + ".gold")) {
    line.erase(std::remove(line.begin(), line.end(), ' '), line.end());
    if (line.empty() || line.starts_with("[]") || line.ends_with("[]")) continue;
    all += 1.0;
    right += hypothesis.find(line + "\n") != std::string::npos;
  }
  return right / all;
}

bool warns(const Alignment& alignment, std::string_view words) {
  return std::any_of(
      alignment.warnings.begin(), alignment.warnings.end(),
      [&](const Message& warning) { return english(warning).find(words) != std::string::npos; });
}

std::vector<std::string> repeated(const std::string& line, std::size_t times) {
  return std::vector<std::string>(times, line);
}

}  // namespace

TEST_CASE("articles with split, joined, dropped and added sentences find their beads", "[align]") {
  CHECK(found("news") >= 0.9);
  CHECK(found("interview") >= 0.9);
  CHECK(found("opinion") >= 0.75);
}

TEST_CASE("two empty sides make an empty ladder, one empty side leaves the other alone",
          "[align]") {
  const Side empty = side_of({}, "en");
  const Side full = side_of({"Uno.", "Dos."}, "es");
  CHECK(align(empty, empty, dictionary()).beads.empty());
  const Alignment alone = align(empty, full, dictionary());
  CHECK(ladder(alone.beads) == "[]:[0]\n[]:[1]\n");
  CHECK(warns(alone, "no text to align"));
}

TEST_CASE("a pair that are no translations of each other is said to be none", "[align]") {
  const Side en = side_of(lines_of("news.en.sents"), "en");
  const Side es = side_of(lines_of("interview.es.sents"), "es");
  const Alignment alignment = align(en, es, dictionary());
  CHECK(tiles(alignment.beads, en.segments.size(), es.segments.size()));
  CHECK(warns(alignment, "do not look like translations"));
}

TEST_CASE("a missing half is named with its place", "[align]") {
  const std::vector<std::string> whole = lines_of("news.en.sents");
  std::vector<std::string> half = lines_of("news.es.sents");
  half.erase(half.begin(), half.begin() + static_cast<std::ptrdiff_t>(half.size() / 2));
  const Alignment alignment = align(side_of(whole, "en"), side_of(half, "es"), dictionary());
  CHECK(tiles(alignment.beads, whole.size(), half.size()));
  CHECK(warns(alignment, "have no counterpart"));
}

TEST_CASE("hostile sides still give a ladder that tiles", "[align]") {
  std::vector<std::string> reversed = lines_of("news.es.sents");
  std::reverse(reversed.begin(), reversed.end());
  std::string endless;
  for (int word = 0; word < 30'000; ++word) endless += "palabra" + std::to_string(word % 700) + " ";
  std::vector<std::string> numbers;
  for (int line = 0; line < 60; ++line)
    numbers.push_back(std::to_string(line * 37 % 11) + " " + std::to_string(line));
  std::vector<std::string> almost_equal = repeated("Same line.", 5000);
  almost_equal[2500] = "The one that differs: 42.";
  std::vector<std::string> fewer = repeated("La misma línea.", 4990);
  fewer[2400] = "La que difiere: 42.";
  const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> cases{
      {lines_of("news.en.sents"), reversed},
      {repeated("All alike.", 50), repeated("Todas iguales.", 47)},
      {lines_of("news.en.sents"), {endless}},
      {numbers, numbers},
      {almost_equal, fewer},
      {lines_of("news.en.sents"), lines_of("news.en.sents")},
      {repeated("", 10), repeated("Algo.", 3)},
      {{"One."}, repeated("Muchas frases para una sola.", 200)},
  };
  for (const auto& [source, target] : cases) {
    const Alignment alignment = align(side_of(source, "en"), side_of(target, "es"), dictionary());
    CHECK(tiles(alignment.beads, source.size(), target.size()));
    for (const Bead& bead : alignment.beads) {
      CHECK(bead.confidence >= 0.0);
      CHECK(bead.confidence <= 1.0);
    }
  }
}

TEST_CASE("a chapter that one side repeats is paired once", "[align]") {
  const std::vector<std::string> english = lines_of("news.en.sents");
  std::vector<std::string> spanish = lines_of("news.es.sents");
  const std::vector<std::string> once = spanish;
  spanish.insert(spanish.end(), once.begin(), once.end());
  const Alignment alignment = align(side_of(english, "en"), side_of(spanish, "es"), dictionary());
  CHECK(tiles(alignment.beads, english.size(), spanish.size()));
  std::size_t paired = 0;
  for (const Bead& bead : alignment.beads) {
    if (!bead.source.empty() && !bead.target.empty()) paired += bead.target.size();
  }
  CHECK(paired <= once.size() + 2);
  CHECK(paired + 4 >= once.size());
}

TEST_CASE("two alike sides turned about are no ladder of sure pairs", "[align]") {
  std::vector<std::string> reversed = lines_of("news.es.sents");
  std::reverse(reversed.begin(), reversed.end());
  const Alignment alignment =
      align(side_of(lines_of("news.en.sents"), "en"), side_of(reversed, "es"), dictionary());
  std::size_t sure = 0;
  for (const Bead& bead : alignment.beads) {
    sure += !bead.source.empty() && !bead.target.empty() && bead.confidence > 0.9;
  }
  CHECK(sure <= 3);
}

TEST_CASE("a bead never takes more segments a side than asked for", "[align]") {
  const Side en = side_of(lines_of("opinion.en.sents"), "en");
  const Side es = side_of(lines_of("opinion.es.sents"), "es");
  AlignOptions options;
  for (options.most_per_side = 1; options.most_per_side <= 8; ++options.most_per_side) {
    const Alignment alignment = align(en, es, dictionary(), options);
    CHECK(tiles(alignment.beads, en.segments.size(), es.segments.size()));
    for (const Bead& bead : alignment.beads) {
      CHECK(bead.source.size() <= options.most_per_side);
      CHECK(bead.target.size() <= options.most_per_side);
    }
  }
}

TEST_CASE("evidence stands inside the bead it speaks of", "[align]") {
  const Side en = side_of(lines_of("news.en.sents"), "en");
  const Side es = side_of(lines_of("news.es.sents"), "es");
  AlignOptions options;
  options.explain = true;
  bool words_met = false;
  for (const Bead& bead : align(en, es, dictionary(), options).beads) {
    if (bead.source.empty() || bead.target.empty()) {
      CHECK(bead.evidence.empty());
      continue;
    }
    const Span source{en.segments[bead.source.begin].span.begin,
                      en.segments[bead.source.end - 1].span.end};
    const Span target{es.segments[bead.target.begin].span.begin,
                      es.segments[bead.target.end - 1].span.end};
    REQUIRE_FALSE(bead.evidence.empty());
    for (const Evidence& evidence : bead.evidence) {
      if (!evidence.source.empty()) CHECK(source.holds(evidence.source));
      if (!evidence.target.empty()) CHECK(target.holds(evidence.target));
      words_met = words_met || evidence.kind == EvidenceKind::word;
    }
  }
  CHECK(words_met);
}

TEST_CASE("a long text keeps its ladder when a chapter is missing on one side", "[align]") {
  // Sentences with names of their own, as in a book; the translation lacks a run of them.
  std::mt19937 random(3);
  std::vector<std::string> en;
  std::vector<std::string> es;
  const auto name = [&] {
    std::string made(1, static_cast<char>('A' + random() % 26));
    for (int k = 0; k < 5; ++k) made += static_cast<char>('a' + random() % 26);
    return made;
  };
  for (int line = 0; line < 1500; ++line) {
    const std::string one = name();
    const std::string two = name();
    en.push_back("Then " + one + " said that the house of " + two + " was old.");
    if (line >= 400 && line < 900) continue;
    es.push_back("Luego " + one + " dijo que la casa de " + two + " era vieja.");
  }
  const Alignment alignment = align(side_of(en, "en"), side_of(es, "es"), dictionary());
  CHECK(tiles(alignment.beads, en.size(), es.size()));
  std::size_t right = 0;
  for (const Bead& bead : alignment.beads) {
    if (bead.source.size() != 1 || bead.target.size() != 1) continue;
    const std::size_t i = bead.source.begin;
    right += bead.target.begin == (i < 400 ? i : i - 500) && (i < 400 || i >= 900);
  }
  CHECK(right == es.size());
  CHECK(warns(alignment, "401 to 900 of 1500"));
}

}  // namespace cotejo
