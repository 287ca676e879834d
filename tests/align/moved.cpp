#include <algorithm>
#include <catch2/catch_test_macros.hpp>

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

Side article(const std::string& name, const std::string& language) {
  return side_of(lines_of(name + "." + language + ".sents"), language);
}

Alignment aligned(const std::vector<std::string>& en, const std::vector<std::string>& es,
                  const AlignOptions& options = {}) {
  return align(side_of(en, "en"), side_of(es, "es"), dictionary(), options);
}

/// Whether the ladder leaves all segments of the moved passages alone, and each is in one at most.
bool stand_alone(const Alignment& alignment) {
  std::vector<Range> source;
  std::vector<Range> target;
  for (const Bead& bead : alignment.beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    source.push_back(bead.source);
    target.push_back(bead.target);
  }
  for (const Bead& bead : alignment.moved) {
    source.push_back(bead.source);
    target.push_back(bead.target);
  }
  for (std::vector<Range>* ranges : {&source, &target}) {
    std::sort(ranges->begin(), ranges->end(), [](Range a, Range b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < ranges->size(); ++i) {
      if ((*ranges)[i - 1].end > (*ranges)[i].begin) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a paragraph that an editor moved is found where it went", "[align]") {
  const Alignment found = align(article("moved", "en"), article("moved", "es"), dictionary());
  REQUIRE(found.moved.size() == 2);
  CHECK(found.moved[0].source == Range{3, 4});
  CHECK(found.moved[0].target == Range{8, 9});
  CHECK(found.moved[1].source == Range{4, 5});
  CHECK(found.moved[1].target == Range{9, 10});
  CHECK(found.moved[0].confidence > 0.9);
  CHECK(tiles(found.beads, 13, 13));
  CHECK(stand_alone(found));
  CHECK(found.moved[0].evidence.empty());
}

TEST_CASE("who wants the ladder alone gets no moved passages, and the same ladder", "[align]") {
  const Side en = article("moved", "en");
  const Side es = article("moved", "es");
  AlignOptions monotone;
  monotone.monotone = true;
  const Alignment ladder = align(en, es, dictionary(), monotone);
  const Alignment whole = align(en, es, dictionary());
  CHECK(ladder.moved.empty());
  REQUIRE(ladder.beads.size() == whole.beads.size());
  for (std::size_t i = 0; i < whole.beads.size(); ++i) {
    CHECK(ladder.beads[i].source == whole.beads[i].source);
    CHECK(ladder.beads[i].target == whole.beads[i].target);
  }
  CHECK(ladder.verdict.source.share < whole.verdict.source.share);
}

TEST_CASE("a moved passage tells its reasons too", "[align]") {
  AlignOptions explained;
  explained.explain = true;
  const Alignment found =
      align(article("moved", "en"), article("moved", "es"), dictionary(), explained);
  REQUIRE(found.moved.size() == 2);
  CHECK_FALSE(found.moved[0].evidence.empty());
}

TEST_CASE("two orphans on the same topic are not taken for a moved passage", "[align]") {
  std::vector<std::string> en = lines_of("moved.en.sents");
  std::vector<std::string> es = lines_of("moved.es.sents");
  en[3] = "Ingrid Solberg was born in a house beside the lighthouse of Brenna.";
  en[4] = "The nephew found the notebooks in a cupboard last winter.";
  CHECK(aligned(en, es).moved.empty());
}

TEST_CASE("articles that nobody rearranged have no moved passages", "[align]") {
  for (const std::string name : {"news", "interview", "opinion"}) {
    const Alignment found = align(article(name, "en"), article(name, "es"), dictionary());
    CHECK(found.moved.empty());
    CHECK(found.verdict.relation == Relation::parallel);
    CHECK(found.verdict.source.missing.empty());
  }
}

TEST_CASE("a sentence that the translation says twice is not called moved", "[align]") {
  std::vector<std::string> en = lines_of("moved.en.sents");
  std::vector<std::string> es = lines_of("moved.es.sents");
  es.insert(es.begin() + 12, es[2]);  // what stands paired above returns
  for (const Bead& bead : aligned(en, es).moved) CHECK_FALSE(bead.target == Range{12, 13});
}

TEST_CASE("editions of different articles are called unrelated", "[align]") {
  for (const std::string name : {"news", "interview", "opinion", "moved"}) {
    for (const std::string other : {"news", "interview", "opinion", "moved"}) {
      if (name == other) continue;
      const Alignment found = align(article(name, "en"), article(other, "es"), dictionary());
      CHECK(found.verdict.relation == Relation::unrelated);
      CHECK(found.warnings.size() == 1);
    }
  }
  CHECK(aligned({}, {"Uno."}).verdict.relation == Relation::unrelated);
}

TEST_CASE("an edition that lacks a part is called partly parallel, and the part is named",
          "[align]") {
  std::vector<std::string> es = lines_of("news.es.sents");
  const std::size_t all = es.size();
  es.erase(es.begin() + 6, es.begin() + 14);
  const Alignment found = aligned(lines_of("news.en.sents"), es);
  CHECK(found.verdict.relation == Relation::partly_parallel);
  REQUIRE(found.verdict.source.missing.size() == 1);
  CHECK(found.verdict.source.missing[0].size() >= 5);
  CHECK(found.verdict.target.missing.empty());
  CHECK(found.verdict.source.share < found.verdict.target.share);
  CHECK(found.warnings.size() == 1);

  const std::vector<std::string> excerpt(es.begin(), es.begin() + 6);
  REQUIRE(all > 18);
  CHECK(aligned(lines_of("news.en.sents"), excerpt).verdict.relation == Relation::partly_parallel);
}

}  // namespace cotejo
