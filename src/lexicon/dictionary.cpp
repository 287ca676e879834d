#include "cotejo/dictionary.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"
#include "foreign/stemmer.hpp"
#include "lexicon/stem_words.hpp"
#include "lexicon/word_table.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"
#include "text/case.hpp"
#include "text/decode.hpp"
#include "text/normalise.hpp"

namespace cotejo {
namespace {

using Stem = Dictionary::Stem;

/// Read when the first is asked for: only the review does.
struct Opposites {
  std::once_flag read;
  std::unordered_map<Stem, std::vector<Stem>> of;
};

/// One language's half: which stem a word has, and which number a stem has.
struct Half {
  std::string language;
  std::unordered_map<std::string_view, std::string_view>
      lemmas;  // irregular form -> lemma, both as the table has them
  std::unordered_map<std::string_view, Stem> numbers;
  std::vector<std::shared_ptr<const std::string>> texts;  // behind the stems the user brought
  std::unordered_set<std::string_view> function;
  std::unordered_set<std::string> light;                              // stems
  std::unordered_map<Stem, std::vector<Dictionary::Phrase>> phrases;  // by their first stem
  std::shared_ptr<Opposites> opposites = std::make_shared<Opposites>();

  explicit Half(std::string_view tag) : language(tag.substr(0, tag.find('-'))) {
    each_row(shipped_table(language + "/irregular.tsv"),
             [&](std::span<const std::string_view> cells, std::size_t) {
               if (cells.size() == 2) lemmas.try_emplace(cells[0], cells[1]);
             });
    each_row(
        shipped_table(language + "/function.tsv"),
        [&](std::span<const std::string_view> cells, std::size_t) { function.insert(cells[0]); });
    const Stemmer stemmer(language);
    each_row(shipped_table(language + "/light.tsv"),
             [&](std::span<const std::string_view> cells, std::size_t) {
               light.insert(fold(stemmer(cells[0])));
             });
  }

  /// Takes in a word or a phrase: its stems, see stems_of. They must live as long as the half.
  Stem add(std::string_view stems) {
    const auto [number, fresh] = number_of(stems);
    if (!fresh || stems.find(' ') == std::string_view::npos) return number;
    Dictionary::Phrase phrase{{}, number};
    for (const std::string_view word : split(stems, ' '))
      phrase.words.push_back(number_of(word).first);
    phrases[phrase.words[0]].push_back(std::move(phrase));
    return number;
  }

  /// The same for what has no place of its own yet.
  Stem keep(std::string stems) {
    texts.push_back(std::make_shared<const std::string>(std::move(stems)));
    return add(*texts.back());
  }

  std::pair<Stem, bool> number_of(std::string_view stem) {
    const auto [place, fresh] = numbers.try_emplace(stem, static_cast<Stem>(numbers.size()));
    return {place->second, fresh};
  }

  /// Each word of a row's one cell is an antonym of each of the other.
  void read_opposites() const {
    const Stemmer stemmer(language);
    const auto stems = [&](std::string_view cell) {
      std::vector<Stem> found;
      for (const std::string_view word : split(cell, '|')) {
        if (const Stem stem = find(word, stemmer); stem != Dictionary::unknown)
          found.push_back(stem);
      }
      return found;
    };
    each_row(shipped_table(language + "/antonyms.tsv"),
             [&](std::span<const std::string_view> cells, std::size_t) {
               if (cells.size() != 2) return;
               const std::vector<Stem> left = stems(cells[0]);
               const std::vector<Stem> right = stems(cells[1]);
               for (const Stem one : left) {
                 for (const Stem other : right) {
                   if (one == other) continue;
                   opposites->of[one].push_back(other);
                   opposites->of[other].push_back(one);
                 }
               }
             });
  }

  std::span<const Stem> opposites_of(Stem stem) const {
    std::call_once(opposites->read, [&] { read_opposites(); });
    const auto found = opposites->of.find(stem);
    if (found == opposites->of.end()) return {};
    return found->second;
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

  Stem number(const std::string& stem) const {
    const auto found = numbers.find(stem);
    return found == numbers.end() ? Dictionary::unknown : found->second;
  }
  Stem find(std::string_view word, const Stemmer& stemmer) const {
    return number(fold(stemmer(word)));
  }

  std::vector<Dictionary::Stems> stems(std::span<const std::string> words) const {
    const Stemmer stemmer(language);
    std::vector<Dictionary::Stems> found;
    found.reserve(words.size());
    for (const std::string& word : words) {
      Dictionary::Stems& stems = found.emplace_back();
      const std::string own = fold(stemmer(word));
      stems.own = number(own);
      stems.light = light.contains(own);
      stems.function = function.contains(word);
      const auto lemma = lemmas.find(word);
      if (lemma == lemmas.end()) continue;
      const std::string irregular = fold(stemmer(lemma->second));
      stems.irregular = number(irregular);
      stems.light = stems.light || light.contains(irregular);
    }
    return found;
  }
};

}  // namespace

struct Dictionary::Tables {
  Half source;
  Half target;
  std::vector<std::vector<Translation>> translations;
  std::vector<std::vector<Stem>> sources;
  std::size_t size = 0;

  void add(Stem from, Stem to, float probability = 0.0F) {
    if (translations.size() <= from) translations.resize(from + 1);
    translations[from].push_back({to, probability});
    if (sources.size() <= to) sources.resize(to + 1);
    sources[to].push_back(from);
  }

  /// Puts everything in order when all is added.
  void sort() {
    const auto rank = [](float probability) { return probability == 0.0F ? 2.0F : probability; };
    size = 0;
    for (std::vector<Translation>& targets : translations) {
      std::sort(targets.begin(), targets.end(), [&](const Translation& a, const Translation& b) {
        return a.stem != b.stem ? a.stem < b.stem : rank(a.probability) > rank(b.probability);
      });
      targets.erase(
          std::unique(targets.begin(), targets.end(),
                      [](const Translation& a, const Translation& b) { return a.stem == b.stem; }),
          targets.end());
      size += targets.size();
    }
    for (std::vector<Stem>& from : sources) {
      std::sort(from.begin(), from.end());
      from.erase(std::unique(from.begin(), from.end()), from.end());
    }
    source.sort_phrases();
    target.sort_phrases();
  }
};

namespace {

std::string text_of(std::string_view bytes, const std::string& name) {
  const std::optional<Decoded> decoded = decode(bytes, "");
  if (!decoded) throw Error(Message{"{1}: not text; save the table as UTF-8", {name}});
  std::string text = decoded->text ? decoded->text->text : std::string(bytes.substr(decoded->mark));
  if (auto composed = to_nfc(text)) text = std::move(composed->text);
  return text;
}

/// Entries as texts are compared with: lower case, words parted by single spaces.
std::vector<std::string> entries(const std::vector<std::string_view>& forms) {
  std::vector<std::string> out;
  for (const std::string_view form : forms) {
    const std::string lower = lower_case(form);
    std::string entry;
    for (const Word& word : words(lower)) {
      if (!entry.empty()) entry += ' ';
      entry += slice(lower, word.span);
    }
    out.push_back(std::move(entry));
  }
  return out;
}

std::string primary(std::string_view tag) { return std::string(tag.substr(0, tag.find('-'))); }

}  // namespace

Dictionary::Dictionary(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Dictionary Dictionary::shipped(std::string_view source_language, std::string_view target_language) {
  auto tables =
      std::make_shared<Tables>(Tables{Half(source_language), Half(target_language), {}, {}, 0});
  const std::string& source = tables->source.language;
  const std::string& target = tables->target.language;
  std::string_view table = shipped_table(source + "-" + target + "/words.stems");
  const bool turned = table.empty();
  if (turned) table = shipped_table(target + "-" + source + "/words.stems");
  tables->source.numbers.reserve(table.size() / 20);
  tables->target.numbers.reserve(table.size() / 20);
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    for (const std::string_view word : split(cells[turned ? 1 : 0], '|')) {
      const Stem from = tables->source.add(word);
      for (const std::string_view translation : split(cells[turned ? 0 : 1], '|')) {
        tables->add(from, tables->target.add(translation));
      }
    }
  });
  tables->sort();
  return Dictionary(std::move(tables));
}

Dictionary Dictionary::with(std::string_view table, const std::string& name) const {
  const std::string text = text_of(table, name);
  const WordTable own = read_word_table(text, name);
  if (!own.faults.empty()) {
    Message what = own.faults.front().what;
    what.place = name + ':' + std::to_string(own.faults.front().line);
    throw Error(std::move(what));
  }
  auto tables = std::make_shared<Tables>(*tables_);
  Half& source = tables->source;
  Half& target = tables->target;
  for (Half* half : {&source, &target}) half->opposites = std::make_shared<Opposites>();
  const std::string from = primary(own.languages[0]);
  const std::string to = primary(own.languages[1]);
  const bool turned = from == target.language && to == source.language;
  if (!from.empty() && !turned && (from != source.language || to != target.language)) {
    throw Error(Message{"{1}: a table of {2} and {3}, but the texts are in {4} and {5}",
                        {name, from, to, source.language, target.language}});
  }
  const Stemmer source_stemmer(source.language);
  const Stemmer target_stemmer(target.language);
  for (const WordRow& row : own.rows) {
    const std::vector<std::string> words = entries(row.words);
    const std::vector<std::string> translations = entries(row.translations);
    for (const std::string& word : words) {
      for (std::size_t i = 0; i < translations.size(); ++i) {
        if (word.empty() || translations[i].empty()) continue;
        tables->add(source.keep(stems_of(turned ? translations[i] : word, source_stemmer)),
                    target.keep(stems_of(turned ? word : translations[i], target_stemmer)),
                    row.probabilities.empty() ? 0.0F : row.probabilities[i]);
      }
    }
  }
  tables->sort();
  return Dictionary(std::move(tables));
}

std::vector<Dictionary::Stems> Dictionary::source_stems(std::span<const std::string> words) const {
  return tables_->source.stems(words);
}

std::vector<Dictionary::Stems> Dictionary::target_stems(std::span<const std::string> words) const {
  return tables_->target.stems(words);
}

std::span<const Dictionary::Translation> Dictionary::translations(Stem source) const {
  if (source >= tables_->translations.size()) return {};
  return tables_->translations[source];
}

std::span<const Dictionary::Stem> Dictionary::sources(Stem target) const {
  if (target >= tables_->sources.size()) return {};
  return tables_->sources[target];
}

bool Dictionary::translated(Stem target) const { return !sources(target).empty(); }

std::span<const Dictionary::Phrase> Dictionary::source_phrases(Stem first) const {
  return tables_->source.phrases_of(first);
}

std::span<const Dictionary::Phrase> Dictionary::target_phrases(Stem first) const {
  return tables_->target.phrases_of(first);
}

std::span<const Dictionary::Stem> Dictionary::source_opposites(Stem source) const {
  return tables_->source.opposites_of(source);
}

std::span<const Dictionary::Stem> Dictionary::target_opposites(Stem target) const {
  return tables_->target.opposites_of(target);
}

std::size_t Dictionary::size() const { return tables_->size; }

}  // namespace cotejo
