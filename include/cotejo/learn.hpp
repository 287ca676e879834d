/// @file  Learning word pairs from aligned text.
///
/// IBM Model 1 (Brown et al. 1993) in both directions over the same candidates, which a
/// log-likelihood ratio (Dunning 1993) has chosen; what both directions agree on is kept. Words
/// are compared by stem, once a unit; function words, figures and single letters are left out. The
/// same units in the same order give the same table. A million units of 20 words a side took 20 s
/// and 222 MB.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/sink.hpp"

namespace cotejo {

struct LearnOptions {
  std::size_t rounds = 5;             ///< of expectation and maximisation
  std::size_t least_times = 3;        ///< units that a pair is met in
  double least_ratio = 20.0;          ///< log-likelihood ratio of a pair; chance alone exceeds 10.8
                                      ///< once in a thousand pairs
  double least_probability = 0.25;    ///< see LearnedTranslation
  std::size_t most_translations = 6;  ///< of a word
};

struct LearnedTranslation {
  std::string word;
  /// How likely, where both words stand in a unit, the one is there for the other: above 0,
  /// below 1. The more cautious direction's count of such units by the number of all, plus one.
  double probability = 0.0;
};

/// A source word in its commonest form and what it stands for, the commonest translation first.
struct LearnedWord {
  std::string word;
  std::vector<LearnedTranslation> translations;
};

/// Takes in units one by one and holds of each the numbers of its words: about 100 bytes a unit.
class Learner {
 public:
  /// Languages as BCP 47 tags. Without a table of function words for one of them (de, fr), words
  /// that stand in one unit of twenty or more are left out in their place.
  Learner(std::string_view source_language, std::string_view target_language);
  ~Learner();
  Learner(Learner&&) noexcept;
  Learner& operator=(Learner&&) noexcept;

  /// Valid UTF-8 only: a text and its translation.
  void add(std::string_view source, std::string_view target);

  /// Units taken in so far that have a word on both sides.
  std::size_t units() const;

  /// What they teach, sorted by word.
  std::vector<LearnedWord> learn(const LearnOptions& options = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What a table of learned words says of itself.
struct LearnedFrom {
  std::string source_language;
  std::string target_language;
  std::vector<std::string> files;
  std::size_t units = 0;
};

/// Writes the table that Dictionary::with reads, below a comment that names the files it was
/// learned from and asks for their licence:
///
///     # Languages: en es
///     bank⇥banco|orilla⇥0.93|0.41
void write_words(const Sink& sink, const LearnedFrom& from, std::span<const LearnedWord> words);

}  // namespace cotejo
