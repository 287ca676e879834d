#include "review/inspect.hpp"

#include <algorithm>

namespace cotejo {
namespace {

/// Lets the words of two passages that say the same meet.
void meet(Pairing& pairing, const Finding& same) {
  const auto within = [](std::span<const ReviewWord> words, Span span) {
    Range out{words.size(), words.size()};
    for (std::size_t i = words.size(); i-- > 0;) {
      if (words[i].span.begin < span.begin || words[i].span.end > span.end) continue;
      if (out.empty()) out.end = i + 1;
      out.begin = i;
    }
    return out;
  };
  const Range source = within(pairing.source, same.source);
  const Range target = within(pairing.target, same.target);
  if (source.empty() || target.empty()) return;
  for (std::size_t i = source.begin; i < source.end; ++i)
    pairing.source_met[i] = {Met::yes, std::min(target.begin + (i - source.begin), target.end - 1)};
  for (std::size_t i = target.begin; i < target.end; ++i)
    pairing.target_met[i] = {Met::yes, std::min(source.begin + (i - target.begin), source.end - 1)};
}

}  // namespace

Suspicions inspect(const Pairing& pairing, const Knowing& known, std::vector<Finding>& neutral) {
  Suspicions out;
  const std::size_t before = neutral.size();
  suspect_values(pairing, known, out, neutral);
  Pairing said = pairing;
  for (std::size_t i = before; i < neutral.size(); ++i) meet(said, neutral[i]);
  suspect_coverage(said, known, out);
  suspect_codes(pairing, out);
  suspect_units(pairing, known, out);
  suspect_names(pairing, known, out);
  suspect_negation(pairing, known, out);
  suspect_opposites(pairing, known, out);
  suspect_foreign(pairing, known, out);
  return out;
}

}  // namespace cotejo
