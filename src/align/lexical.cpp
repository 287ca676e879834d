#include "align/lexical.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cotejo {
namespace {

/// Calls add(at, k, gain) for each window [at, at + k] of the other side, begin <= at < end, that
/// meets a term: what it gains over being missed. The strongest posting in a window counts.
template <typename Add>
void each_met(const TermType& type, const Ratio& ratio, std::size_t begin, std::size_t end,
              std::size_t most, const Add& add) {
  const auto last = type.postings.end();
  auto posting = std::lower_bound(type.postings.begin(), last, begin,
                                  [](const Posting& p, std::size_t s) { return p.segment < s; });
  for (std::size_t at = begin; at < end; ++at) {
    while (posting != last && posting->segment < at) ++posting;
    if (posting == last) return;
    if (posting->segment >= at + most) {
      at = posting->segment - most;  // the window after this one is the first to reach it
      continue;
    }
    float strength = 0.0F;
    auto next = posting;
    for (std::size_t k = 0; k < most; ++k) {
      if (next != last && next->segment == at + k)
        strength = std::max(strength, (next++)->strength);
      add(at, k, strength * (ratio.met[k] - ratio.missed[k]));
    }
  }
}

}  // namespace

LexicalModel::LexicalModel(const Terms& terms, const Band& band, std::size_t most_per_side,
                           const Habits& habits)
    : band_(band),
      most_(most_per_side),
      source_(band.nodes() * most_),
      target_(band.nodes() * most_),
      source_terms_(terms.source.segments()),
      target_terms_(terms.target.segments()),
      source_roots_(terms.source.segments()),
      target_roots_(terms.target.segments()),
      best_source_(terms.source.segments(), -1e9F),
      best_target_(terms.target.segments(), -1e9F) {
  const std::size_t n = terms.source.segments();
  const std::size_t m = terms.target.segments();
  const std::vector<Ratio> source_ratios = ratios(terms.source, terms.target, most_, habits.met);
  const std::vector<Ratio> target_ratios = ratios(terms.target, terms.source, most_, habits.met);

  const auto base = [&](const SideTerms& side, const std::vector<Ratio>& all, std::size_t segment,
                        float& count) {
    std::array<float, widest_bead> sums{};
    count = 0;
    for (const Term& term : side.of(segment)) {
      if (side.types[term.type].kind == TermClass::function) continue;
      count += 1.0F;
      for (std::size_t k = 0; k < most_; ++k) sums[k] += all[term.type].missed[k];
    }
    return sums;
  };

  for (std::size_t i = 0; i < n; ++i) {
    const std::array<float, widest_bead> missed =
        base(terms.source, source_ratios, i, source_terms_[i]);
    const std::size_t low = band.low[i];
    const std::size_t high = std::min<std::size_t>(band.high[i], m - std::min<std::size_t>(m, 1));
    if (m == 0) continue;
    for (std::size_t j = low; j <= high; ++j) {
      for (std::size_t k = 0; k < most_; ++k) source_[band.at(i, j) * most_ + k] = missed[k];
    }
    for (const Term& term : terms.source.of(i)) {
      const TermType& type = terms.source.types[term.type];
      if (type.kind == TermClass::function || type.postings.empty()) continue;
      const Ratio& ratio = source_ratios[term.type];
      each_met(type, ratio, low, high + 1, most_, [&](std::size_t j, std::size_t k, float gain) {
        source_[band.at(i, j) * most_ + k] += gain;
      });
    }
    for (std::size_t j = low; j <= high; ++j) {
      best_source_[i] = std::max(best_source_[i], source(i, j, 1));
    }
  }

  // Columns: the rows whose band holds column j are a run, since both ends of the band only rise.
  std::size_t top = 0;
  for (std::size_t j = 0; j < m && n > 0; ++j) {
    const std::array<float, widest_bead> missed =
        base(terms.target, target_ratios, j, target_terms_[j]);
    while (top < n && band.high[top] < j) ++top;
    std::size_t bottom = top;
    while (bottom < n && band.low[bottom] <= j) ++bottom;
    for (std::size_t i = top; i < bottom; ++i) {
      for (std::size_t k = 0; k < most_; ++k) target_[band.at(i, j) * most_ + k] = missed[k];
    }
    for (const Term& term : terms.target.of(j)) {
      const TermType& type = terms.target.types[term.type];
      if (type.kind == TermClass::function || type.postings.empty()) continue;
      const Ratio& ratio = target_ratios[term.type];
      each_met(type, ratio, top, bottom, most_, [&](std::size_t i, std::size_t k, float gain) {
        target_[band.at(i, j) * most_ + k] += gain;
      });
    }
    for (std::size_t i = top; i < bottom; ++i)
      best_target_[j] = std::max(best_target_[j], target(i, j, 1));
  }
  const auto root = [](float terms) { return std::sqrt(terms + 1.0F); };
  std::transform(source_terms_.begin(), source_terms_.end(), source_roots_.begin(), root);
  std::transform(target_terms_.begin(), target_terms_.end(), target_roots_.begin(), root);
}

}  // namespace cotejo
