/// @file  IBM Model 1 over chosen pairs, both directions at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cotejo/learn.hpp"

namespace cotejo {

/// The words of many texts, by number, ascending and each once in a text.
struct Texts {
  std::vector<std::uint32_t> words;
  std::vector<std::size_t> begins{0};  ///< text t is words[begins[t], begins[t + 1])

  std::size_t size() const { return begins.size() - 1; }
  std::span<const std::uint32_t> operator[](std::size_t text) const {
    return std::span(words).subspan(begins[text], begins[text + 1] - begins[text]);
  }
};

/// A pair of words: the units that have both, and those where the one is there for the other.
struct Pair {
  std::uint32_t target = 0;
  float together = 0;
  float forward = 0;   ///< as the source's words explain the target's
  float backward = 0;  ///< as the target's explain the source's
};

struct Pairs {
  std::vector<Pair> pairs;             ///< of each source word, ascending by target
  std::vector<std::size_t> begins{0};  ///< of source word w they are [begins[w], begins[w + 1])
};

/// `source` and `target` hold as many texts; their words are less than `source_words` and
/// `target_words`. Words that stand in more than `most` texts are left out.
Pairs learn_pairs(const Texts& source, const Texts& target, std::size_t source_words,
                  std::size_t target_words, std::size_t most_source, std::size_t most_target,
                  const LearnOptions& options);

/// Dunning's log-likelihood ratio (G²) of two words that stand in `a` and `b` of `all` texts and
/// together in `both`; 0 where they meet no more often than by chance.
double likelihood_ratio(double both, double a, double b, double all);

}  // namespace cotejo
