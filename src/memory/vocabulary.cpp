#include "memory/vocabulary.hpp"

#include <algorithm>

#include "cotejo/unit.hpp"

namespace cotejo {

bool fits(std::string_view word, std::string_view pattern) {
  if (word.size() > most_word) return false;
  constexpr std::size_t none = std::string_view::npos;
  std::size_t at = 0;
  std::size_t star = none;  // the last one met
  std::size_t taken = 0;    // where what it stands for ends
  for (std::size_t i = 0; i < pattern.size() || at < word.size();) {
    if (i < pattern.size() && pattern[i] == '*') {
      star = i++;
      taken = at;
    } else if (i < pattern.size() && at < word.size() && pattern[i] == word[at]) {
      ++i;
      ++at;
    } else if (star != none && taken < word.size()) {
      i = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  return true;
}

bool KnownWords::insert(std::uint64_t key) {
  if (4 * count_ >= 3 * slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    if (slots_[at] == key) return false;
    if (slots_[at] != 0) continue;
    slots_[at] = key;
    ++count_;
    return true;
  }
}

void KnownWords::grow() {
  constexpr std::size_t most = std::size_t{1} << 23;
  std::vector<std::uint64_t> known(slots_.size() == most ? most : 2 * slots_.size());
  known.swap(slots_);
  if (known.size() == most) known.clear();  // all are added once more
  count_ = 0;
  for (const std::uint64_t key : known) {
    if (key != 0) insert(key);
  }
}

std::string new_words(std::string_view text, const std::vector<TextToken>& tokens,
                      std::string_view language, KnownWords& known) {
  const std::uint64_t of_language = ~hash(language);  // "es" in Spanish, too, is something
  thread_local std::vector<const TextToken*> unsure;
  unsure.clear();
  for (const TextToken& token : tokens) {
    if (token.kind == TextTokenKind::word && !known.just_met(token.key ^ of_language))
      unsure.push_back(&token);
  }
  std::string words;
  for (const TextToken* token : unsure) {
    if (!known.insert(token->key ^ of_language)) continue;
    const std::string word = folded(text, *token);
    if (word.size() <= most_word) words.append(word).append(1, '\n');
  }
  return words;
}

}  // namespace cotejo
