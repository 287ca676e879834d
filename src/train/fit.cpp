#include "train/fit.hpp"

#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <limits>
#include <vector>

namespace cotejo {
namespace {

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b < a - 40.0) return a;
  return a + std::log1p(std::exp(b - a));
}

/// Where a parameter stands among all of them.
constexpr std::size_t shape_at(Shape shape) {
  return feature_count + static_cast<std::size_t>(shape);
}
constexpr std::size_t manner_at(std::size_t manner) {
  return feature_count + shapes + (manner - 1) * (shapes + 2);  // the first manner has none
}
constexpr std::size_t parameters = manner_at(manners);

constexpr double manner_decay = 0.2;  // manners may be further from what they were

/// All weights in a row.
std::vector<double> flat(const WeightTable& weights) {
  std::vector<double> x;
  x.insert(x.end(), weights.features.begin(), weights.features.end());
  x.insert(x.end(), weights.biases.begin(), weights.biases.end());
  for (std::size_t m = 1; m < manners; ++m) {
    const Manner& manner = weights.manner[m];
    x.insert(x.end(), manner.biases.begin(), manner.biases.end());
    x.push_back(static_cast<double>(manner.constant));
    x.push_back(static_cast<double>(manner.per_segment));
  }
  return x;
}

WeightTable unflat(std::span<const double> x) {
  WeightTable weights;
  auto at = x.begin();
  const auto take = [&] { return static_cast<float>(*at++); };
  for (float& feature : weights.features) feature = take();
  for (float& bias : weights.biases) bias = take();
  for (std::size_t m = 1; m < manners; ++m) {
    for (float& bias : weights.manner[m].biases) bias = take();
    weights.manner[m].constant = take();
    weights.manner[m].per_segment = take();
  }
  return weights;
}

/// One forward-backward pass over a sample under one manner.
struct Pass {
  double total = minus_infinity;
  std::vector<double> posteriors;  // of the arcs
};

class Objective {
 public:
  Objective(std::span<const Sample> samples, const FitOptions& options)
      : samples_(samples), options_(options), prior_(flat(options.prior)) {}

  void step() const {
    if (options_.step) options_.step();
  }

  /// The negative log-likelihood and its gradient.
  double operator()(const double* x, double* gradient) {
    double loss = 0.0;
    for (std::size_t p = 0; p < parameters; ++p) {
      const double decay = options_.decay * (p >= manner_at(1) ? manner_decay : 1.0);
      loss += 0.5 * decay * (x[p] - prior_[p]) * (x[p] - prior_[p]);
      gradient[p] = decay * (x[p] - prior_[p]);
    }
    for (const Sample& sample : samples_) loss += add(sample, x, gradient);
    return loss;
  }

 private:
  double add(const Sample& sample, const double* x, double* gradient) {
    score(sample, x);
    const double size = 0.5 * static_cast<double>(sample.source_segments + sample.target_segments);
    double all = minus_infinity;
    double gold = minus_infinity;
    for (std::size_t m = 0; m < manners; ++m) {
      const double* own = m > 0 ? x + manner_at(m) : nullptr;
      const double prior = own ? own[shapes] + own[shapes + 1] * size : 0.0;
      run(sample, own, false, all_[m]);
      run(sample, own, true, gold_[m]);
      all_[m].total += prior;
      gold_[m].total += prior;
      all = log_add(all, all_[m].total);
      gold = log_add(gold, gold_[m].total);
    }
    if (gold == minus_infinity) return 0.0;  // gold leaves the band
    const double likelihood = gold - all;
    // log(p + noise): a piece that no weights explain pulls no more.
    const double kept = log_add(likelihood, std::log(options_.noise));
    const double share = sample.weight * std::exp(likelihood - kept);
    pulls_.assign(sample.arcs.size(), 0.0);
    for (std::size_t m = 0; m < manners; ++m) {
      const double in_all = share * std::exp(all_[m].total - all);
      const double in_gold = share * std::exp(gold_[m].total - gold);
      double* own = m > 0 ? gradient + manner_at(m) : nullptr;
      for (std::size_t a = 0; a < sample.arcs.size(); ++a) {
        const double pull = in_all * all_[m].posteriors[a] - in_gold * gold_[m].posteriors[a];
        pulls_[a] += pull;
        if (own) own[static_cast<std::size_t>(sample.arcs[a].shape)] += pull;
      }
      if (!own) continue;
      own[shapes] += in_all - in_gold;
      own[shapes + 1] += (in_all - in_gold) * size;
    }
    for (std::size_t a = 0; a < sample.arcs.size(); ++a) {
      if (pulls_[a] == 0.0) continue;
      gradient[shape_at(sample.arcs[a].shape)] += pulls_[a];
      for (std::size_t f = 0; f < feature_count; ++f)
        gradient[f] += pulls_[a] * static_cast<double>(sample.features[a][f]);
    }
    return -sample.weight * kept;
  }

  void score(const Sample& sample, const double* x) {
    scores_.resize(sample.arcs.size());
    for (std::size_t a = 0; a < sample.arcs.size(); ++a) {
      double sum = x[shape_at(sample.arcs[a].shape)];
      for (std::size_t f = 0; f < feature_count; ++f)
        sum += x[f] * static_cast<double>(sample.features[a][f]);
      scores_[a] = sum;
    }
  }

  void run(const Sample& sample, const double* biases, bool gold_only, Pass& pass) {
    const auto score_of = [&](std::size_t a) {
      return scores_[a] + (biases ? biases[static_cast<std::size_t>(sample.arcs[a].shape)] : 0.0);
    };
    forward_.assign(sample.nodes, minus_infinity);
    backward_.assign(sample.nodes, minus_infinity);
    pass.posteriors.assign(sample.arcs.size(), 0.0);
    forward_.front() = 0.0;
    backward_.back() = 0.0;
    for (std::size_t a = 0; a < sample.arcs.size(); ++a) {
      const Sample::Arc& arc = sample.arcs[a];
      if ((gold_only && !arc.gold) || forward_[arc.from] == minus_infinity) continue;
      forward_[arc.to] = log_add(forward_[arc.to], forward_[arc.from] + score_of(a));
    }
    pass.total = forward_.back();
    if (pass.total == minus_infinity) return;
    for (std::size_t a = sample.arcs.size(); a-- > 0;) {
      const Sample::Arc& arc = sample.arcs[a];
      if ((gold_only && !arc.gold) || backward_[arc.to] == minus_infinity) continue;
      const double through = score_of(a) + backward_[arc.to];
      backward_[arc.from] = log_add(backward_[arc.from], through);
      pass.posteriors[a] = std::exp(forward_[arc.from] + through - pass.total);
    }
  }

  std::span<const Sample> samples_;
  const FitOptions& options_;
  std::vector<double> prior_;
  std::vector<double> scores_;
  std::vector<double> forward_;
  std::vector<double> backward_;
  std::vector<double> pulls_;
  std::array<Pass, manners> all_;
  std::array<Pass, manners> gold_;
};

/// Runs L-BFGS. An exception must not pass through the library, which is C: it is kept until the
/// library has let go.
void minimise(Objective& objective, lbfgs_parameter_t settings, std::vector<double>& x) {
  struct Run {
    Objective& objective;
    std::exception_ptr failure;
  } run{objective, nullptr};
  lbfgs(
      static_cast<int>(x.size()), x.data(), nullptr,
      [](void* self, const double* at, double* gradient, int, double) {
        return static_cast<Run*>(self)->objective(at, gradient);
      },
      [](void* self, const double*, const double*, double, double, double, double, int, int, int) {
        Run& own = *static_cast<Run*>(self);
        try {
          own.objective.step();
        } catch (...) {
          own.failure = std::current_exception();
        }
        return own.failure ? 1 : 0;
      },
      &run, &settings);
  if (run.failure) std::rethrow_exception(run.failure);
}

}  // namespace

WeightTable fit(std::span<const Sample> samples, const WeightTable& start,
                const FitOptions& options) {
  Objective objective(samples, options);
  std::vector<double> x = flat(start);
  lbfgs_parameter_t settings;
  lbfgs_parameter_init(&settings);
  settings.max_iterations = 400;
  settings.past = 5;
  settings.delta = 1e-7;
  minimise(objective, settings, x);
  return unflat(x);
}

}  // namespace cotejo
