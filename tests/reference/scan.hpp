/// @file  What a memory's search must give, slowly: every unit is looked at.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"
#include "cotejo/similarity.hpp"
#include "cotejo/text.hpp"
#include "memory/tokens.hpp"

namespace cotejo::reference {

/// The costs of similarity.hpp over tokens told apart by their whole text and folded text, in a
/// full table.
struct Piece {
  std::string written;
  std::string folded;
  char kind = 'w';  ///< w: word, n: number, m: mark
};

inline std::size_t weight(const Piece& piece) { return piece.kind == 'm' ? 2 : 10; }

inline double similarity(const std::vector<Piece>& a, const std::vector<Piece>& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t best = i == 0 && j == 0 ? 0 : static_cast<std::size_t>(-1);
      if (i > 0) best = std::min(best, cost[i - 1][j] + weight(a[i - 1]));
      if (j > 0) best = std::min(best, cost[i][j - 1] + weight(b[j - 1]));
      if (i > 0 && j > 0) {
        const Piece& x = a[i - 1];
        const Piece& y = b[j - 1];
        const std::size_t exchange = x.written == y.written                     ? 0
                                     : x.folded == y.folded && x.kind == y.kind ? 1
                                     : x.kind == 'n' && y.kind == 'n'
                                         ? 2
                                         : std::max(weight(x), weight(y));
        best = std::min(best, cost[i - 1][j - 1] + exchange);
      }
      cost[i][j] = best;
    }
  }
  std::size_t whole_a = 0;
  std::size_t whole_b = 0;
  for (const Piece& piece : a) whole_a += weight(piece);
  for (const Piece& piece : b) whole_b += weight(piece);
  const auto whole = static_cast<double>(std::max(whole_a, whole_b));
  return std::clamp(100.0 - 100.0 * static_cast<double>(cost[a.size()][b.size()]) / whole, 0.0,
                    99.0);
}

/// Pairs of texts that score at least `least`, the text looked for being on either side.
inline std::set<std::pair<std::string, std::string>> scan(const Memory& memory,
                                                          std::string_view text, double least) {
  std::set<std::pair<std::string, std::string>> found;
  memory.each({}, [&](const MemoryUnit& unit) {
    if (cotejo::similarity(text, unit.source) >= least) found.emplace(unit.source, unit.target);
    if (cotejo::similarity(text, unit.target) >= least) found.emplace(unit.target, unit.source);
  });
  return found;
}

/// Whether a word is the pattern's, each `*` of which is any letters or none.
inline bool is_like(std::string_view word, std::string_view pattern) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] != '*')
    return !word.empty() && word[0] == pattern[0] && is_like(word.substr(1), pattern.substr(1));
  return is_like(word, pattern.substr(1)) || (!word.empty() && is_like(word.substr(1), pattern));
}

/// Units and sides that have the words of the phrase, which spaces part, the newest first.
inline std::vector<std::pair<std::int64_t, bool>> holders(const Memory& memory,
                                                          const std::string& phrase,
                                                          std::string_view language) {
  std::vector<std::string> wanted;
  std::istringstream words(fold(phrase));
  for (std::string word; words >> word;) wanted.push_back(word);
  std::vector<std::pair<std::int64_t, bool>> found;
  const auto look = [&](const MemoryUnit& unit, bool target) {
    const std::string& text = target ? unit.target : unit.source;
    const std::string& tag = target ? unit.target_language : unit.source_language;
    if (!language.empty() && !tag.starts_with(language)) return;
    std::vector<TextToken> there = tokens(text);
    std::erase_if(there, [](const TextToken& it) { return it.kind == TextTokenKind::mark; });
    const auto same = [&](const TextToken& token, const std::string& word) {
      return (token.kind == TextTokenKind::word || word.find('*') == word.npos ||
              word.find_first_not_of('*') == word.npos) &&
             is_like(fold(slice(text, token.span)), word);
    };
    if (std::search(there.begin(), there.end(), wanted.begin(), wanted.end(), same) != there.end())
      found.emplace_back(unit.id, target);
  };
  memory.each({}, [&](const MemoryUnit& unit) {
    look(unit, false);
    look(unit, true);
  });
  std::sort(found.rbegin(), found.rend());
  return found;
}

}  // namespace cotejo::reference
