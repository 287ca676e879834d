#include "align/explain.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace cotejo {
namespace {

bool is_anchor(TermClass kind) { return kind == TermClass::number || kind == TermClass::name; }

/// How rare a type is among the segments of its side: the log of its chance.
double rarity(const SideTerms& side, const TermType& type) {
  return std::log((static_cast<double>(side.segments()) + 15.0) /
                  (static_cast<double>(type.segments) + 0.5));
}

/// The terms of one type on the target side of a bead, in order; each is evidence once.
struct Free {
  std::vector<const Term*> terms;
  std::size_t used = 0;

  bool empty() const { return used == terms.size(); }
  bool holds(const Term& term) const { return !empty() && terms[used] <= &term; }
};

}  // namespace

void explain(const Side& source, const Side& target, const Terms& terms, std::vector<Bead>& beads) {
  for (Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    std::unordered_map<std::uint32_t, Free> free_terms;
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      for (const Term& term : terms.target.of(j)) free_terms[term.type].terms.push_back(&term);
    }
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      for (const Term& term : terms.source.of(i)) {
        const TermType& type = terms.source.types[term.type];
        if (type.kind == TermClass::function) continue;
        Free* met = nullptr;
        float strength = 0.0F;
        for (const Link& link : terms.links[term.type]) {
          const auto found = free_terms.find(link.type);
          if (found == free_terms.end() || found->second.empty() || link.strength <= strength)
            continue;
          met = &found->second;
          strength = link.strength;
        }
        const EvidenceKind kind = is_anchor(type.kind) ? EvidenceKind::anchor : EvidenceKind::word;
        if (met) {
          bead.evidence.push_back({kind, term.span, met->terms[met->used++]->span,
                                   static_cast<double>(strength) * rarity(terms.source, type)});
        } else if (type.kind == TermClass::number) {
          bead.evidence.push_back({kind, term.span, {}, -rarity(terms.source, type)});
        }
      }
    }
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      for (const Term& term : terms.target.of(j)) {
        const TermType& type = terms.target.types[term.type];
        if (type.kind == TermClass::number && free_terms[term.type].holds(term)) {
          bead.evidence.push_back(
              {EvidenceKind::anchor, {}, term.span, -rarity(terms.target, type)});
        }
      }
    }
    const Span source_span{source.segments[bead.source.begin].span.begin,
                           source.segments[bead.source.end - 1].span.end};
    const Span target_span{target.segments[bead.target.begin].span.begin,
                           target.segments[bead.target.end - 1].span.end};
    const auto s = static_cast<double>(source_span.size());
    const auto t = static_cast<double>(target_span.size());
    // Gale & Church: the squared distance of the lengths from equality, less what chance would
    // give.
    const double z = (t - s) / std::sqrt(3.5 * (s + t) + 20.0);
    bead.evidence.push_back({EvidenceKind::length, source_span, target_span, 1.0 - z * z / 2.0});
    std::stable_sort(bead.evidence.begin(), bead.evidence.end(),
                     [](const Evidence& a, const Evidence& b) {
                       return std::abs(a.weight) > std::abs(b.weight);
                     });
  }
}

}  // namespace cotejo
