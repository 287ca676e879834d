#include "align/embedded.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "align/sides.hpp"
#include "embed/vectors.hpp"

namespace cotejo {
namespace {

using testing::embeddings_of;
using testing::side_of;
using testing::Vector;

using Rows = std::vector<std::pair<std::string, Vector>>;

/// A meaning, the same number the same one; and how an encoder would put it, which is never exact.
Vector meaning(unsigned number, float noise = 0.0F, unsigned how = 0) {
  std::mt19937 what(number);
  std::mt19937 around(1000 * how + number);
  const auto next = [](std::mt19937& from) {
    return static_cast<float>(from()) / 4294967296.0F - 0.5F;
  };
  Vector out;
  for (int d = 0; d < 64; ++d) out.push_back(0.2F + next(what) + noise * next(around));
  return out;
}

Vector together(const Vector& a, const Vector& b) {
  Vector out;
  for (std::size_t d = 0; d < a.size(); ++d) out.push_back(a[d] + b[d]);
  return out;
}

struct Pair {
  Side source;
  Side target;
  EmbeddingScore score;
};

Pair pair_of(const std::vector<std::string>& source, const Rows& source_rows,
             const std::vector<std::string>& target, const Rows& target_rows) {
  Side from = side_of(source, "es");
  Side to = side_of(target, "en");
  EmbeddingScore score(from, to, {embeddings_of(source_rows), embeddings_of(target_rows)}, 4);
  return {std::move(from), std::move(to), std::move(score)};
}

const std::vector<std::string> nonsense_source = {"Blip.", "Frum.", "Gral.", "Host."};
const std::vector<std::string> nonsense_target = {"Wexa.", "Ylto.", "Zurg."};
const Rows nonsense_source_rows = {{"Blip.", meaning(1)},
                                   {"Frum.", meaning(2)},
                                   {"Gral.", meaning(3)},
                                   {"Host.", meaning(4)},
                                   {"Frum. Gral.", together(meaning(2), meaning(3))}};
const Rows nonsense_target_rows = {{"Wexa.", meaning(1, 0.4F, 1)},
                                   {"Ylto.", together(meaning(2, 0.4F, 1), meaning(3, 0.4F, 1))},
                                   {"Zurg.", meaning(4, 0.4F, 1)}};

TEST_CASE("sentences no dictionary knows are paired by their vectors alone") {
  const auto [source, target, score] =
      pair_of(nonsense_source, nonsense_source_rows, nonsense_target, nonsense_target_rows);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      const bool same = i == 0 ? j == 0 : i == 3 ? j == 2 : false;
      INFO(i << " " << j << " " << *score.cost({i, i + 1}, {j, j + 1}));
      if (same) CHECK(score.gain(i, 1, j, 1) > 3.0F);
      if (!same && j != 1) CHECK(score.gain(i, 1, j, 1) < -2.0F);
    }
  }
  CHECK(score.gain(1, 2, 1, 1) > score.gain(1, 1, 1, 1) + 1.0F);  // 2-1 over 1-1 and 1-0
  CHECK(score.gain(1, 2, 1, 1) > score.gain(2, 1, 1, 1) + 1.0F);
  CHECK(score.gain(0, 2, 0, 1) < score.gain(0, 1, 0, 1));  // a stranger joined costs
  CHECK(score.warnings().empty());
  AlignOptions options;
  options.embeddings = {embeddings_of(nonsense_source_rows), embeddings_of(nonsense_target_rows)};
  const std::vector<Bead> beads =
      align(source, target, Dictionary::shipped("es", "en"), options).beads;
  REQUIRE(beads.size() == 3);
  CHECK(beads[1].source == Range{1, 3});
  CHECK(beads[1].target == Range{1, 2});
}

TEST_CASE("two good pairs are worth more than one that holds both") {
  const auto [source, target, score] =
      pair_of({"a", "b", "c"},
              {{"a", meaning(1)},
               {"b", meaning(2)},
               {"c", meaning(3)},
               {"a b", together(meaning(1), meaning(2))}},
              {"x", "y", "z"},
              {{"x", meaning(1, 0.4F, 1)},
               {"y", meaning(2, 0.4F, 1)},
               {"z", meaning(3, 0.4F, 1)},
               {"x y", together(meaning(1, 0.4F, 1), meaning(2, 0.4F, 1))}});
  CHECK(score.gain(0, 1, 0, 1) + score.gain(1, 1, 1, 1) > score.gain(0, 2, 0, 2) + 2.0F);
}

TEST_CASE("a run longer than the overlaps go is scored by its sentences") {
  Rows single = nonsense_source_rows;
  single.pop_back();
  const auto [source, target, score] =
      pair_of(nonsense_source, single, nonsense_target, nonsense_target_rows);
  CHECK(score.gain(1, 2, 1, 1) > 3.0F);
  CHECK(score.gain(1, 2, 1, 1) > score.gain(1, 1, 1, 1) + 1.0F);
  CHECK(score.gain(0, 3, 0, 2) > 3.0F);
}

TEST_CASE("a sentence without a vector is aligned by the other evidence, and counted once") {
  Rows gap = nonsense_source_rows;
  gap.erase(gap.begin());
  gap[0].second.assign(64, 0.0F);
  const auto [source, target, score] =
      pair_of(nonsense_source, gap, nonsense_target, nonsense_target_rows);
  CHECK(score.gain(0, 1, 0, 1) == 0.0F);
  CHECK(score.gain(0, 2, 0, 1) == 0.0F);
  CHECK(score.gain(3, 1, 2, 1) > 3.0F);
  REQUIRE(score.warnings().size() == 1);
  CHECK(english(score.warnings()[0]) ==
        "es: 2 of 4 segments have no usable vector in v.emb; they are aligned without");
}

TEST_CASE("where there is nothing to compare with, nothing is claimed") {
  const auto [source, target, score] =
      pair_of({"a"}, {{"a", meaning(1)}}, {"x"}, {{"x", meaning(1)}});
  CHECK_FALSE(score.cost({0, 1}, {0, 1}));
  CHECK(score.gain(0, 1, 0, 1) == 0.0F);
  CHECK(score.gain(0, 1, 0, 0) == 0.0F);
  CHECK(score.gain(1, 0, 0, 1) == 0.0F);
  const auto [same, as_same, alike] = pair_of({"a", "b"}, {{"a", {1, 0}}, {"b", {2, 0}}},
                                              {"x", "y"}, {{"x", {3, 0}}, {"y", {1, 0}}});
  CHECK(alike.gain(0, 1, 0, 1) == 0.0F);
}

TEST_CASE("an encoder's scale and vectors that cancel out do no harm") {
  const Rows rows = {{"a", {3e8F, 0}}, {"b", {-2e-8F, 0}}, {"c", {0, 1}}};
  const auto [source, target, score] = pair_of({"a", "b", "c"}, rows, {"a", "b", "c"}, rows);
  CHECK(score.gain(0, 2, 0, 1) == 0.0F);
  CHECK(score.gain(0, 1, 0, 1) > 5.0F);
  CHECK(score.gain(0, 1, 1, 1) < -5.0F);
}

}  // namespace
}  // namespace cotejo
