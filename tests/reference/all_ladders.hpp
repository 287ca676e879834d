/// @file  Every ladder of a small lattice, one by one: the slow and obvious way to the same
/// posteriors.
#pragma once

#include <cmath>
#include <vector>

#include "align/lattice.hpp"

namespace cotejo::reference {

/// Posterior of each arc by enumerating all paths from (0, 0) to the far corner. Exponential: a
/// handful of segments only.
inline std::vector<double> posteriors(const Band& band, const Arcs& arcs) {
  const std::size_t n = band.rows() - 1;
  const std::size_t m = band.high.back();
  std::vector<double> mass(arcs.scores.size(), 0.0);
  double total = 0.0;
  std::vector<std::size_t> path;
  const auto walk = [&](const auto& self, std::size_t i, std::size_t j, double score) -> void {
    if (i == n && j == m) {
      const double weight = std::exp(score);
      total += weight;
      for (const std::size_t arc : path) mass[arc] += weight;
      return;
    }
    for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
      const std::size_t arc = band.at(i, j) * arcs.steps.size() + k;
      if (arcs.scores[arc] == no_arc) continue;
      path.push_back(arc);
      self(self, i + arcs.steps[k].source, j + arcs.steps[k].target,
           score + static_cast<double>(arcs.scores[arc]));
      path.pop_back();
    }
  };
  walk(walk, 0, 0, 0.0);
  for (double& p : mass) p /= total;
  return mass;
}

}  // namespace cotejo::reference
