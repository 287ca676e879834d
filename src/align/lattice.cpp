#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cotejo {
namespace {

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();

/// log(exp(a) + exp(b))
double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b == minus_infinity) return a;
  const double gap = b - a;
  return gap < -40.0 ? a : a + std::log1p(std::exp(gap));
}

/// The posterior of each segment's standing alone, over all the places it can.
struct NullPosteriors {
  std::vector<double> source;
  std::vector<double> target;
};

NullPosteriors null_posteriors(const Band& band, const Arcs& arcs) {
  NullPosteriors nulls{std::vector<double>(band.rows()), std::vector<double>(band.high.back() + 1)};
  for (std::size_t i = 0; i < band.rows(); ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      nulls.source[i] += arcs.at(band.at(i, j), 0);
      nulls.target[j] += arcs.at(band.at(i, j), 1);
    }
  }
  return nulls;
}

}  // namespace

std::vector<Step> steps(std::size_t most) {
  std::vector<Step> all{{1, 0}, {0, 1}};
  for (std::size_t a = 1; a <= most; ++a) {
    for (std::size_t b = 1; b <= most; ++b) {
      // Two long runs in one bead are no translation unit any more.
      if (a + b <= std::max<std::size_t>(most + 1, 6))
        all.push_back({static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b)});
    }
  }
  return all;
}

double posteriors(const Band& band, Arcs& arcs) {
  const std::size_t n = band.rows() - 1;
  const std::size_t m = band.high.back();
  std::vector<double> forward(band.nodes(), minus_infinity);
  std::vector<double> backward(band.nodes(), minus_infinity);
  forward[band.at(0, 0)] = 0.0;
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      const std::size_t node = band.at(i, j);
      if (forward[node] == minus_infinity) continue;
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        if (arcs.at(node, k) == no_arc) continue;
        const std::size_t to = band.at(i + arcs.steps[k].source, j + arcs.steps[k].target);
        forward[to] = log_add(forward[to], forward[node] + static_cast<double>(arcs.at(node, k)));
      }
    }
  }
  const double total = forward[band.at(n, m)];
  backward[band.at(n, m)] = 0.0;
  for (std::size_t i = n + 1; i-- > 0;) {
    for (std::size_t j = band.high[i] + 1; j-- > band.low[i];) {
      const std::size_t node = band.at(i, j);
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        float& arc = arcs.at(node, k);
        if (arc == no_arc) {
          arc = 0.0F;
          continue;
        }
        const std::size_t to = band.at(i + arcs.steps[k].source, j + arcs.steps[k].target);
        const double through = static_cast<double>(arc) + backward[to];
        backward[node] = log_add(backward[node], through);
        arc = static_cast<float>(std::exp(std::min(0.0, forward[node] + through - total)));
      }
    }
  }
  return total;
}

std::vector<Bead> decode(const Band& band, const Arcs& arcs, const DecodeOptions& options) {
  const std::size_t n = band.rows() - 1;
  const std::size_t m = band.high.back();
  const NullPosteriors nulls = null_posteriors(band, arcs);
  const auto posterior = [&](std::size_t i, std::size_t j, std::size_t k) {
    return k == 0   ? nulls.source[i]
           : k == 1 ? nulls.target[j]
                    : static_cast<double>(arcs.at(band.at(i, j), k));
  };
  const auto inside = [&](std::size_t i, std::size_t j, Step step) {
    return i + step.source <= n && band.holds(i + step.source, j + step.target);
  };
  std::vector<double> worth(band.nodes(), minus_infinity);
  std::vector<std::uint8_t> choice(band.nodes(), 0);
  worth[band.at(n, m)] = 0.0;
  for (std::size_t i = n + 1; i-- > 0;) {
    for (std::size_t j = band.high[i] + 1; j-- > band.low[i];) {
      const std::size_t node = band.at(i, j);
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        const Step step = arcs.steps[k];
        if (!inside(i, j, step)) continue;
        const double rest = worth[band.at(i + step.source, j + step.target)];
        if (rest == minus_infinity) continue;
        const double p = posterior(i, j, k);
        if (k > 1 && p < options.least) continue;
        const double own =
            k > 1 ? p - options.threshold : options.null_share * (p - options.threshold);
        if (rest + own > worth[node]) {
          worth[node] = rest + own;
          choice[node] = static_cast<std::uint8_t>(k);
        }
      }
    }
  }
  std::vector<Bead> beads;
  for (std::size_t i = 0, j = 0; i < n || j < m;) {
    const std::size_t k = choice[band.at(i, j)];
    const Step step = arcs.steps[k];
    beads.push_back(
        {{i, i + step.source}, {j, j + step.target}, std::min(1.0, posterior(i, j, k)), {}});
    i += step.source;
    j += step.target;
  }
  return beads;
}

}  // namespace cotejo
