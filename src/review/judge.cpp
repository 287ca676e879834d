#include "review/judge.hpp"

#include <cmath>

#include "review/fitted.hpp"

namespace cotejo {

const Judgement& judgement(Judge judge) { return fitted[static_cast<std::size_t>(judge)]; }

double probability(const Measures& measures, const Judgement& by) {
  double sum = by.weights.back();
  for (std::size_t i = 0; i < measures.size(); ++i) sum += by.weights[i] * measures[i];
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace cotejo
