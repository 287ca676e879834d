#include <algorithm>

#include "cotejo/learn.hpp"
#include "learn/model.hpp"
#include "learn/vocabulary.hpp"
#include "text/normalise.hpp"

namespace cotejo {

struct Learner::State {
  /// One language's half.
  struct Half {
    explicit Half(std::string_view language) : vocabulary(language) {}

    void take(std::string_view text) {
      const auto composed = to_nfc(text);
      vocabulary.take(composed ? composed->text : text, texts.words);
    }

    /// In how many texts a word may stand.
    std::size_t most() const {
      constexpr std::size_t share = 20;
      return vocabulary.knows_function_words() ? texts.size() : texts.size() / share;
    }

    Vocabulary vocabulary;
    Texts texts;
  };

  State(std::string_view source_language, std::string_view target_language)
      : source(source_language), target(target_language) {}

  Half source;
  Half target;
};

Learner::Learner(std::string_view source_language, std::string_view target_language)
    : state_(std::make_unique<State>(source_language, target_language)) {}

Learner::~Learner() = default;
Learner::Learner(Learner&&) noexcept = default;
Learner& Learner::operator=(Learner&&) noexcept = default;

void Learner::add(std::string_view source, std::string_view target) {
  State::Half& left = state_->source;
  State::Half& right = state_->target;
  left.take(source);
  right.take(target);
  const bool taught = left.texts.words.size() > left.texts.begins.back() &&
                      right.texts.words.size() > right.texts.begins.back();
  for (State::Half* half : {&left, &right}) {
    if (!taught) half->texts.words.resize(half->texts.begins.back());
    if (taught) half->texts.begins.push_back(half->texts.words.size());
  }
}

std::size_t Learner::units() const { return state_->source.texts.size(); }

std::vector<LearnedWord> Learner::learn(const LearnOptions& options) const {
  const State::Half& left = state_->source;
  const State::Half& right = state_->target;
  const Pairs learned = learn_pairs(left.texts, right.texts, left.vocabulary.size(),
                                    right.vocabulary.size(), left.most(), right.most(), options);
  const std::vector<std::string> source_words = left.vocabulary.headwords();
  const std::vector<std::string> target_words = right.vocabulary.headwords();
  std::vector<LearnedWord> out;
  for (std::size_t word = 0; word < source_words.size(); ++word) {
    std::vector<Pair> sure;
    for (std::size_t i = learned.begins[word]; i < learned.begins[word + 1]; ++i) {
      Pair pair = learned.pairs[i];
      pair.forward = std::min(pair.forward, pair.backward);
      if (pair.forward >= options.least_probability * (pair.together + 1)) sure.push_back(pair);
    }
    if (sure.empty()) continue;
    std::stable_sort(sure.begin(), sure.end(),
                     [](const Pair& a, const Pair& b) { return a.forward > b.forward; });
    if (sure.size() > options.most_translations) sure.resize(options.most_translations);
    LearnedWord& entry = out.emplace_back();
    entry.word = source_words[word];
    for (const Pair& pair : sure) {
      entry.translations.push_back({target_words[pair.target], pair.forward / (pair.together + 1)});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const LearnedWord& a, const LearnedWord& b) { return a.word < b.word; });
  return out;
}

}  // namespace cotejo
