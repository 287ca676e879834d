#include "cotejo/dictionary.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "cotejo/text.hpp"
#include "foreign/stemmer.hpp"
#include "lexicon/shipped.hpp"
#include "lexicon/tables.hpp"

namespace cotejo {
namespace {

using Stem = Dictionary::Stem;

/// One language's half: which stem a word has, and which number a stem has.
struct Half {
  std::string language;
  std::unordered_map<std::string_view, std::string_view>
      lemmas;  // irregular form -> lemma, both as the table has them
  std::unordered_map<std::string, Stem> numbers;

  explicit Half(std::string_view tag) : language(tag.substr(0, tag.find('-'))) {
    each_row(shipped_table(language + "/irregular.tsv"),
             [&](std::span<const std::string_view> cells, std::size_t) {
               if (cells.size() == 2) lemmas.try_emplace(cells[0], cells[1]);
             });
  }

  Stem add(std::string_view word, const Stemmer& stemmer) {
    return numbers.try_emplace(fold(stemmer(word)), static_cast<Stem>(numbers.size()))
        .first->second;
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
                       lemma == lemmas.end() ? Dictionary::unknown : find(lemma->second, stemmer)});
    }
    return found;
  }
};

}  // namespace

struct Dictionary::Tables {
  Half source;
  Half target;
  std::vector<std::vector<Stem>> translations;
  std::size_t size = 0;

  /// A row: a headword and its translations. Phrases pair the words of one side with those of the
  /// other only when both have one word; the rest waits for a phrase table.
  void add(std::span<const std::string_view> heads, std::span<const std::string_view> others,
           const Stemmer& source_stemmer, const Stemmer& target_stemmer) {
    for (const std::string_view head : heads) {
      if (head.find(' ') != std::string_view::npos) continue;
      const Stem from = source.add(head, source_stemmer);
      if (translations.size() <= from) translations.resize(from + 1);
      for (const std::string_view other : others) {
        if (other.find(' ') != std::string_view::npos) continue;
        translations[from].push_back(target.add(other, target_stemmer));
      }
    }
  }
};

Dictionary Dictionary::shipped(std::string_view source_language, std::string_view target_language) {
  auto tables =
      std::make_shared<Tables>(Tables{Half(source_language), Half(target_language), {}, 0});
  const std::string& source = tables->source.language;
  const std::string& target = tables->target.language;
  std::string_view table = shipped_table(source + "-" + target + "/words.tsv");
  const bool turned = table.empty();
  if (turned) table = shipped_table(target + "-" + source + "/words.tsv");
  const Stemmer source_stemmer(source);
  const Stemmer target_stemmer(target);
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (cells.size() < 2) return;
    const std::vector<std::string_view> left = split(cells[0], '|');
    const std::vector<std::string_view> right = split(cells[1], '|');
    if (turned) {
      tables->add(right, left, source_stemmer, target_stemmer);
    } else {
      tables->add(left, right, source_stemmer, target_stemmer);
    }
  });
  for (std::vector<Stem>& targets : tables->translations) {
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    tables->size += targets.size();
  }
  Dictionary dictionary;
  dictionary.tables_ = std::move(tables);
  return dictionary;
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

std::size_t Dictionary::size() const { return tables_->size; }

}  // namespace cotejo
