#include "align/ratio.hpp"

#include <algorithm>
#include <cmath>

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
  for (std::size_t type = 0; type < here.types.size(); ++type) {
    const TermType& term = here.types[type];
    if (term.kind == TermClass::function) continue;
    const auto kind = static_cast<std::size_t>(term.kind);
    const double elsewhere = std::max(0.0, static_cast<double>(term.postings.size()) - 1.0);
    const double once = std::min(0.95, (elsewhere + background_segments * background[kind]) /
                                           (others + background_segments));
    double missed_all = 1.0;
    for (std::size_t k = 0; k < most; ++k) {
      missed_all *= 1.0 - once;
      const double chance = 1.0 - missed_all;
      const double met = std::max(met_rates[kind], chance);
      all[type].met[k] = static_cast<float>(std::log(met / chance));
      all[type].missed[k] = static_cast<float>(std::log((1.0 - met) / (1.0 - chance)));
    }
  }
  return all;
}

}  // namespace cotejo
