#include "align/meeting.hpp"

#include <algorithm>
#include <cmath>

namespace cotejo {
namespace {

/// By class: the share of its terms that are met in a true pair, and by chance before the document
/// is known.
struct Expected {
  double met;
  double chance;
};
constexpr std::array<Expected, term_classes> expected{{
    {0.87, 0.01},  // number
    {0.75, 0.01},  // name
    {0.62, 0.03},  // known
    {0.12, 0.01},  // other
    {0.0, 1.0},    // function
}};
constexpr double segments_before = 15.0;  // what the chance before the document is worth

}  // namespace

Meeting::Meeting(const SideTerms& here, const SideTerms& there)
    : here_(here), ratios_(here.types.size()), scores_(there.segments(), 0.0) {
  const double others = std::max(0.0, static_cast<double>(there.segments()) - 1.0);
  for (std::size_t type = 0; type < here.types.size(); ++type) {
    const TermType& term = here.types[type];
    if (term.kind == TermClass::function) continue;
    const auto [usual, before] = expected[static_cast<std::size_t>(term.kind)];
    const double elsewhere = std::max(0.0, static_cast<double>(term.postings.size()) - 1.0);
    const double once =
        std::min(0.95, (elsewhere + segments_before * before) / (others + segments_before));
    double missed_all = 1.0;
    for (std::size_t k = 0; k < widest_bead; ++k) {
      missed_all *= 1.0 - once;
      const double chance = 1.0 - missed_all;
      const double met = std::max(usual, chance);
      ratios_[type].met[k] = static_cast<float>(std::log(met / chance));
      ratios_[type].missed[k] = static_cast<float>(std::log((1.0 - met) / (1.0 - chance)));
    }
  }
}

double Meeting::ratio(std::size_t segment, Range run) const {
  const std::size_t k = run.size() - 1;
  double sum = 0.0;
  for (const Term& term : here_.of(segment)) {
    const TermType& type = here_.types[term.type];
    if (type.kind == TermClass::function) continue;
    auto posting = std::lower_bound(type.postings.begin(), type.postings.end(), run.begin,
                                    [](const Posting& p, std::size_t s) { return p.segment < s; });
    double strength = 0.0;
    for (; posting != type.postings.end() && posting->segment < run.end; ++posting)
      strength = std::max(strength, static_cast<double>(posting->strength));
    const Ratio& ratio = ratios_[term.type];
    sum += static_cast<double>(ratio.missed[k]) +
           strength * static_cast<double>(ratio.met[k] - ratio.missed[k]);
  }
  return sum;
}

std::size_t Meeting::terms(std::size_t segment) const {
  const auto all = here_.of(segment);
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Term& term) {
    return here_.types[term.type].kind != TermClass::function;
  }));
}

std::vector<std::uint32_t> Meeting::likely(std::size_t segment) {
  constexpr std::size_t common = 200;  // a term met in more segments finds none
  constexpr std::size_t most = 12;
  std::vector<std::uint32_t> met;
  for (const Term& term : here_.of(segment)) {
    const TermType& type = here_.types[term.type];
    if (type.kind == TermClass::function || type.postings.size() > common) continue;
    const auto gain = static_cast<double>(ratios_[term.type].met[0] - ratios_[term.type].missed[0]);
    for (const Posting& posting : type.postings) {
      if (scores_[posting.segment] == 0.0) met.push_back(posting.segment);
      scores_[posting.segment] += 1e-9 + gain * static_cast<double>(posting.strength);
    }
  }
  const auto better = [&](std::uint32_t a, std::uint32_t b) {
    return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b;
  };
  const auto end = met.begin() + static_cast<std::ptrdiff_t>(std::min(most, met.size()));
  std::partial_sort(met.begin(), end, met.end(), better);
  for (const std::uint32_t other : met) scores_[other] = 0.0;
  met.erase(end, met.end());
  return met;
}

}  // namespace cotejo
