#include "cotejo/dictionary.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "cotejo/text.hpp"
#include "foreign/stemmer.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

using Stem = Dictionary::Stem;

/// One language's half: which stem a word has, and which number a stem has.
struct Half {
  std::string language;
  std::unordered_map<std::string_view, std::string_view>
      lemmas;  // irregular form -> lemma, both as the table has them
  std::unordered_map<std::string, Stem> numbers;
  std::unordered_set<std::string_view> function;
  std::unordered_map<Stem, std::vector<Dictionary::Phrase>> phrases;  // by their first stem

  explicit Half(std::string_view tag) : language(tag.substr(0, tag.find('-'))) {
    each_row(shipped_table(language + "/irregular.tsv"),
             [&](std::span<const std::string_view> cells, std::size_t) {
               if (cells.size() == 2) lemmas.try_emplace(cells[0], cells[1]);
             });
    each_row(
        shipped_table(language + "/function.tsv"),
        [&](std::span<const std::string_view> cells, std::size_t) { function.insert(cells[0]); });
  }

  Stem add(std::string_view stem) {
    return numbers.try_emplace(std::string(stem), static_cast<Stem>(numbers.size())).first->second;
  }

  /// Takes in a word or a phrase.
  Stem add(std::string_view entry, const Stemmer& stemmer) {
    const std::vector<std::string_view> words = split(entry, ' ');
    if (words.size() == 1) return add(fold(stemmer(entry)));
    const Stem whole = add(fold(entry));
    Dictionary::Phrase phrase{{}, whole};
    for (const std::string_view word : words) phrase.words.push_back(add(fold(stemmer(word))));
    std::vector<Dictionary::Phrase>& same = phrases[phrase.words[0]];
    const bool known = std::any_of(same.begin(), same.end(), [&](const Dictionary::Phrase& other) {
      return other.whole == whole;
    });
    if (!known) same.push_back(std::move(phrase));
    return whole;
  }

  void sort_phrases() {
    for (auto& [first, same] : phrases) {
      std::stable_sort(same.begin(), same.end(),
                       [](const Dictionary::Phrase& a, const Dictionary::Phrase& b) {
                         return a.words.size() > b.words.size();
                       });
    }
  }

  std::span<const Dictionary::Phrase> phrases_of(Stem first) const {
    const auto found = phrases.find(first);
    if (found == phrases.end()) return {};
    return found->second;
  }

  Stem find(std::string_view word, const Stemmer& stemmer) const {
    const auto number = numbers.find(fold(stemmer(word)));
    return number == numbers.end() ? Dictionary::unknown : number->second;
  }

  std::vector<Dictionary::Stems> stems(std::span<const std::string> words) const {
    const Stemmer stemmer(language);
    std::vector<Dictionary::Stems> found;
    found.reserve(words.size());
    for (const std::string& word : words) {
      const auto lemma = lemmas.find(word);
      found.push_back({find(word, stemmer),
                       lemma == lemmas.end() ? Dictionary::unknown : find(lemma->second, stemmer),
                       function.contains(word)});
    }
    return found;
  }
};

}  // namespace

struct Dictionary::Tables {
  Half source;
  Half target;
  std::vector<std::vector<Stem>> translations;
  std::vector<bool> translated;
  std::size_t size = 0;

  void add(std::span<const std::string_view> heads, std::span<const std::string_view> others,
           const Stemmer& source_stemmer, const Stemmer& target_stemmer) {
    for (const std::string_view head : heads) {
      const Stem from = source.add(head, source_stemmer);
      if (translations.size() <= from) translations.resize(from + 1);
      for (const std::string_view other : others) {
        const Stem to = target.add(other, target_stemmer);
        translations[from].push_back(to);
        if (translated.size() <= to) translated.resize(to + 1);
        translated[to] = true;
      }
    }
  }
};

Dictionary::Dictionary(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Dictionary Dictionary::shipped(std::string_view source_language, std::string_view target_language) {
  auto tables =
      std::make_shared<Tables>(Tables{Half(source_language), Half(target_language), {}, {}, 0});
  const std::string& source = tables->source.language;
  const std::string& target = tables->target.language;
  std::string_view table = shipped_table(source + "-" + target + "/words.tsv");
  const bool turned = table.empty();
  if (turned) table = shipped_table(target + "-" + source + "/words.tsv");
  const Stemmer source_stemmer(source);
  const Stemmer target_stemmer(target);
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (cells.size() < 2) return;
    tables->add(split(cells[turned ? 1 : 0], '|'), split(cells[turned ? 0 : 1], '|'),
                source_stemmer, target_stemmer);
  });
  for (std::vector<Stem>& targets : tables->translations) {
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    tables->size += targets.size();
  }
  tables->source.sort_phrases();
  tables->target.sort_phrases();
  return Dictionary(std::move(tables));
}

std::vector<Dictionary::Stems> Dictionary::source_stems(std::span<const std::string> words) const {
  return tables_->source.stems(words);
}

std::vector<Dictionary::Stems> Dictionary::target_stems(std::span<const std::string> words) const {
  return tables_->target.stems(words);
}

std::span<const Stem> Dictionary::translations(Stem source) const {
  if (source >= tables_->translations.size()) return {};
  return tables_->translations[source];
}

bool Dictionary::translated(Stem target) const {
  return target < tables_->translated.size() && tables_->translated[target];
}

std::span<const Dictionary::Phrase> Dictionary::source_phrases(Stem first) const {
  return tables_->source.phrases_of(first);
}

std::span<const Dictionary::Phrase> Dictionary::target_phrases(Stem first) const {
  return tables_->target.phrases_of(first);
}

std::size_t Dictionary::size() const { return tables_->size; }

}  // namespace cotejo
