#include "align/skeleton.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <utility>

namespace cotejo {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

SideTerms side_terms(std::size_t segments, const Pairs& own_and_other) {
  SideTerms side;
  std::vector<std::vector<std::uint32_t>> types(segments);
  for (const auto& [own, other] : own_and_other) {
    types[own].push_back(static_cast<std::uint32_t>(side.types.size()));
    side.types.push_back({TermClass::name, 1, {{other, 1.0F}}});
  }
  side.first.push_back(0);
  for (const std::vector<std::uint32_t>& in_segment : types) {
    for (const std::uint32_t type : in_segment) side.terms.push_back({type, {}});
    side.first.push_back(static_cast<std::uint32_t>(side.terms.size()));
  }
  return side;
}

/// Sides of which each pair of segments shares a name of its own.
Terms terms_of(std::size_t n, std::size_t m, Pairs pairs) {
  Terms terms;
  terms.source = side_terms(n, pairs);
  for (auto& [source, target] : pairs) std::swap(source, target);
  terms.target = side_terms(m, pairs);
  return terms;
}

/// Whether a path of single steps leads through the band from corner to corner.
bool is_whole(const Band& band, std::size_t n, std::size_t m) {
  if (band.rows() != n + 1 || band.low[0] != 0 || band.high[n] != m) return false;
  for (std::size_t i = 0; i <= n; ++i) {
    if (band.low[i] > band.high[i]) return false;
    if (i == 0) continue;
    if (band.low[i] < band.low[i - 1] || band.high[i] < band.high[i - 1]) return false;
    if (band.low[i] > band.high[i - 1]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("whatever ties two sides, a ladder fits into the band, and it grows with their length",
          "[align]") {
  std::mt19937 random(5);
  const auto below = [&](std::size_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
  };
  const std::vector<std::pair<std::size_t, std::size_t>> sizes{
      {1, 1},     {1, 30'000}, {30'000, 1}, {2, 20'000}, {150, 150}, {400, 90},
      {60, 4000}, {4000, 60},  {700, 700},  {5000, 900}, {900, 5000}};
  for (const auto& [n, m] : sizes) {
    for (const std::size_t count : {0U, 1U, 3U, 40U, 400U}) {
      for (const bool rising : {false, true}) {
        Pairs pairs(count);
        for (auto& [source, target] : pairs) {
          source = below(n);
          target = rising ? static_cast<std::uint32_t>(source * m / n) : below(m);
        }
        const Band band = find_band(terms_of(n, m, pairs));
        CAPTURE(n, m, count, rising);
        CHECK(is_whole(band, n, m));
        CHECK(band.nodes() <= 20'000 + 500 * (n + m));
      }
    }
  }
}

TEST_CASE("ties that cross the others are left out of the chain", "[align]") {
  Pairs pairs;
  for (std::uint32_t i = 0; i < 300; i += 10) pairs.push_back({i, i});
  pairs.push_back({45, 285});
  const std::vector<Tie> chain = find_ties(terms_of(300, 300, pairs));
  CHECK(chain.size() == 30);
  CHECK(std::all_of(chain.begin(), chain.end(),
                    [](const Tie& tie) { return tie.source == tie.target; }));
}

}  // namespace cotejo
