/// @file  What texts are found by: the lists that a text stands in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "memory/tokens.hpp"

namespace cotejo {

/// The number by which lists and blocks know one side of a unit.
constexpr std::uint64_t place(std::int64_t id, bool target) {
  return static_cast<std::uint64_t>(id) * 2 + (target ? 1 : 0);
}
constexpr std::int64_t unit_at(std::uint64_t place) { return static_cast<std::int64_t>(place / 2); }
constexpr bool is_target(std::uint64_t place) { return place % 2 == 1; }

/// Texts heavier than this stand in no list and are found by their whole bytes alone.
constexpr std::size_t most_weight = 65'535;

/// Lists of a language, which is a tag's primary part: 65,536 for words and 16,384 for pairs of
/// words. Their numbers are hashes, so rare words share lists. Texts are looked at in vain for it
/// and none is missed; and there are few enough lists that adding thousands of units at once
/// changes each of them once.
class TermLists {
 public:
  explicit TermLists(std::string_view language);

  /// For matches: a list for each word and number, the n-th time it comes another one, so that
  /// texts share as many lists as they can have tokens matched. All numbers are one there.
  std::vector<std::uint32_t> words(const std::vector<TextToken>& tokens) const;
  /// Where texts stand in which marks weigh so much that words needn't match at all.
  std::uint32_t mostly_marks() const;

  /// For phrases: a list for each word and number as it is, and each two side by side, whatever
  /// marks are between them.
  std::vector<std::uint32_t> phrase(const std::vector<TextToken>& tokens) const;

  /// The one of a word or number as it is.
  std::uint32_t of(const TextToken& token) const;

  /// Every list that a text stands in; some may come more than once.
  std::vector<std::uint32_t> all(const std::vector<TextToken>& tokens) const;

 private:
  /// `with_words` unless words() are in `lists`: a word's list is the one it has there the first
  /// time.
  void add_phrase(const std::vector<TextToken>& tokens, bool with_words,
                  std::vector<std::uint32_t>& lists) const;

  std::uint64_t language_;
};

/// Whether words of a text needn't match for the least score there is.
bool is_mostly_marks(const std::vector<TextToken>& tokens);
constexpr double least_score_ever = 30.0;

}  // namespace cotejo
