/// @file  The aligner without its short cuts: every node of the lattice in both passes, sums in
/// logarithms, one manner after the other. Slow and obvious. What a bead measures is shared.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "align/features.hpp"
#include "align/lattice.hpp"
#include "align/weights.hpp"
#include "cotejo/align.hpp"

namespace cotejo::reference {

constexpr double never = -std::numeric_limits<double>::infinity();

inline double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == never ? a : a + std::log1p(std::exp(b - a));
}

/// A table over all nodes of a lattice.
struct Grid {
  std::size_t columns;
  std::vector<double> cells;
  Grid(std::size_t n, std::size_t m, double value)
      : columns(m + 1), cells((n + 1) * (m + 1), value) {}
  double& at(std::size_t i, std::size_t j) { return cells[i * columns + j]; }
};

/// Posteriors by node and step, from log scores.
using Table = std::vector<Grid>;

inline Table posteriors(Table scores, const std::vector<Step>& steps,
                        const std::vector<Manner>& manners, std::size_t n, std::size_t m) {
  Table mass(steps.size(), Grid(n, m, never));
  double total = never;
  for (const Manner& manner : manners) {
    Grid before(n, m, never);
    Grid behind(n, m, never);
    const auto score = [&](std::size_t i, std::size_t j, std::size_t k) {
      const auto kind = static_cast<std::size_t>(shape(steps[k].source, steps[k].target));
      return scores[k].at(i, j) + static_cast<double>(manner.biases[kind]);
    };
    const auto inside = [&](std::size_t i, std::size_t j, Step step) {
      return i + step.source <= n && j + step.target <= m;
    };
    before.at(0, 0) = static_cast<double>(manner.prior(n, m));
    behind.at(n, m) = 0.0;
    for (std::size_t i = 0; i <= n; ++i) {
      for (std::size_t j = 0; j <= m; ++j) {
        for (std::size_t k = 0; k < steps.size(); ++k) {
          if (!inside(i, j, steps[k])) continue;
          double& to = before.at(i + steps[k].source, j + steps[k].target);
          to = log_add(to, before.at(i, j) + score(i, j, k));
        }
      }
    }
    for (std::size_t i = n + 1; i-- > 0;) {
      for (std::size_t j = m + 1; j-- > 0;) {
        for (std::size_t k = 0; k < steps.size(); ++k) {
          if (!inside(i, j, steps[k])) continue;
          const double on = score(i, j, k) + behind.at(i + steps[k].source, j + steps[k].target);
          behind.at(i, j) = log_add(behind.at(i, j), on);
          mass[k].at(i, j) = log_add(mass[k].at(i, j), before.at(i, j) + on);
        }
      }
    }
    total = log_add(total, before.at(n, m));
  }
  for (Grid& grid : mass) {
    for (double& cell : grid.cells) cell = std::exp(cell - total);
  }
  return mass;
}

/// The ladder of greatest expected worth, see DecodeOptions.
inline std::vector<Bead> decode(Table mass, const std::vector<Step>& steps, std::size_t n,
                                std::size_t m) {
  const DecodeOptions options;
  std::vector<double> source_alone(n + 1);
  std::vector<double> target_alone(m + 1);
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      source_alone[i] += mass[0].at(i, j);
      target_alone[j] += mass[1].at(i, j);
    }
  }
  const auto posterior = [&](std::size_t i, std::size_t j, std::size_t k) {
    return k == 0 ? source_alone[i] : k == 1 ? target_alone[j] : mass[k].at(i, j);
  };
  Grid worth(n, m, never);
  Grid choice(n, m, 0.0);
  worth.at(n, m) = 0.0;
  for (std::size_t i = n + 1; i-- > 0;) {
    for (std::size_t j = m + 1; j-- > 0;) {
      for (std::size_t k = 0; k < steps.size(); ++k) {
        const auto [a, b] = steps[k];
        if (i + a > n || j + b > m) continue;
        const double p = posterior(i, j, k);
        if (k > 1 && p < options.least) continue;
        const double own = (k > 1 ? 1.0 : options.null_share) * (p - options.threshold);
        if (worth.at(i + a, j + b) + own <= worth.at(i, j)) continue;
        worth.at(i, j) = worth.at(i + a, j + b) + own;
        choice.at(i, j) = static_cast<double>(k);
      }
    }
  }
  std::vector<Bead> beads;
  for (std::size_t i = 0, j = 0; i < n || j < m;) {
    const auto k = static_cast<std::size_t>(choice.at(i, j));
    const auto [a, b] = steps[k];
    beads.push_back({{i, i + a}, {j, j + b}, posterior(i, j, k), {}});
    i += a;
    j += b;
  }
  return beads;
}

inline std::vector<Bead> align(const Side& source, const Side& target,
                               const Dictionary& dictionary) {
  const WeightTable& weights = Weights::shipped().table();
  const std::size_t n = source.segments.size();
  const std::size_t m = target.segments.size();
  const Band band = full_band(n, m);
  const std::vector<SegmentMarks> left = marks(source);
  const std::vector<SegmentMarks> right = marks(target);
  Terms terms = find_terms(source, target, dictionary);
  const auto pass = [&](const Habits& habits, std::size_t most,
                        const std::vector<Manner>& manners) {
    const LexicalModel words(terms, band, most, habits);
    const FeatureModel model(left, right, words, band, habits, nullptr);
    const std::vector<Step> all = steps(most);
    Table scores(all.size(), Grid(n, m, never));
    Features features;
    for (std::size_t k = 0; k < all.size(); ++k) {
      const auto [a, b] = all[k];
      for (std::size_t i = 0; i + a <= n; ++i) {
        for (std::size_t j = 0; j + b <= m; ++j) {
          model.measure(i, a, j, b, features);
          scores[k].at(i, j) = static_cast<double>(weights.score(features, shape(a, b)));
        }
      }
    }
    return decode(posteriors(std::move(scores), all, manners, n, m), all, n, m);
  };
  const std::vector<Bead> first = pass(usual_habits(left, right), 2, {Manner{}});
  learn_links(first, terms);
  return pass(habits_of(first, terms, left, right), AlignOptions{}.most_per_side,
              {weights.manner.begin(), weights.manner.end()});
}

}  // namespace cotejo::reference
