#include "review/judge.hpp"

#include <cmath>

#include "review/fitted.hpp"

namespace cotejo {

const Judgement& judgement(Judge judge) { return fitted[static_cast<std::size_t>(judge)]; }

double log_odds(const Measures& measures, const Judgement& by) {
  double sum = by.weights.back();
  for (std::size_t i = 0; i < measures.size(); ++i) sum += by.weights[i] * measures[i];
  for (const Tree& tree : by.trees) {
    std::size_t leaf = 0;
    for (std::size_t q = 0; q < tree.measures.size(); ++q)
      leaf |= std::size_t{static_cast<float>(measures[tree.measures[q]]) >= tree.least[q]} << q;
    sum += static_cast<double>(tree.worth[leaf]);
  }
  return sum;
}

double probability(const Measures& measures, const Judgement& by) {
  return 1.0 / (1.0 + std::exp(-log_odds(measures, by)));
}

}  // namespace cotejo
