#include "align/ratio.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace cotejo {
namespace {

/// Share of the other side's segments that meet a term of a class by chance, before the document is
/// known, and how many segments' worth this is.
constexpr std::array<double, term_classes> background{0.01, 0.01, 0.03, 0.01, 1.0};
constexpr double background_segments = 15.0;

}  // namespace

std::vector<Ratio> ratios(const SideTerms& here, const SideTerms& there, std::size_t most,
                          const MetRates& met_rates) {
  std::vector<Ratio> all(here.types.size());
  const double others = std::max(0.0, static_cast<double>(there.segments()) - 1.0);
  // Types of a class that are met in as many segments have the same ratios.
  std::unordered_map<std::size_t, Ratio> known;
  for (std::size_t type = 0; type < here.types.size(); ++type) {
    const TermType& term = here.types[type];
    if (term.kind == TermClass::function) continue;
    const auto kind = static_cast<std::size_t>(term.kind);
    const std::size_t elsewhere = std::max<std::size_t>(term.postings.size(), 1) - 1;
    const auto [place, fresh] = known.try_emplace(elsewhere * term_classes + kind);
    Ratio& ratio = place->second;
    if (!fresh) {
      all[type] = ratio;
      continue;
    }
    const double once =
        std::min(0.95, (static_cast<double>(elsewhere) + background_segments * background[kind]) /
                           (others + background_segments));
    double missed_all = 1.0;
    for (std::size_t k = 0; k < most; ++k) {
      missed_all *= 1.0 - once;
      const double chance = 1.0 - missed_all;
      const double met = std::max(met_rates[kind], chance);
      ratio.met[k] = static_cast<float>(std::log(met / chance));
      ratio.missed[k] = static_cast<float>(std::log((1.0 - met) / (1.0 - chance)));
    }
    all[type] = ratio;
  }
  return all;
}

}  // namespace cotejo
