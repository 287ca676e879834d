#include <algorithm>
#include <limits>
#include <string>
#include <unordered_set>
#include <utility>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/candidates.hpp"
#include "memory/language.hpp"
#include "memory/terms.hpp"
#include "memory/vocabulary.hpp"

namespace cotejo {
namespace {

constexpr std::size_t no_bound = std::numeric_limits<std::size_t>::max();
/// A pattern that more words fit is likely to be met in the newest texts; looking at so many of
/// them takes as long as looking up the words.
constexpr std::size_t few_words = 1000;
constexpr std::size_t newest_texts = 2000;

struct PhraseWord {
  TextToken token;
  std::string pattern;  ///< empty: the word as it is
};

std::vector<TextToken> without_marks(std::vector<TextToken> tokens) {
  std::erase_if(tokens, [](const TextToken& token) { return token.kind == TextTokenKind::mark; });
  return tokens;
}

std::vector<PhraseWord> words_of(std::string_view phrase) {
  std::vector<PhraseWord> words;
  for (const TextToken& token : without_marks(pattern_tokens(phrase))) {
    std::string word = folded(phrase, token);
    if (word.find('*') == std::string::npos) word.clear();
    words.push_back({token, std::move(word)});
  }
  return words;
}

bool any_word(const std::string& pattern) { return pattern.find_first_not_of('*') == pattern.npos; }

/// Where the phrase stands in a text.
std::vector<Span> places(std::string_view text, const std::vector<PhraseWord>& phrase) {
  const std::vector<TextToken> found = without_marks(tokens(text));
  std::vector<Span> spans;
  auto begin = found.begin();
  const auto same = [&](const TextToken& token, const PhraseWord& word) {
    if (word.pattern.empty()) return token.key == word.token.key;
    if (any_word(word.pattern)) return true;
    return token.kind == TextTokenKind::word && fits(folded(text, token), word.pattern);
  };
  while (true) {
    begin = std::search(begin, found.end(), phrase.begin(), phrase.end(), same);
    if (begin == found.end()) return spans;
    const auto end = begin + static_cast<std::ptrdiff_t>(phrase.size());
    spans.push_back({begin->span.begin, (end - 1)->span.end});
    begin = end;
  }
}

/// One concordance: places of lists, then a look at the texts, the newest first.
class Concordance {
 public:
  Concordance(Memory::Body& body, std::string_view phrase, const ConcordanceOptions& options)
      : body_(body),
        phrase_(words_of(phrase)),
        language_(primary_language(canonical_language(options.language))),
        limit_(options.limit) {}

  std::vector<Hit> run() {
    if (phrase_.empty()) return {};
    gather(few_words);
    look(partial_ ? newest_texts : no_bound);
    if (partial_ && hits_.size() < limit_) {
      gather(no_bound);
      look(no_bound);
    }
    return std::move(hits_);
  }

 private:
  using Lists = std::vector<std::uint64_t>;

  /// Finds the places where the phrase may stand. Those are more than need be, and all, where some
  /// pattern is one of more than `most` words.
  void gather(std::size_t most) {
    found_.clear();
    partial_ = false;
    for (const std::string& language : body_.languages()) {
      if (!language_.empty() && language != language_) continue;
      const std::vector<Lists> groups = lists(language, most);
      if (groups.empty()) {
        found_ = all_places();
        break;
      }
      const Lists some = in_each(body_.store(), body_.weights(), body_.tally(), groups);
      found_.insert(found_.end(), some.begin(), some.end());
    }
    std::make_heap(found_.begin(), found_.end());
  }

  /// A text that has the phrase stands in a list of each of these.
  std::vector<Lists> lists(const std::string& language, std::size_t most) {
    const TermLists terms(language);
    std::vector<Lists> groups;
    std::vector<TextToken> whole;  // words side by side
    const auto add_whole = [&] {
      for (const std::uint32_t list : terms.phrase(whole)) groups.push_back({list});
      whole.clear();
    };
    for (const PhraseWord& word : phrase_) {
      if (word.pattern.empty()) {
        whole.push_back(word.token);
        continue;
      }
      add_whole();
      if (any_word(word.pattern)) continue;
      std::unordered_set<std::uint64_t> fitting;  // there are only so many lists
      std::size_t count = 0;
      body_.store().words_like(language, word.pattern, [&](std::string_view it) {
        fitting.insert(terms.of({{}, folded_key(it), TextTokenKind::word}));
        return ++count <= most;
      });
      if (count > most) {
        partial_ = true;
      } else {
        groups.emplace_back(fitting.begin(), fitting.end());
      }
    }
    add_whole();
    return groups;
  }

  Lists all_places() {
    const std::vector<std::uint16_t>& weights = body_.weights();
    const std::size_t most = partial_ ? newest_texts : no_bound;
    Lists places;
    for (std::size_t at = weights.size(); at-- > 0 && places.size() < most;) {
      if (weights[at] != 0) places.push_back(at);
    }
    return places;
  }

  /// Takes the hits among the newest so many places that weren't looked at yet.
  void look(std::size_t most) {
    const auto next = [&]() -> std::optional<RowText> {
      while (!found_.empty() && hits_.size() < limit_ && most > 0) {
        std::pop_heap(found_.begin(), found_.end());
        const std::uint64_t at = found_.back();
        found_.pop_back();
        if (at >= last_) continue;
        last_ = at;
        --most;
        return RowText{unit_at(at), is_target(at)};
      }
      return std::nullopt;
    };
    body_.store().texts(next, [&](RowText it, std::string_view text) {
      if (hits_.size() >= limit_) return;
      std::vector<Span> spans = places(text, phrase_);
      if (spans.empty()) return;
      const std::optional<Row> row = body_.store().row(it.id);
      if (!row) return;
      MemoryUnit unit = body_.unit(*row);
      const std::string& tag = it.target ? unit.target_language : unit.source_language;
      if (!language_.empty() && primary_language(tag) != language_) return;
      hits_.push_back({std::move(unit), it.target, std::move(spans)});
    });
  }

  Memory::Body& body_;
  std::vector<PhraseWord> phrase_;
  std::string language_;  ///< empty: any
  std::size_t limit_;
  bool partial_ = false;
  Lists found_;                                                     ///< places, as a heap
  std::uint64_t last_ = std::numeric_limits<std::uint64_t>::max();  ///< place that was looked at
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> Memory::concordance(std::string_view phrase,
                                     const ConcordanceOptions& options) const {
  StoreReading reading(*body_);
  return Concordance(*body_, phrase, options).run();
}

}  // namespace cotejo
