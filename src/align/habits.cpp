#include "align/habits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cotejo {
namespace {

double characters_ratio(double source, double target) {
  constexpr double held = 2000.0;
  return std::clamp((target + held) / (source + held), 0.6, 1.7);
}

double characters(const std::vector<SegmentMarks>& marks, std::size_t begin, std::size_t end) {
  double sum = 0.0;
  for (std::size_t s = begin; s < end; ++s) sum += static_cast<double>(marks[s].length);
  return sum;
}

}  // namespace

Habits first_habits(const std::vector<SegmentMarks>& source,
                    const std::vector<SegmentMarks>& target) {
  Habits found;
  found.ratio =
      characters_ratio(characters(source, 0, source.size()), characters(target, 0, target.size()));
  return found;
}

Habits habits(const Band& band, const Arcs& posteriors, const Weights& weights,
              const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target) {
  std::array<double, shapes> counts{};
  double total = 0.0;
  double source_characters = 0.0;
  double target_characters = 0.0;
  for (std::size_t i = 0; i < band.rows(); ++i) {
    for (std::size_t j = band.low[i]; j <= band.high[i]; ++j) {
      const std::size_t node = band.at(i, j);
      for (std::size_t k = 0; k < posteriors.steps.size(); ++k) {
        const auto p = static_cast<double>(posteriors.at(node, k));
        if (p < 1e-6) continue;
        const auto [a, b] = posteriors.steps[k];
        counts[static_cast<std::size_t>(shape(a, b))] += p;
        total += p;
        if (a == 0 || b == 0) continue;
        source_characters += p * characters(source, i, i + a);
        target_characters += p * characters(target, j, j + b);
      }
    }
  }
  constexpr double held = 25.0;  // beads' worth of the usual rates
  Habits found;
  for (std::size_t s = 0; s < shapes; ++s) {
    const double rate = std::max(1e-4, static_cast<double>(weights.rates[s]));
    found.shape_gain[s] =
        static_cast<float>(std::log((counts[s] + held * rate) / ((total + held) * rate)));
  }
  found.ratio = characters_ratio(source_characters, target_characters);
  return found;
}

}  // namespace cotejo
