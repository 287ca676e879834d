#include "review/check.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "text/likeness.hpp"

namespace cotejo {

bool content(const ReviewWord& word) { return word.kind != WordClass::function; }

bool breaks(std::string_view marks) {
  return marks.find_first_of(".;:?!") != std::string_view::npos;
}

bool resembles(const ReviewWord& a, const ReviewWord& b) {
  return likeness(a.folded, b.folded) >= 0.5;
}

Message side_by_side(const Pairing& pairing, Span source, Span target) {
  const std::string from(slice(pairing.from->side().document.text, source));
  const std::string to(slice(pairing.to->side().document.text, target));
  if (source.empty()) return Message{"{1} is not in the source", {to}};
  if (target.empty()) return Message{"{1} is not in the translation", {from}};
  return Message{"{1} in the source, {2} in the translation", {from, to}};
}

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
    if (i == word || !content(words[i])) continue;
    all += 1.0;
    some += met[i].met >= Met::weak;
  }
  return (some + 0.5) / (all + 1.0);
}

}  // namespace cotejo
