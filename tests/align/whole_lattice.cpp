#include "reference/whole_lattice.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>

#include "align/sides.hpp"

namespace cotejo {
namespace {

using testing::side_of;
using Lines = std::vector<std::string>;

/// Where a bead stands; an empty side is the same wherever it does.
std::array<std::size_t, 4> place(const Bead& bead) {
  const auto of = [](Range range) { return range.empty() ? Range{} : range; };
  return {of(bead.source).begin, of(bead.source).end, of(bead.target).begin, of(bead.target).end};
}

/// Whether an insertion stands before or behind a deletion is all the same.
std::vector<Bead> in_order(std::vector<Bead> beads) {
  std::sort(beads.begin(), beads.end(),
            [](const Bead& a, const Bead& b) { return place(a) < place(b); });
  return beads;
}

/// What the aligner makes as great as it can.
double worth(const std::vector<Bead>& beads) {
  const DecodeOptions options;
  double sum = 0.0;
  for (const Bead& bead : beads) {
    const bool alone = bead.source.empty() || bead.target.empty();
    sum += (alone ? options.null_share : 1.0) * (bead.confidence - options.threshold);
  }
  return sum;
}

bool distinct(const Lines& lines) {
  return std::set<std::string>(lines.begin(), lines.end()).size() == lines.size();
}

void compare(const Lines& english, const Lines& spanish, const Dictionary& dictionary,
             double margin) {
  const Side source = side_of(english, "en");
  const Side target = side_of(spanish, "es");
  const std::vector<Bead> quick = in_order(align(source, target, dictionary).beads);
  const std::vector<Bead> slow = in_order(reference::align(source, target, dictionary));
  const double size = static_cast<double>(english.size() + spanish.size());
  CHECK(worth(quick) == Catch::Approx(worth(slow)).margin(margin * size));
  // Where a line stands twice, two ladders can be worth the same.
  if (!distinct(english) || !distinct(spanish)) return;
  REQUIRE(quick.size() == slow.size());
  for (std::size_t k = 0; k < quick.size(); ++k) {
    CHECK(place(quick[k]) == place(slow[k]));
    CHECK(quick[k].confidence == Catch::Approx(slow[k].confidence).margin(margin));
  }
}

/// All runs of up to `most` of the lines.
std::vector<Lines> runs(const Lines& pool, std::size_t most) {
  std::vector<Lines> all{{}};
  for (std::size_t begin = 0, round = 0; round < most; ++round) {
    const std::size_t end = all.size();
    for (; begin < end; ++begin) {
      for (const std::string& line : pool) {
        all.push_back(all[begin]);
        all.back().push_back(line);
      }
    }
  }
  all.erase(all.begin());
  return all;
}

/// Two editions with invented names, sentences dropped and joined.
struct Editions {
  Lines english;
  Lines spanish;

  Editions(std::size_t sentences, unsigned seed) {
    std::mt19937 dice(seed);
    const auto one_in = [&](unsigned n) { return dice() % n == 0; };
    for (std::size_t s = 0; s < sentences; ++s) {
      const std::string name = "Tor" + std::to_string(dice() % 90) + "mund";
      const std::string year = std::to_string(1800 + dice() % 200);
      const std::string there = "In " + year + " the house of " + name + " was sold.";
      const std::string here = "En " + year + " se vendió la casa de " + name + ".";
      if (!one_in(15)) english.push_back(there);
      if (one_in(12)) continue;
      if (one_in(10) && !spanish.empty()) {
        spanish.back() += ' ' + here;
      } else {
        spanish.push_back(here);
      }
    }
  }
};

}  // namespace

TEST_CASE("small ladders are those of the whole lattice", "[align]") {
  const std::vector<Lines> english =
      runs({"The king is dead.", "Who killed him?", "Nobody knows."}, 3);
  const std::vector<Lines> spanish =
      runs({"El rey ha muerto.", "¿Quién lo mató? Nadie lo sabe."}, 3);
  const Dictionary dictionary = Dictionary::shipped("en", "es");
  for (const Lines& source : english) {
    for (const Lines& target : spanish) compare(source, target, dictionary, 0.001);
  }
}

TEST_CASE("long ladders are those of the whole lattice, whatever was left out", "[align]") {
  // What an orphan could be at best is looked for in the band alone: confidences differ a little.
  const Dictionary dictionary = Dictionary::shipped("en", "es");
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const Editions editions(60 + 55 * seed, seed);
    compare(editions.english, editions.spanish, dictionary, 0.15);
  }
}

}  // namespace cotejo
