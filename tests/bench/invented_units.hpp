/// @file  A memory's worth of translation units that nobody wrote, shaped like those of news.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "cotejo/memory.hpp"

namespace cotejo::bench {

/// Words are made of syllables, shorter the more frequent they are, and drawn by Zipf and
/// Mandelbrot's law, p(rank) ~ 1 / (rank + 2.7)^1.05, from 300,000 forms a language; the eighty
/// most frequent are as short as function words. One word in twelve is a name with a capital, one
/// in thirty a number. Sentences have a log-normal number of words (median 19, mean 22); one unit
/// in eight is a headline, a caption or a label of 2 to 6. One in six repeats an earlier unit but
/// for one to four words or a number, as the next day's news do. The translation has a word for a
/// word, some exchanged with their neighbours, 8 % more of them. Documents have 25 units, and units
/// have dates, hashes of neighbours, confidences and domains as `align` would give them. The same
/// seed gives the same units everywhere.
class InventedUnits {
 public:
  explicit InventedUnits(std::uint64_t seed = 1);

  /// A unit whose source and target texts none before it had.
  MemoryUnit next();
  /// A source text of its kind that is in no unit, but by chance.
  std::string sentence(std::size_t least_words, std::size_t most_words);
  /// The text with `edits` words exchanged, left out or put in.
  std::string edited(const std::string& text, std::size_t edits);
  std::string frequent_word();  ///< one of the forty most frequent ones
  std::size_t below(std::size_t bound);

 private:
  struct Word {
    std::size_t rank;
    char kind;  ///< w, n: name, d: digits
  };
  std::size_t rank();
  std::vector<Word> words(std::size_t count);
  std::string written(const std::vector<Word>& words, int language) const;

  std::mt19937_64 random_;
  std::vector<std::uint32_t> alias_;
  std::vector<double> share_;
  std::vector<std::string> vocabulary_[2];
  std::vector<std::vector<Word>> recent_;
  std::size_t made_ = 0;
  std::string last_source_;
};

}  // namespace cotejo::bench
