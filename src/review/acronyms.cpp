#include "review/acronyms.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace cotejo {
namespace {

/// Whether initials are the letters of an acronym in any order; of a whole name's three or more one
/// may differ, for its words are translated: IFS, Instituto de Estudios Fiscales.
bool spells(std::string_view initials, std::string letters, bool whole) {
  if (initials.size() != letters.size()) return false;
  for (const char initial : initials) {
    const std::size_t at = letters.find(initial);
    if (at != std::string::npos) letters.erase(at, 1);
  }
  return letters.empty() || (whole && initials.size() >= 3 && letters.size() == 1);
}

/// Which words of the other side an acronym's letters begin, each of them in any order and none
/// left out: GC, Comité General; and the same letters in another order: NATO, OTAN.
void explain(std::span<const ReviewWord> words, std::span<const Meet> met,
             std::span<const ReviewWord> others, std::span<const Meet> others_met,
             std::vector<bool>& explained, std::vector<bool>& others_explained) {
  const auto open = [](const Meet& meet) { return meet.met < Met::far; };
  const auto sorted = [](std::string letters) {
    std::sort(letters.begin(), letters.end());
    return letters;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t size = words[i].folded.size();
    if (words[i].written != Case::upper || words[i].numeric || size < 2 || !open(met[i])) continue;
    const std::string letters = sorted(words[i].folded);
    for (std::size_t o = 0; o < others.size() && !explained[i]; ++o) {
      if (size >= 3 && others[o].written == Case::upper && others[o].folded != words[i].folded &&
          open(others_met[o]) && sorted(others[o].folded) == letters) {
        explained[i] = others_explained[o] = true;
        break;
      }
      std::string initials;
      std::size_t end = o;
      for (; end < others.size() && initials.size() < size; ++end) {
        const ReviewWord& word = others[end];
        if (word.kind == WordClass::function && word.written == Case::lower) {
          if (end == o) break;
          continue;
        }
        if (word.written != Case::capitalised || !open(others_met[end]) || word.folded.empty())
          break;
        initials += word.folded[0];
      }
      const bool whole = (o == 0 || others[o - 1].written == Case::lower ||
                          others[o - 1].kind == WordClass::function) &&
                         (end == others.size() || others[end].written == Case::lower);
      if (!spells(initials, letters, whole)) continue;
      explained[i] = true;
      for (std::size_t k = o; k < end; ++k) others_explained[k] = true;
    }
  }
}

}  // namespace

Explained explain_acronyms(const Pairing& pairing) {
  Explained out{std::vector<bool>(pairing.source.size()), std::vector<bool>(pairing.target.size())};
  explain(pairing.source, pairing.source_met, pairing.target, pairing.target_met, out.source,
          out.target);
  explain(pairing.target, pairing.target_met, pairing.source, pairing.source_met, out.target,
          out.source);
  return out;
}

}  // namespace cotejo
