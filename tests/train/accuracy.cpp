#include "cotejo/accuracy.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace cotejo {

using Catch::Approx;

TEST_CASE("a bead counts when both its sides are exactly those of gold", "[train]") {
  const std::vector<Bead> gold = {{{0, 1}, {0, 1}, 1, {}},
                                  {{1, 3}, {1, 2}, 1, {}},
                                  {{3, 4}, {2, 2}, 1, {}},
                                  {{4, 4}, {2, 3}, 1, {}}};
  const std::vector<Bead> found = {{{0, 1}, {0, 1}, 0.9, {}},
                                   {{1, 2}, {1, 2}, 0.6, {}},
                                   {{2, 2}, {2, 3}, 0.8, {}},
                                   {{2, 3}, {3, 3}, 0.7, {}},
                                   {{3, 4}, {3, 3}, 0.7, {}}};
  Accuracy accuracy;
  accuracy.add(found, gold);
  CHECK(accuracy.strict.f1() == Approx(0.5));
  CHECK(accuracy.link.f1() == Approx(2 * 2.0 / (2 + 3)));
  CHECK(accuracy.null.f1() == Approx(2 * 2.0 / (3 + 2)));  // wherever they stand
  CHECK(accuracy.many.f1() == 0.0);
  // Right: .9, .8 and one of the two at .7; wrong: .6 and the other.
  CHECK(accuracy.ranking() == Approx((3 + 2 + 0.5) / 6.0));
  CHECK(accuracy.calibration_error() == Approx((0.1 + 0.6 + 0.2 + 0.4) / 5));
}

TEST_CASE("nothing found where nothing is gives no figure but nought", "[train]") {
  Accuracy accuracy;
  accuracy.add({}, {});
  CHECK(accuracy.strict.f1() == 0.0);
  CHECK(accuracy.calibration_error() == 0.0);
  CHECK(accuracy.ranking() == 0.5);
}

}  // namespace cotejo
