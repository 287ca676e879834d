#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "align/habits.hpp"

namespace cotejo {
namespace {

constexpr double sure = 0.7;
constexpr std::size_t least_beads = 100;
constexpr std::uint32_t least_together = 3;
constexpr double least_ratio = 20.0;
constexpr double least_share = 0.3;

bool teaches(const Bead& bead) {
  return !bead.source.empty() && !bead.target.empty() && bead.confidence >= sure;
}

/// Dunning's G2 of two things met together so often among so many.
double log_likelihood_ratio(double together, double a, double b, double all) {
  const auto part = [](double observed, double expected) {
    return observed > 0.0 ? observed * std::log(observed / expected) : 0.0;
  };
  return 2.0 * (part(together, a * b / all) + part(a - together, a * (all - b) / all) +
                part(b - together, (all - a) * b / all) +
                part(all - a - b + together, (all - a) * (all - b) / all));
}

/// The types of a run that nothing on the other side meets, each once.
std::vector<std::uint32_t> unmet(const SideTerms& side, Range segments, Range others) {
  std::vector<std::uint32_t> types;
  for (std::size_t s = segments.begin; s < segments.end; ++s) {
    for (const Term& term : side.of(s)) {
      const TermType& type = side.types[term.type];
      if (type.kind != TermClass::function && type.segments >= least_together &&
          !type.met_in(others))
        types.push_back(term.type);
    }
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

}  // namespace

void learn_links(const std::vector<Bead>& ladder, Terms& terms) {
  const auto beads = static_cast<std::size_t>(std::count_if(ladder.begin(), ladder.end(), teaches));
  if (beads < least_beads) return;
  std::vector<std::uint32_t> source_count(terms.source.types.size());
  std::vector<std::uint32_t> target_count(terms.target.types.size());
  std::unordered_map<std::uint64_t, std::uint32_t> together;
  for (const Bead& bead : ladder) {
    if (!teaches(bead)) continue;
    const std::vector<std::uint32_t> source = unmet(terms.source, bead.source, bead.target);
    const std::vector<std::uint32_t> target = unmet(terms.target, bead.target, bead.source);
    for (const std::uint32_t s : source) ++source_count[s];
    for (const std::uint32_t t : target) ++target_count[t];
    for (const std::uint32_t s : source) {
      for (const std::uint32_t t : target) ++together[(std::uint64_t{s} << 32U) | t];
    }
  }
  std::vector<std::uint64_t> learned;
  for (const auto& [pair, count] : together) {
    if (count < least_together) continue;
    const double a = source_count[pair >> 32U];
    const double b = target_count[pair & 0xFFFFFFFFU];
    if (count < least_share * std::max(a, b)) continue;
    if (log_likelihood_ratio(count, a, b, static_cast<double>(beads)) < least_ratio) continue;
    learned.push_back(pair);
  }
  std::sort(learned.begin(), learned.end());
  for (const std::uint64_t pair : learned) {
    const auto s = static_cast<std::uint32_t>(pair >> 32U);
    const auto t = static_cast<std::uint32_t>(pair);
    std::vector<Link>& links = terms.links[s];
    const double share =
        together[pair] / static_cast<double>(std::max(source_count[s], target_count[t]));
    const auto same =
        std::find_if(links.begin(), links.end(), [&](const Link& link) { return link.type == t; });
    if (same == links.end()) links.push_back({t, static_cast<float>(std::min(0.9, share))});
  }
  if (!learned.empty()) post_links(terms);
}

}  // namespace cotejo
