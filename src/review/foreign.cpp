#include <algorithm>
#include <unordered_map>

#include "review/check.hpp"

namespace cotejo {
namespace {

/// The longest run of words that both sides spell the same, by its lower-case words.
struct Copied {
  Range source;
  Range target;
  std::size_t lower = 0;
};

/// Words of names and titles that both sides spell the same: The Lord of the Rings. Each run begins
/// and ends with a capital, and what isn't capitalised in it is too frequent to tell anything.
std::vector<bool> kept_titles(std::span<const ReviewWord> source,
                              std::span<const ReviewWord> target, const Lexicon& lexicon) {
  std::vector<bool> out(target.size(), false);
  constexpr std::size_t longest = 400;  // words: all are compared with all
  if (source.size() > longest || target.size() > longest) return out;
  const auto capital = [](const ReviewWord& word) { return word.written != Case::lower; };
  for (std::size_t t = 0; t < target.size(); ++t) {
    if (!capital(target[t])) continue;
    std::size_t best = 0;
    for (std::size_t s = 0; s < source.size(); ++s) {
      std::size_t size = 0;  // up to the last capital
      for (std::size_t k = 0; s + k < source.size() && t + k < target.size(); ++k) {
        const ReviewWord& word = target[t + k];
        if (word.folded != source[s + k].folded || word.written != source[s + k].written) break;
        if (capital(word) || word.numeric) {
          size = k + 1;
        } else if (!lexicon.find(List::function, word.folded)) {
          break;
        }
      }
      best = std::max(best, size);
    }
    if (best < 2 || best == target.size()) continue;  // a headline is no title in a sentence
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(t), best, true);
    t += best - 1;
  }
  return out;
}

Copied longest_copy(std::span<const ReviewWord> source, std::span<const ReviewWord> target,
                    const std::vector<bool>& titles) {
  constexpr std::size_t most_places = 64;  // of one word on the source's side
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t s = 0; s < source.size(); ++s) {
    std::vector<std::size_t>& at = places[source[s].folded];
    if (at.size() < most_places) at.push_back(s);
  }
  Copied best;
  std::unordered_map<std::size_t, std::size_t> last;  // run's end in the source -> its begin
  std::unordered_map<std::size_t, std::size_t> next;
  for (std::size_t t = 0; t < target.size(); ++t) {
    next.clear();
    const auto found = places.find(target[t].folded);
    if (found == places.end()) {
      last.clear();
      continue;
    }
    for (const std::size_t s : found->second) {
      const auto before = s == 0 ? last.end() : last.find(s - 1);
      const std::size_t begin = before == last.end() ? s : before->second;
      next[s] = begin;
      const std::size_t size = s + 1 - begin;
      if (size <= best.source.size()) continue;
      std::size_t lower = 0;
      for (std::size_t k = begin; k <= s; ++k)
        lower += source[k].written == Case::lower && !source[k].numeric && !titles[t + k - s];
      if (lower >= best.lower) best = {{begin, s + 1}, {t + 1 - size, t + 1}, lower};
    }
    std::swap(last, next);
  }
  return best;
}

}  // namespace

void suspect_foreign(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.from->side().document.language == pairing.to->side().document.language) return;
  const auto words = pairing.target;
  const std::vector<bool> titles = kept_titles(pairing.source, words, known.source);
  const Copied copy = longest_copy(pairing.source, words, titles);
  // Frequent words that only one of the two languages has
  const auto theirs = [&](const ReviewWord& word) {
    return word.folded.size() > 1 && known.source.find(List::function, word.folded) &&
           !known.target.find(List::function, word.folded);
  };
  const auto ours = [&](const ReviewWord& word) {
    return known.target.find(List::function, word.folded) &&
           !known.source.find(List::function, word.folded);
  };
  double copied = 0.0, foreign = 0.0, own = 0.0, in_copy = 0.0, quoted = 0.0, source_own = 0.0;
  std::size_t first = none, last = none;
  for (std::size_t t = 0; t < words.size(); ++t) {
    const bool inside = copy.target.begin <= t && t < copy.target.end;
    if (theirs(words[t]) && !titles[t]) {
      foreign += 1.0;
      in_copy += inside;
      quoted += words[t].quoted;
      if (first == none) first = t;
      last = t;
    }
    own += ours(words[t]);
    copied += inside;
  }
  for (const ReviewWord& word : pairing.source) source_own += ours(word);
  if (foreign == 0.0 && copy.lower < 2) return;
  // A title or a whole quotation kept as it is, inside a sentence that is translated
  const auto quotation = [](std::span<const ReviewWord> side, Range range) {
    return !range.empty() && (range.begin == 0 || !side[range.begin - 1].quoted) &&
           (range.end == side.size() || !side[range.end].quoted) && side[range.begin].quoted &&
           side[range.end - 1].quoted;
  };
  if (own > 0.0 && foreign == in_copy && quotation(words, copy.target) &&
      quotation(pairing.source, copy.source))
    return;
  double rendered = 0.0;  // copied words that the dictionary renders by others
  for (std::size_t k = 0; k < copy.source.size(); ++k) {
    const ReviewWord& word = pairing.source[copy.source.begin + k];
    const std::size_t t = copy.target.begin + k;
    rendered += word.written == Case::lower && !word.numeric && !titles[t] &&
                word.kind != WordClass::other && word.kind != WordClass::function &&
                !translates(known.dictionary, word, words[t]);
  }
  const double size = static_cast<double>(words.size());
  Suspicion it;
  it.judge = Judge::foreign;
  it.kind = FindingKind::untranslated;
  Measures& x = it.measures;
  x[0] = squeeze(static_cast<double>(copy.lower));
  x[1] = static_cast<double>(copy.lower) /
         static_cast<double>(std::max<std::size_t>(1, copy.target.size()));
  x[2] = copied / size;
  x[3] = squeeze(foreign);
  x[4] = foreign / size;
  x[5] = squeeze(in_copy);
  x[6] = own / size;
  x[7] = foreign > 0 ? quoted / foreign : 0.0;
  x[8] = squeeze(source_own);
  x[9] = copy.target.end == words.size();
  x[10] = copied >= size && copy.lower > 1;
  x[11] = own == 0.0;
  x[12] = squeeze(rendered);
  x[13] = rendered / size;
  Range said = copy.target;
  if (copy.lower < 2 && first != none) said = {first, last + 1};
  it.source = span_of(pairing.source, copy.source);
  it.target = span_of(words, said);
  it.message = Message{"not translated: {1}",
                       {std::string(slice(pairing.to->side().document.text, it.target))}};
  out.push_back(std::move(it));
}

}  // namespace cotejo
