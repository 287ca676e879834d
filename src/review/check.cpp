#include "review/check.hpp"

#include <algorithm>
#include <cmath>

namespace cotejo {

Span span_of(std::span<const ReviewWord> words, Range range) {
  if (range.empty()) return {};
  return {words[range.begin].span.begin, words[range.end - 1].span.end};
}

double squeeze(double x) { return x > 0 ? std::log1p(x) : -std::log1p(-x); }

double place(std::size_t word, std::size_t words) {
  return (static_cast<double>(word) + 0.5) / static_cast<double>(std::max<std::size_t>(words, 1));
}

double neighbours_meet(std::span<const Meet> met, std::span<const ReviewWord> words,
                       std::size_t word, std::size_t reach) {
  double all = 0.0;
  double some = 0.0;
  for (std::size_t i = word - std::min(word, reach); i < std::min(words.size(), word + reach + 1);
       ++i) {
    if (i == word || words[i].kind == WordClass::function) continue;
    all += 1.0;
    some += met[i].met >= Met::weak;
  }
  return (some + 0.5) / (all + 1.0);
}

}  // namespace cotejo
