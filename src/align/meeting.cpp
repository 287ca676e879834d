#include "align/meeting.hpp"

#include <algorithm>
#include <cmath>

#include "align/habits.hpp"

namespace cotejo {
Meeting::Meeting(const SideTerms& here, const SideTerms& there)
    : here_(here),
      ratios_(ratios(here, there, widest_bead, usual_met)),
      scores_(there.segments(), 0.0) {}

double Meeting::ratio(std::size_t segment, Range run) const {
  double sum = 0.0;
  for (const Term& term : here_.of(segment)) {
    const TermType& type = here_.types[term.type];
    if (type.kind == TermClass::function) continue;
    auto posting = std::lower_bound(type.postings.begin(), type.postings.end(), run.begin,
                                    [](const Posting& p, std::size_t s) { return p.segment < s; });
    double strength = 0.0;
    for (; posting != type.postings.end() && posting->segment < run.end; ++posting)
      strength = std::max(strength, static_cast<double>(posting->strength));
    sum += static_cast<double>(ratios_[term.type].of(run.size(), static_cast<float>(strength)));
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
