#include "learn/model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cotejo {
namespace {

using Counts = std::vector<std::uint32_t>;

constexpr std::size_t most_candidates = 40;  // translations of a word that the model looks at

Counts count(const Texts& texts, std::size_t words) {
  Counts counts(words);
  for (const std::uint32_t word : texts.words) ++counts[word];
  return counts;
}

/// The texts each word stands in.
Texts turned(const Texts& texts, const Counts& counts) {
  Texts out;
  out.begins.assign(1, 0);
  for (const std::uint32_t count : counts) out.begins.push_back(out.begins.back() + count);
  out.words.resize(texts.words.size());
  std::vector<std::size_t> next(out.begins.begin(), out.begins.end() - 1);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    for (const std::uint32_t word : texts[t]) {
      out.words[next[word]++] = static_cast<std::uint32_t>(t);
    }
  }
  return out;
}

class Model {
 public:
  Model(const Texts& source, const Texts& target, Counts source_counts, Counts target_counts)
      : source_(source),
        target_(target),
        source_counts_(std::move(source_counts)),
        target_counts_(std::move(target_counts)) {}

  /// The candidates: pairs that meet often and more often than by chance, the likeliest of a word.
  void choose(std::size_t most_source, std::size_t most_target, const LearnOptions& options) {
    const Texts where = turned(source_, source_counts_);
    const auto all = static_cast<double>(source_.size());
    Counts together(target_counts_.size());
    std::vector<std::uint32_t> met;
    std::vector<std::pair<double, Pair>> found;
    for (std::uint32_t word = 0; word < source_counts_.size(); ++word) {
      const std::uint32_t times = source_counts_[word];
      met.clear();
      found.clear();
      if (times >= options.least_times && times <= most_source) {
        for (const std::uint32_t text : where[word]) {
          for (const std::uint32_t other : target_[text]) {
            if (together[other]++ == 0) met.push_back(other);
          }
        }
      }
      for (const std::uint32_t other : met) {
        const std::uint32_t both = std::exchange(together[other], 0);
        if (both < options.least_times || target_counts_[other] > most_target) continue;
        const double ratio = likelihood_ratio(both, times, target_counts_[other], all);
        if (ratio >= options.least_ratio) {
          found.push_back({ratio, {other, static_cast<float>(both), 0, 0}});
        }
      }
      std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.target < b.second.target;
      });
      if (found.size() > most_candidates) found.resize(most_candidates);
      std::sort(found.begin(), found.end(),
                [](const auto& a, const auto& b) { return a.second.target < b.second.target; });
      for (auto& [ratio, pair] : found) {
        pair.forward = pair.backward = pair.together;
        out_.pairs.push_back(pair);
      }
      out_.begins.push_back(out_.pairs.size());
    }
  }

  void rounds(std::size_t count) {
    std::vector<double> forward(out_.pairs.size());
    std::vector<double> backward(out_.pairs.size());
    for (std::size_t round = 0; round < count; ++round) {
      std::fill(forward.begin(), forward.end(), 0.0);
      std::fill(backward.begin(), backward.end(), 0.0);
      for (std::size_t text = 0; text < source_.size(); ++text) expect(text, forward, backward);
      for (std::size_t i = 0; i < out_.pairs.size(); ++i) {
        out_.pairs[i].forward = static_cast<float>(forward[i]);
        out_.pairs[i].backward = static_cast<float>(backward[i]);
      }
    }
  }

  Pairs pairs() && { return std::move(out_); }

 private:
  struct Link {
    std::size_t pair;
    std::size_t source;  // places in the unit
    std::size_t target;
    double forward;
    double backward;
  };

  /// What a word that nothing explains is taken to come from: chance.
  static double null(std::uint32_t count, std::size_t texts) {
    return static_cast<double>(count) / static_cast<double>(texts);
  }

  /// Shares out each word of a unit among the other side's words, by the last round's
  /// probabilities.
  void expect(std::size_t text, std::vector<double>& forward, std::vector<double>& backward) {
    const auto source = source_[text];
    const auto target = target_[text];
    links_.clear();
    target_sums_.clear();
    source_sums_.clear();
    for (const std::uint32_t word : target) {
      target_sums_.push_back(null(target_counts_[word], source_.size()));
    }
    for (std::size_t s = 0; s < source.size(); ++s) {
      double sum = null(source_counts_[source[s]], source_.size());
      const std::size_t end = out_.begins[source[s] + 1];
      std::size_t t = 0;
      for (std::size_t i = out_.begins[source[s]]; i < end && t < target.size(); ++i) {
        const Pair& pair = out_.pairs[i];
        while (t < target.size() && target[t] < pair.target) ++t;
        if (t == target.size() || target[t] != pair.target) continue;
        const double there = pair.forward / static_cast<double>(source_counts_[source[s]]);
        const double back = pair.backward / static_cast<double>(target_counts_[pair.target]);
        links_.push_back({i, s, t, there, back});
        target_sums_[t] += there;
        sum += back;
      }
      source_sums_.push_back(sum);
    }
    for (const Link& link : links_) {
      forward[link.pair] += link.forward / target_sums_[link.target];
      backward[link.pair] += link.backward / source_sums_[link.source];
    }
  }

  const Texts& source_;
  const Texts& target_;
  Counts source_counts_;
  Counts target_counts_;
  Pairs out_;
  std::vector<Link> links_;
  std::vector<double> source_sums_;
  std::vector<double> target_sums_;
};

}  // namespace

double likelihood_ratio(double both, double a, double b, double all) {
  if (both * all <= a * b) return 0.0;
  const auto cell = [&](double seen, double row, double column) {
    return seen <= 0 ? 0.0 : seen * std::log(seen * all / (row * column));
  };
  return 2 * (cell(both, a, b) + cell(a - both, a, all - b) + cell(b - both, all - a, b) +
              cell(all - a - b + both, all - a, all - b));
}

Pairs learn_pairs(const Texts& source, const Texts& target, std::size_t source_words,
                  std::size_t target_words, std::size_t most_source, std::size_t most_target,
                  const LearnOptions& options) {
  Model model(source, target, count(source, source_words), count(target, target_words));
  model.choose(most_source, most_target, options);
  model.rounds(options.rounds);
  return std::move(model).pairs();
}

}  // namespace cotejo
