/// @file  One language's half of the units that terms are found in: its words, its phrases.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace cotejo {

/// What may be a term or the translation of one.
struct Phrase {
  std::size_t first = 0;  ///< where it is met first, in all words
  std::uint32_t words = 0;
  std::uint32_t units = 0;
  bool term = false;  ///< a name or a phrase, no plain word
};

/// A phrase where it stands in a unit, in words from the unit's first.
struct Occurrence {
  std::uint32_t phrase = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Phrases {
 public:
  explicit Phrases(std::string_view language);

  /// Valid UTF-8 only: the next unit's text.
  void take(std::string_view text);
  std::size_t units() const { return begins_.size() - 1; }

  /// Counts the phrases that stand in so many units; before all below.
  void count(std::size_t least_units);
  const std::vector<Phrase>& all() const { return phrases_; }
  /// Those of a unit, by begin and then the longest first.
  void occurrences(std::size_t unit, std::vector<Occurrence>& out) const;

  /// As most of these places write it, those at the begin of a text left out where there are
  /// others.
  struct Spelling {
    std::string text;
    bool capitals = false;
  };
  std::vector<Spelling> spellings() const;

 private:
  using Words = std::span<const std::uint32_t>;
  static constexpr std::uint32_t gap = 0xFFFFFFFF;  ///< no phrase goes over it
  static constexpr std::uint32_t longest = 5;

  /// A word as it is written, and what it is whatever its case.
  struct Form {
    std::string text;
    std::string_view link;  ///< what joins it to the word before
    std::uint32_t word = 0;
    bool capital = false;
  };

  Words unit(std::size_t index) const;
  bool content(std::uint32_t word) const;
  bool named(std::uint32_t word) const;
  std::uint64_t hash(Words words) const;
  std::string written(Words words) const;
  /// Calls with each run of words that may be a phrase: its begin and the number of its words.
  template <typename Take>
  void runs(Words words, const Take& take) const;
  void drop_parts();

  std::unordered_set<std::string_view> function_;
  std::unordered_set<std::string_view> articles_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of forms
  std::unordered_map<std::string, std::uint32_t> words_;    ///< of lower-case words
  std::vector<Form> forms_;
  std::vector<std::uint32_t> times_;     ///< of each word
  std::vector<std::uint32_t> inside_;    ///< the same, not at a text's begin
  std::vector<std::uint32_t> capitals_;  ///< of these, with a capital
  std::vector<bool> article_;
  std::vector<bool> usable_;         ///< of each word: no function word, two letters or more
  std::vector<std::uint32_t> text_;  ///< forms of all units
  std::vector<std::size_t> begins_{0};
  std::vector<Phrase> phrases_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_;  ///< phrases by hash
};

}  // namespace cotejo
