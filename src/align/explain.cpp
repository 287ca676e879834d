#include "align/explain.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace cotejo {
namespace {

constexpr double least_weight = 0.05;

/// The terms of one type on the target side of a bead, in order; each is evidence once.
struct Free {
  std::vector<const Term*> terms;
  std::size_t used = 0;

  bool empty() const { return used == terms.size(); }
};
using FreeTerms = std::unordered_map<std::uint32_t, Free>;

class Explainer {
 public:
  Explainer(const Side& source, const Side& target, const Measured& measured,
            const WeightTable& weights)
      : source_(source),
        target_(target),
        terms_(measured.terms()),
        length_(measured, weights),
        source_ratios_(ratios(terms_.source, terms_.target, widest_bead, measured.habits().met)),
        target_ratios_(ratios(terms_.target, terms_.source, widest_bead, measured.habits().met)) {}

  void explain(Bead& bead) const {
    add_source_terms(bead);
    add_missed(terms_.target, target_ratios_, bead.target, bead.source,
               [&](Span span, EvidenceKind kind, double weight) {
                 bead.evidence.push_back({kind, {}, span, weight});
               });
    bead.evidence.push_back({EvidenceKind::length, span(source_, bead.source),
                             span(target_, bead.target), length_.share(bead)});
    std::stable_sort(bead.evidence.begin(), bead.evidence.end(),
                     [](const Evidence& a, const Evidence& b) {
                       return std::abs(a.weight) > std::abs(b.weight);
                     });
  }

 private:
  /// The part of a bead's score that is due to the lengths, less what a true pair has on average.
  struct Length {
    const Measured& measured;
    float distance;
    float squared;

    Length(const Measured& all, const WeightTable& weights)
        : measured(all),
          distance(weights.features[length_distance]),
          squared(weights.features[length_squared]) {}

    double share(const Bead& bead) const {
      constexpr float mean_distance = 0.8F;  // of a normal distribution
      const float z = measured.length_distance(bead);
      return static_cast<double>(distance * (z - mean_distance) +
                                 squared * (std::min(z * z, 25.0F) - 1.0F));
    }
  };

  static EvidenceKind kind_of(const TermType& type) {
    return type.kind == TermClass::number || type.kind == TermClass::name ? EvidenceKind::anchor
                                                                          : EvidenceKind::word;
  }

  static Span span(const Side& side, Range segments) {
    return {side.segments[segments.begin].span.begin, side.segments[segments.end - 1].span.end};
  }

  static double weight(const Ratio& ratio, Range run, float strength) {
    return static_cast<double>(ratio.of(std::min(run.size(), widest_bead), strength));
  }

  void add_source_terms(Bead& bead) const {
    FreeTerms free_terms;
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      for (const Term& term : terms_.target.of(j)) free_terms[term.type].terms.push_back(&term);
    }
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      for (const Term& term : terms_.source.of(i)) {
        const TermType& type = terms_.source.types[term.type];
        if (type.kind == TermClass::function) continue;
        Free* met = nullptr;
        float strength = 0.0F;
        for (const Link& link : terms_.links[term.type]) {
          const auto found = free_terms.find(link.type);
          if (found == free_terms.end() || found->second.empty() || link.strength <= strength)
            continue;
          met = &found->second;
          strength = link.strength;
        }
        if (!met) continue;
        bead.evidence.push_back({kind_of(type), term.span, met->terms[met->used++]->span,
                                 weight(source_ratios_[term.type], bead.target, strength)});
      }
    }
    add_missed(terms_.source, source_ratios_, bead.source, bead.target,
               [&](Span span, EvidenceKind kind, double weight) {
                 bead.evidence.push_back({kind, span, {}, weight});
               });
  }

  /// The terms of a run that the other side could have met and doesn't.
  template <typename Add>
  static void add_missed(const SideTerms& side, const std::vector<Ratio>& all, Range own,
                         Range other, const Add& add) {
    for (std::size_t s = own.begin; s < own.end; ++s) {
      for (const Term& term : side.of(s)) {
        const TermType& type = side.types[term.type];
        if (type.kind == TermClass::function || type.met_in(other)) continue;
        const double against = weight(all[term.type], other, 0.0F);
        if (against < -least_weight) add(term.span, kind_of(type), against);
      }
    }
  }

  const Side& source_;
  const Side& target_;
  const Terms& terms_;
  Length length_;
  std::vector<Ratio> source_ratios_;
  std::vector<Ratio> target_ratios_;
};

}  // namespace

void explain(const Side& source, const Side& target, const Measured& measured,
             const WeightTable& weights, std::vector<Bead>& beads) {
  const Explainer explainer(source, target, measured, weights);
  for (Bead& bead : beads) {
    if (!bead.source.empty() && !bead.target.empty()) explainer.explain(bead);
  }
}

}  // namespace cotejo
