#include "fit_judge.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace cotejo::bench {
namespace {

constexpr std::size_t rounds = 80;
constexpr double rate = 0.1;
constexpr double decay = 5.0;  // of leaves
constexpr std::size_t most_bins = 32;

/// The values that part a measure's values into bins of about one size.
std::vector<float> edges(const std::vector<Known>& known, std::size_t measure) {
  std::vector<float> values;
  values.reserve(known.size());
  for (const Known& one : known) values.push_back(static_cast<float>((*one.measures)[measure]));
  std::sort(values.begin(), values.end());
  std::vector<float> out;
  std::size_t last = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] == values[i - 1] || (i - last) * most_bins < values.size()) continue;
    out.push_back(0.5f * (values[i] + values[i - 1]));
    last = i;
  }
  // What few suspicions have may tell most: the last step up counts too.
  const auto step =
      std::lower_bound(values.begin(), values.end(), values.empty() ? 0.0f : values.back());
  if (step != values.begin() && step != values.end()) {
    const float edge = 0.5f * (*step + *std::prev(step));
    if (out.empty() || edge > out.back()) out.push_back(edge);
  }
  return out;
}

struct Sums {
  double gradient = 0.0;
  double slope = 0.0;

  double gain() const { return gradient * gradient / (slope + decay); }
  void add(double g, double h) {
    gradient += g;
    slope += h;
  }
};

/// Suspicions with their measures as numbers of bins.
class Boosting {
 public:
  Boosting(const std::vector<Known>& known, const MeasureWeights& weights) : known_(known) {
    for (std::size_t m = 0; m < most_measures; ++m) {
      edges_[m] = edges(known, m);
      bins_[m].reserve(known.size());
      for (const Known& one : known) {
        const auto value = static_cast<float>((*one.measures)[m]);
        bins_[m].push_back(static_cast<std::uint8_t>(
            std::upper_bound(edges_[m].begin(), edges_[m].end(), value) - edges_[m].begin()));
      }
    }
    for (const Known& one : known) sums_.push_back(log_odds(*one.measures, {weights, {}, {}}));
    gradients_.resize(known.size());
    slopes_.resize(known.size());
    leaves_.resize(known.size());
  }

  Tree grow() {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      const double p = 1.0 / (1.0 + std::exp(-sums_[i]));
      gradients_[i] = known_[i].weight * (known_[i].error - p);
      slopes_[i] = known_[i].weight * p * (1.0 - p);
      leaves_[i] = 0;
    }
    for (bool& open : open_) open = random_() % 2 == 0;
    Tree tree;
    for (std::size_t level = 0; level < tree.measures.size(); ++level) ask(tree, level);
    std::array<Sums, std::tuple_size_v<decltype(tree.worth)>> leaves;
    for (std::size_t i = 0; i < known_.size(); ++i)
      leaves[leaves_[i]].add(gradients_[i], slopes_[i]);
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
      tree.worth[leaf] =
          static_cast<float>(rate * leaves[leaf].gradient / (leaves[leaf].slope + decay));
    }
    for (std::size_t i = 0; i < known_.size(); ++i)
      sums_[i] += static_cast<double>(tree.worth[leaves_[i]]);
    return tree;
  }

 private:
  /// The question that parts all leaves best.
  void ask(Tree& tree, std::size_t level) {
    const std::size_t leaves = std::size_t{1} << level;
    double most = -1.0;
    std::size_t measure = 0, edge = 0;
    for (std::size_t m = 0; m < most_measures; ++m) {
      if (edges_[m].empty() || !open_[m]) continue;
      const std::size_t bins = edges_[m].size() + 1;
      std::vector<Sums> sums(leaves * bins);
      for (std::size_t i = 0; i < known_.size(); ++i)
        sums[leaves_[i] * bins + bins_[m][i]].add(gradients_[i], slopes_[i]);
      std::vector<double> gains(bins - 1, 0.0);
      for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
        Sums all, below;
        for (std::size_t b = 0; b < bins; ++b)
          all.add(sums[leaf * bins + b].gradient, sums[leaf * bins + b].slope);
        for (std::size_t b = 0; b + 1 < bins; ++b) {
          below.add(sums[leaf * bins + b].gradient, sums[leaf * bins + b].slope);
          gains[b] +=
              below.gain() + Sums{all.gradient - below.gradient, all.slope - below.slope}.gain();
        }
      }
      for (std::size_t b = 0; b + 1 < bins; ++b) {
        if (gains[b] <= most) continue;
        most = gains[b];
        measure = m;
        edge = b;
      }
    }
    if (edges_[measure].empty()) return;  // nothing to ask: all measures are alike
    tree.measures[level] = static_cast<std::uint8_t>(measure);
    tree.least[level] = edges_[measure][edge];
    for (std::size_t i = 0; i < known_.size(); ++i)
      leaves_[i] =
          static_cast<std::uint8_t>(leaves_[i] | (bins_[measure][i] > edge ? 1u << level : 0u));
  }

  const std::vector<Known>& known_;
  std::mt19937 random_{1};
  std::array<bool, most_measures> open_{};  ///< to the questions of a tree
  std::array<std::vector<float>, most_measures> edges_;
  std::array<std::vector<std::uint8_t>, most_measures> bins_;
  std::vector<double> sums_, gradients_, slopes_;
  std::vector<std::uint8_t> leaves_;
};

}  // namespace

MeasureWeights fit_weights(const std::vector<Known>& known, MeasureWeights w) {
  constexpr std::size_t n = most_measures + 1;
  const auto at = [](const Known& one, std::size_t f) {
    return f + 1 == n ? 1.0 : (*one.measures)[f];
  };
  for (int round = 0; round < 12; ++round) {
    std::vector<std::array<double, n + 1>> a(n);
    for (std::size_t f = 0; f < n; ++f) {
      const double penalty = f + 1 == n ? 0.01 : 3.0;
      a[f].fill(0.0);
      a[f][f] = penalty;
      a[f][n] = -penalty * w[f];
    }
    for (const Known& one : known) {
      const double p = probability(*one.measures, {w, {}, {}});
      const double slope = one.weight * std::max(1e-6, p * (1.0 - p));
      for (std::size_t f = 0; f < n; ++f) {
        const double x = at(one, f);
        if (x == 0.0) continue;
        a[f][n] += one.weight * (one.error - p) * x;
        for (std::size_t g = 0; g < n; ++g) a[f][g] += slope * x * at(one, g);
      }
    }
    for (std::size_t f = 0; f < n; ++f) {
      for (std::size_t g = 0; g < n; ++g) {
        if (f == g) continue;
        const double times = a[g][f] / a[f][f];
        if (times == 0.0) continue;
        for (std::size_t k = f; k <= n; ++k) a[g][k] -= times * a[f][k];
      }
    }
    for (std::size_t f = 0; f < n; ++f) w[f] += std::clamp(a[f][n] / a[f][f], -2.0, 2.0);
  }
  return w;
}

std::vector<Tree> fit_trees(const std::vector<Known>& known, const MeasureWeights& weights) {
  Boosting boosting(known, weights);
  std::vector<Tree> trees;
  for (std::size_t round = 0; round < rounds; ++round) trees.push_back(boosting.grow());
  return trees;
}

}  // namespace cotejo::bench
