/// @file  The words of a memory, among which parts of words are looked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "memory/tokens.hpp"

namespace cotejo {

/// In bytes, folded. Longer words are in no vocabulary and fit no pattern.
constexpr std::size_t most_word = 1000;

/// Whether a folded word, or number, is the pattern's, where each `*` stands for any bytes or none.
bool fits(std::string_view word, std::string_view pattern);

/// Words that the vocabulary has for sure, by their keys: few bytes each, and those of some
/// millions at most.
class KnownWords {
 public:
  /// Whether it is the last one met of those that share its place; it is from now on. Most are, for
  /// texts are mostly made of few words. Who gets a no calls insert() soon.
  bool just_met(std::uint64_t key) {
    std::uint64_t& last = recent_[key & (recent_.size() - 1)];
    const bool met = last == key;
    last = key;
    __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
    return met;
  }
  /// False where it is known; it is from now on.
  bool insert(std::uint64_t key);

 private:
  void grow();

  std::vector<std::uint64_t> recent_ = std::vector<std::uint64_t>(std::size_t{1} << 13);
  std::vector<std::uint64_t> slots_ =
      std::vector<std::uint64_t>(std::size_t{1} << 12);  ///< 0: free; a quarter is at least
  std::size_t count_ = 0;
};

/// Those words of a text that weren't known, folded, each with a line break behind it. Numbers are
/// none.
std::string new_words(std::string_view text, const std::vector<TextToken>& tokens,
                      std::string_view language, KnownWords& known);

}  // namespace cotejo
