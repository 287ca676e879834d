#include "align/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "align/wide.hpp"

namespace cotejo {
namespace {

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();

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

/// What each tilt multiplies an arc by: [step * number of tilts + tilt].
std::vector<double> factors(const Arcs& arcs, std::span<const Tilt> tilts) {
  std::vector<double> out;
  for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
    for (const Tilt& tilt : tilts) out.push_back(std::exp(static_cast<double>(tilt.steps[k])));
  }
  return out;
}

/// The sums over all ways from the first node to each, under each tilt: [node * number of tilts +
/// tilt]. The priors are the first node's.
std::vector<Wide> ways(const Band& band, const Arcs& arcs, const std::vector<double>& factors,
                       std::span<const double> priors) {
  const std::size_t tilts = priors.size();
  std::vector<Wide> to(band.nodes() * tilts);
  for (std::size_t t = 0; t < tilts; ++t) to[t] = Wide(priors[t]);
  for (std::size_t i = 0; i < band.rows(); ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      const std::size_t node = band.at(i, j);
      const Wide* here = &to[node * tilts];
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        const float arc = arcs.at(node, k);
        if (arc == 0.0F) continue;
        const Step step = arcs.steps[k];
        Wide* there = &to[band.at(i + step.source, j + step.target) * tilts];
        for (std::size_t t = 0; t < tilts; ++t)
          there[t] += here[t] * (static_cast<double>(arc) * factors[k * tilts + t]);
      }
    }
  }
  return to;
}

/// The sums over all ways from each node of the last rows looked at to the last node, under each
/// tilt: as many rows as a bead can reach.
class WaysOn {
 public:
  WaysOn(const Band& band, std::size_t tilts) : band_(band), tilts_(tilts) {}

  void begin_row(std::size_t i) {
    rows_[i % rows_.size()].assign((band_.high[i] - band_.low[i] + 1) * tilts_, Wide());
  }
  Wide* at(std::size_t i, std::size_t j) {
    return &rows_[i % rows_.size()][(j - band_.low[i]) * tilts_];
  }

 private:
  const Band& band_;
  std::size_t tilts_;
  std::array<std::vector<Wide>, 16> rows_;
};

}  // namespace

std::vector<Step> steps(std::size_t most) {
  std::vector<Step> all{{1, 0}, {0, 1}};
  for (std::size_t a = 1; a <= most; ++a) {
    for (std::size_t b = 1; b <= most; ++b) {
      // Two long runs in one bead are no translation unit any more.
      if (a == 1 || b == 1 || a + b <= 6)
        all.push_back({static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b)});
    }
  }
  return all;
}

void posteriors(const Band& band, Arcs& arcs, std::span<const Tilt> tilts) {
  constexpr float greatest = 80.0F;  // e^80 is a float still
  for (float& arc : arcs.scores)
    arc = arc == no_arc ? 0.0F : std::exp(std::clamp(arc, -greatest, greatest));
  double most = minus_infinity;  // only the differences of the priors count
  for (const Tilt& tilt : tilts) most = std::max(most, tilt.prior);
  std::vector<double> priors;
  for (const Tilt& tilt : tilts) priors.push_back(std::exp(tilt.prior - most));
  const std::vector<double> factor = factors(arcs, tilts);
  const std::vector<Wide> before = ways(band, arcs, factor, priors);
  WaysOn behind(band, tilts.size());
  Wide total;
  for (std::size_t t = 0; t < tilts.size(); ++t) total += before[before.size() - tilts.size() + t];
  const std::size_t n = band.rows() - 1;
  const std::size_t m = band.high.back();
  for (std::size_t i = n + 1; i-- > 0;) {
    behind.begin_row(i);
    if (i == n) std::fill_n(behind.at(n, m), tilts.size(), Wide(1.0));
    for (std::size_t j = band.high[i] + 1; j-- > band.low[i];) {
      const std::size_t node = band.at(i, j);
      const Wide* to = &before[node * tilts.size()];
      Wide* from = behind.at(i, j);
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        float& arc = arcs.at(node, k);
        if (arc == 0.0F) continue;
        const Wide* next = behind.at(i + arcs.steps[k].source, j + arcs.steps[k].target);
        Wide through;
        for (std::size_t t = 0; t < tilts.size(); ++t) {
          const Wide on = next[t] * (static_cast<double>(arc) * factor[k * tilts.size() + t]);
          from[t] += on;
          through += to[t] * on;
        }
        arc = static_cast<float>(std::min(1.0, share(through, total)));
      }
    }
  }
}

void narrow(Band& band, const Arcs& arcs) {
  constexpr std::size_t short_nodes = 150;  // up to here every node is looked at
  constexpr float hopeless = 1e-5F;
  constexpr std::uint32_t margin = 3;
  if (band.nodes() <= short_nodes) return;
  const std::size_t n = band.rows() - 1;
  const std::uint32_t m = band.high.back();
  Band narrowed;
  narrowed.low.assign(n + 1, m);
  narrowed.high.assign(n + 1, 0);
  const auto widen = [&](std::size_t i, std::size_t j) {
    narrowed.low[i] = std::min(narrowed.low[i], static_cast<std::uint32_t>(j));
    narrowed.high[i] = std::max(narrowed.high[i], static_cast<std::uint32_t>(j));
  };
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      for (std::size_t k = 0; k < arcs.steps.size(); ++k) {
        if (arcs.at(band.at(i, j), k) < hopeless) continue;
        // The bead's rows all see its columns.
        for (std::size_t x = i; x <= i + arcs.steps[k].source; ++x) {
          widen(x, j);
          widen(x, j + arcs.steps[k].target);
        }
      }
    }
  }
  const Band wide = std::move(band);
  band = narrowed;
  for (std::size_t i = 0; i <= n; ++i) {
    const std::uint32_t left = narrowed.low[i - std::min<std::size_t>(i, margin)];
    const std::uint32_t right = narrowed.high[std::min<std::size_t>(i + margin, n)];
    band.low[i] = std::max(left - std::min(left, margin), wide.low[i]);
    band.high[i] = std::min(right + margin, wide.high[i]);
  }
  settle(band, m);
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
        const double p = posterior(i, j, k);
        if (k > 1 && p < options.least) continue;
        if (!inside(i, j, step)) continue;
        const double rest = worth[band.at(i + step.source, j + step.target)];
        if (rest == minus_infinity) continue;
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
