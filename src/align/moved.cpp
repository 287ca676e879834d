#include "align/moved.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "align/meeting.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

/// Fitted by tests/bench/moved.cpp.
constexpr MovedMeasure fitted{0.485,  -1.026, 0.913, 1.177, 0.560,
                              -0.177, -2.201, 1.187, 0.928, 1.767};

/// A side as the ladder leaves it.
struct Rest {
  std::vector<double> alone;  // by segment: how sure it is that it stands alone; 0: it doesn't
  std::vector<std::size_t> paired;  // by segment: pairs of the ladder before it
  std::vector<double> length;       // by segment, code points
};

Rest rest(const Side& side, const std::vector<Bead>& ladder, Range Bead::*own, Range Bead::*other) {
  Rest out;
  out.alone.assign(side.segments.size(), 0.0);
  out.paired.assign(side.segments.size(), 0);
  std::size_t pairs = 0;
  for (const Bead& bead : ladder) {
    const bool pair = !(bead.*own).empty() && !(bead.*other).empty();
    for (std::size_t s = (bead.*own).begin; s < (bead.*own).end; ++s) {
      out.paired[s] = pairs;
      if (!pair) out.alone[s] = std::max(1e-6, bead.confidence);
    }
    pairs += pair;
  }
  for (const Segment& segment : side.segments) {
    out.length.push_back(static_cast<double>(code_points(slice(side.document.text, segment.span))));
  }
  return out;
}

template <typename Add>
double over(Range range, const Add& add) {
  double sum = 0.0;
  for (std::size_t s = range.begin; s < range.end; ++s) sum += add(s);
  return sum;
}

double count_alone(const Rest& side) {
  return static_cast<double>(std::count_if(side.alone.begin(), side.alone.end(),
                                           [](double alone) { return alone > 0.0; }));
}

class Search {
 public:
  Search(const Side& source, const Side& target, const Terms& terms,
         const std::vector<Bead>& ladder)
      : source_(rest(source, ladder, &Bead::source, &Bead::target)),
        target_(rest(target, ladder, &Bead::target, &Bead::source)),
        from_source_(terms.source, terms.target),
        from_target_(terms.target, terms.source),
        length_ratio_(ratio_of_lengths(ladder)),
        crowd_(std::log(1.0 + count_alone(source_)) + std::log(1.0 + count_alone(target_))) {}

  std::vector<MovedCandidate> candidates() {
    find_pairs();
    std::vector<MovedCandidate> found;
    for (const auto& [pair, words] : pairs_) {
      const auto [i, j] = pair;
      if (!can_be_moved({i, i + 1}, {j, j + 1})) continue;
      add(found, {i, i + 1}, {j, j + 1});
      if (j + 2 <= target_.alone.size()) add(found, {i, i + 1}, {j, j + 2});
      if (j > 0) add(found, {i, i + 1}, {j - 1, j + 1});
      if (i + 2 <= source_.alone.size()) add(found, {i, i + 2}, {j, j + 1});
      if (i > 0) add(found, {i - 1, i + 1}, {j, j + 1});
    }
    const auto key = [](const MovedCandidate& c) {
      return std::array{c.source.begin, c.target.begin, c.source.end, c.target.end};
    };
    std::sort(found.begin(), found.end(),
              [&](const MovedCandidate& a, const MovedCandidate& b) { return key(a) < key(b); });
    found.erase(std::unique(found.begin(), found.end(),
                            [&](const MovedCandidate& a, const MovedCandidate& b) {
                              return key(a) == key(b);
                            }),
                found.end());
    return found;
  }

 private:
  using Rivals = std::vector<std::pair<std::size_t, double>>;  // segment of the other side, words

  double ratio_of_lengths(const std::vector<Bead>& ladder) const {
    constexpr double held = 2000.0;
    double from = held;
    double to = held;
    for (const Bead& bead : ladder) {
      if (bead.source.empty() || bead.target.empty()) continue;
      from += over(bead.source, [&](std::size_t s) { return source_.length[s]; });
      to += over(bead.target, [&](std::size_t s) { return target_.length[s]; });
    }
    return to / from;
  }

  /// Looks from each segment that stands alone at those of the other side that share its rarer
  /// terms, whether they stand alone or are only rivals.
  void find_pairs() {
    for (std::size_t i = 0; i < source_.alone.size(); ++i) {
      if (source_.alone[i] == 0.0) continue;
      for (const std::size_t j : from_source_.likely(i))
        pairs_[{i, j}] = words({i, i + 1}, {j, j + 1});
    }
    for (std::size_t j = 0; j < target_.alone.size(); ++j) {
      if (target_.alone[j] == 0.0) continue;
      for (const std::size_t i : from_target_.likely(j))
        pairs_[{i, j}] = words({i, i + 1}, {j, j + 1});
    }
    for (const auto& [pair, words] : pairs_) {
      rivals_of_source_[pair.first].push_back({pair.second, words});
      rivals_of_target_[pair.second].push_back({pair.first, words});
    }
  }

  double all_terms(Range source, Range target) const {
    const auto count = [](const Meeting& side) {
      return [&](std::size_t s) { return static_cast<double>(side.terms(s)); };
    };
    return 1.0 + over(source, count(from_source_)) + over(target, count(from_target_));
  }

  double sum(Range source, Range target) const {
    return over(source, [&](std::size_t s) { return from_source_.ratio(s, target); }) +
           over(target, [&](std::size_t s) { return from_target_.ratio(s, source); });
  }

  double words(Range source, Range target) const {
    return sum(source, target) / std::sqrt(all_terms(source, target));
  }

  double weakest(Range source, Range target) const {
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](const Meeting& side, Range own, Range other) {
      for (std::size_t s = own.begin; s < own.end; ++s) {
        least = std::min(
            least, side.ratio(s, other) / std::sqrt(1.0 + static_cast<double>(side.terms(s))));
      }
    };
    look(from_source_, source, target);
    look(from_target_, target, source);
    return least;
  }

  static double best_rival(const std::map<std::size_t, Rivals>& all, Range own, Range chosen) {
    double best = 0.0;  // a chance pair
    for (std::size_t s = own.begin; s < own.end; ++s) {
      const auto rivals = all.find(s);
      if (rivals == all.end()) continue;
      for (const auto& [other, words] : rivals->second) {
        if (other < chosen.begin || other >= chosen.end) best = std::max(best, words);
      }
    }
    return best;
  }

  double length_distance(Range source, Range target) const {
    constexpr double variance = 6.8;
    const double from =
        length_ratio_ * over(source, [&](std::size_t s) { return source_.length[s]; });
    const double to = over(target, [&](std::size_t s) { return target_.length[s]; });
    return std::min(5.0, std::abs(to - from) / std::sqrt(variance * (1.0 + (from + to) / 2.0)));
  }

  /// Everything stands alone, and a pair of the ladder stands between the two places.
  bool can_be_moved(Range source, Range target) const {
    const auto alone = [](const Rest& side, Range range) {
      return side.alone[range.begin] > 0.0 && side.alone[range.end - 1] > 0.0;
    };
    return alone(source_, source) && alone(target_, target) &&
           source_.paired[source.begin] == source_.paired[source.end - 1] &&
           target_.paired[target.begin] == target_.paired[target.end - 1] &&
           source_.paired[source.begin] != target_.paired[target.begin];
  }

  void add(std::vector<MovedCandidate>& found, Range source, Range target) const {
    if (!can_be_moved(source, target)) return;
    MovedCandidate candidate{source, target, {}};
    MovedMeasure& measure = candidate.measure;
    measure[moved_bias] = 1.0;
    measure[moved_words] = words(source, target);
    if (measure[moved_words] <= 0.0) return;
    measure[moved_mean] = sum(source, target) / all_terms(source, target);
    measure[moved_weakest] = weakest(source, target);
    measure[moved_margin] =
        measure[moved_words] - std::max(best_rival(rivals_of_source_, source, target),
                                        best_rival(rivals_of_target_, target, source));
    measure[moved_crowd] = crowd_;
    measure[moved_length] = length_distance(source, target);
    measure[moved_alone] = std::min({source_.alone[source.begin], source_.alone[source.end - 1],
                                     target_.alone[target.begin], target_.alone[target.end - 1]});
    measure[moved_joined] = source.size() + target.size() > 2 ? 1.0 : 0.0;
    found.push_back(candidate);
  }

  Rest source_;
  Rest target_;
  Meeting from_source_;
  Meeting from_target_;
  double length_ratio_;
  double crowd_;
  std::map<std::pair<std::size_t, std::size_t>, double> pairs_;
  std::map<std::size_t, Rivals> rivals_of_source_;
  std::map<std::size_t, Rivals> rivals_of_target_;
};

double probability(const MovedMeasure& measure, const MovedMeasure& weights) {
  return 1.0 / (1.0 + std::exp(-std::inner_product(measure.begin(), measure.end(), weights.begin(),
                                                   0.0)));
}

}  // namespace

std::vector<MovedCandidate> moved_candidates(const Side& source, const Side& target,
                                             const Terms& terms, const std::vector<Bead>& ladder) {
  return Search(source, target, terms, ladder).candidates();
}

void measure_together(std::vector<MovedCandidate>& candidates, const MovedMeasure& weights) {
  using Corner = std::pair<std::size_t, std::size_t>;
  std::map<Corner, double> begins;
  std::map<Corner, double> ends;
  const auto keep = [](double& best, double p) { best = std::max(best, p); };
  for (MovedCandidate& candidate : candidates) {
    candidate.measure[moved_together] = 0.0;
    const double p = probability(candidate.measure, weights);
    keep(begins[{candidate.source.begin, candidate.target.begin}], p);
    keep(ends[{candidate.source.end, candidate.target.end}], p);
  }
  for (MovedCandidate& candidate : candidates) {
    double& together = candidate.measure[moved_together];
    const auto before = ends.find({candidate.source.begin, candidate.target.begin});
    const auto after = begins.find({candidate.source.end, candidate.target.end});
    if (before != ends.end()) keep(together, before->second);
    if (after != begins.end()) keep(together, after->second);
  }
}

std::vector<Bead> choose_moved(const std::vector<MovedCandidate>& candidates,
                               const MovedMeasure& weights) {
  constexpr double least = 0.7;  // what is likelier than not is too often two orphans of one topic
  std::vector<Bead> likely;
  for (const MovedCandidate& candidate : candidates) {
    const double p = probability(candidate.measure, weights);
    if (p > least) likely.push_back({candidate.source, candidate.target, p, {}});
  }
  std::stable_sort(likely.begin(), likely.end(),
                   [](const Bead& a, const Bead& b) { return a.confidence > b.confidence; });
  std::vector<Bead> chosen;
  std::map<std::size_t, bool> source_taken;
  std::map<std::size_t, bool> target_taken;
  const auto taken = [](const std::map<std::size_t, bool>& segments, Range range) {
    return segments.contains(range.begin) || segments.contains(range.end - 1);
  };
  for (Bead& bead : likely) {
    if (taken(source_taken, bead.source) || taken(target_taken, bead.target)) continue;
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) source_taken[s] = true;
    for (std::size_t s = bead.target.begin; s < bead.target.end; ++s) target_taken[s] = true;
    chosen.push_back(std::move(bead));
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Bead& a, const Bead& b) { return a.source.begin < b.source.begin; });
  return chosen;
}

std::vector<Bead> find_moved(const Side& source, const Side& target, const Terms& terms,
                             const std::vector<Bead>& ladder) {
  std::vector<MovedCandidate> candidates = moved_candidates(source, target, terms, ladder);
  measure_together(candidates, fitted);
  return choose_moved(candidates, fitted);
}

}  // namespace cotejo
