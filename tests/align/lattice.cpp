#include "align/lattice.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "align/sides.hpp"
#include "reference/all_ladders.hpp"

namespace cotejo {

using Catch::Approx;
namespace {

Arcs random_arcs(const Band& band, std::size_t most, std::mt19937& random) {
  Arcs arcs{steps(most), {}};
  arcs.scores.assign(band.nodes() * arcs.steps.size(), no_arc);
  std::uniform_real_distribution<float> score(-3.0F, 3.0F);
  for (std::size_t i = 0; i < band.rows(); ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        if (band.holds(i + arcs.steps[k].source, j + arcs.steps[k].target))
          arcs.at(band.at(i, j), k) = score(random);
      }
    }
  }
  return arcs;
}

/// No manner tilts the scores.
void plain_posteriors(const Band& band, Arcs& arcs) {
  const std::vector<Tilt> plain{{std::vector<float>(arcs.steps.size()), 0.0}};
  posteriors(band, arcs, plain);
}

}  // namespace

TEST_CASE("a confidence is the share of all ladders that hold the bead", "[align]") {
  std::mt19937 random(7);
  for (std::size_t n = 0; n <= 4; ++n) {
    for (std::size_t m = 0; m <= 4; ++m) {
      const Band band = full_band(n, m);
      Arcs arcs = random_arcs(band, 3, random);
      const std::vector<double> expected = reference::posteriors(band, arcs);
      plain_posteriors(band, arcs);
      for (std::size_t arc = 0; arc < expected.size(); ++arc) {
        CHECK(static_cast<double>(arcs.scores[arc]) == Approx(expected[arc]).margin(1e-5));
      }
    }
  }
}

TEST_CASE("each segment stands in exactly one bead, in probability and in the ladder", "[align]") {
  std::mt19937 random(11);
  const std::size_t n = 40;
  const std::size_t m = 33;
  const Band band = full_band(n, m);
  Arcs arcs = random_arcs(band, 4, random);
  plain_posteriors(band, arcs);
  std::vector<double> held(n);
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        for (std::size_t x = i; x < i + arcs.steps[k].source && x < n; ++x) {
          held[x] += static_cast<double>(arcs.at(band.at(i, j), k));
        }
      }
    }
  }
  for (const double sum : held) CHECK(sum == Approx(1.0).margin(1e-3));
  CHECK(testing::tiles(decode(band, arcs, {}), n, m));
}

}  // namespace cotejo
