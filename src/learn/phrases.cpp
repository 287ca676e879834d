#include "learn/phrases.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "cotejo/text.hpp"
#include "learn/model.hpp"
#include "learn/sketch.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"
#include "text/case.hpp"
#include "text/normalise.hpp"

namespace cotejo {
namespace {

constexpr double least_attraction = 15.0;   // log-likelihood ratio of a phrase's two ends
constexpr std::size_t frequent_share = 20;  // a word in more than a unit of so many is no content

/// What joins two words of one phrase: a space, a hyphen, an apostrophe. Nothing for what parts
/// them.
std::optional<std::string_view> link_of(std::string_view between) {
  for (const std::string_view link : {" ", "-", "'", "\u2019"}) {
    if (between == link) return link;
  }
  return between == "\u00A0" ? std::optional<std::string_view>(" ") : std::nullopt;
}

}  // namespace

Phrases::Phrases(std::string_view language) {
  const std::string primary(language.substr(0, language.find('-')));
  if (primary == "en") articles_ = {"the", "a", "an"};
  if (primary == "es") articles_ = {"el", "la", "los", "las", "lo", "un", "una", "unos", "unas"};
  each_row(
      shipped_table(primary + "/function.tsv"),
      [&](std::span<const std::string_view> cells, std::size_t) { function_.insert(cells[0]); });
}

void Phrases::take(std::string_view given) {
  const auto composed = to_nfc(given);
  const std::string_view text = composed ? std::string_view(composed->text) : given;
  std::size_t end = 0;
  bool first = true;
  for (const Word& word : words(text)) {
    const auto linked = first ? std::nullopt : link_of(text.substr(end, word.span.begin - end));
    const std::string_view link = linked.value_or(" ");
    end = word.span.end;
    if (!first && !linked) text_.push_back(gap);
    if (word.numeric) {
      text_.push_back(gap);
      first = false;
      continue;
    }
    const std::string written(slice(text, word.span));
    const auto [found, is_new] = numbers_.try_emplace(std::string(link) + written,
                                                      static_cast<std::uint32_t>(forms_.size()));
    if (is_new) {
      // WHO isn't who, and US isn't us.
      constexpr std::size_t longest_acronym = 5;
      const bool acronym = word.written == Case::upper && code_points(written) <= longest_acronym;
      std::string lower = acronym ? written : lower_case(written);
      const auto next = static_cast<std::uint32_t>(words_.size());
      const bool usable = !function_.contains(lower) && code_points(lower) > 1;
      const auto [same, is_word] = words_.try_emplace(std::move(lower), next);
      if (is_word) {
        times_.push_back(0);
        inside_.push_back(0);
        capitals_.push_back(0);
        usable_.push_back(usable);
        article_.push_back(articles_.contains(same->first));
      }
      forms_.push_back({written, link, same->second, word.written != Case::lower});
    }
    const Form& form = forms_[found->second];
    ++times_[form.word];
    if (!first) {
      ++inside_[form.word];
      capitals_[form.word] += form.capital;
    }
    text_.push_back(found->second);
    first = false;
  }
  begins_.push_back(text_.size());
}

Phrases::Words Phrases::unit(std::size_t index) const {
  return std::span(text_).subspan(begins_[index], begins_[index + 1] - begins_[index]);
}

bool Phrases::content(std::uint32_t word) const {
  return usable_[word] && (!function_.empty() || times_[word] <= units() / frequent_share + 1);
}

bool Phrases::named(std::uint32_t word) const {
  return inside_[word] > 0 && 2 * capitals_[word] > inside_[word];
}

std::uint64_t Phrases::hash(Words words) const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // none of the numbers spreads to 0
  std::uint64_t sum = words.size() + odd;
  for (const std::uint32_t form : words) sum = spread(sum ^ spread(forms_[form].word + odd));
  return sum;
}

template <typename Take>
void Phrases::runs(Words words, const Take& take) const {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (words[begin] == gap || !content(forms_[words[begin]].word)) continue;
    const std::size_t last = std::min<std::size_t>(words.size(), begin + longest);
    for (std::size_t end = begin + 1; end <= last && words[end - 1] != gap; ++end) {
      const std::uint32_t word = forms_[words[end - 1]].word;
      if (content(word)) take(begin, end - begin);
      // "said the president" is no phrase; "bank of the republic" is one.
      if (article_[word] && end - begin > 1 && content(forms_[words[end - 2]].word)) break;
    }
  }
}

void Phrases::count(std::size_t least_units) {
  phrases_.clear();
  index_.clear();
  constexpr unsigned bits = 25;
  Sketch sketch(bits);
  for (std::size_t u = 0; u < units(); ++u) {
    const Words words = unit(u);
    runs(words, [&](std::size_t begin, std::size_t count) {
      sketch.add(hash(words.subspan(begin, count)));
    });
  }
  struct Count {
    Phrase phrase;
    std::size_t last = 0;  // unit that counted it, from 1
  };
  std::unordered_map<std::uint64_t, Count> counts;
  for (std::size_t u = 0; u < units(); ++u) {
    const Words words = unit(u);
    runs(words, [&](std::size_t begin, std::size_t count) {
      const std::uint64_t key = hash(words.subspan(begin, count));
      if (!sketch.may_reach(key, least_units)) return;
      Count& one = counts[key];
      if (one.last == u + 1) return;
      if (one.last == 0) {
        one.phrase.first = begins_[u] + begin;
        one.phrase.words = static_cast<std::uint32_t>(count);
      }
      one.last = u + 1;
      ++one.phrase.units;
    });
  }
  const auto all = static_cast<double>(text_.size());
  for (const auto& [key, one] : counts) {
    Phrase phrase = one.phrase;
    if (phrase.units < least_units) continue;
    const std::uint32_t head = forms_[text_[phrase.first]].word;
    const std::uint32_t tail = forms_[text_[phrase.first + phrase.words - 1]].word;
    phrase.term = phrase.words > 1 || named(head);
    if (phrase.words > 1 &&
        likelihood_ratio(phrase.units, times_[head], times_[tail], all) < least_attraction) {
      continue;
    }
    phrases_.push_back(phrase);
  }
  std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    return std::tie(a.first, a.words) < std::tie(b.first, b.words);
  });
  drop_parts();
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    index_.emplace(hash(std::span(text_).subspan(phrases_[i].first, phrases_[i].words)), i);
  }
}

/// A phrase that mostly stands inside one longer phrase is a part of it and no term.
void Phrases::drop_parts() {
  std::unordered_map<std::uint64_t, std::uint32_t> in_longer;
  for (const Phrase& phrase : phrases_) {
    const Words words = std::span(text_).subspan(phrase.first, phrase.words);
    runs(words, [&](std::size_t begin, std::size_t count) {
      if (count == words.size()) return;
      std::uint32_t& most = in_longer[hash(words.subspan(begin, count))];
      most = std::max(most, phrase.units);
    });
  }
  for (Phrase& phrase : phrases_) {
    const auto longer = in_longer.find(hash(std::span(text_).subspan(phrase.first, phrase.words)));
    if (longer != in_longer.end() && 5 * longer->second >= 4 * phrase.units) phrase.term = false;
  }
}

void Phrases::occurrences(std::size_t index, std::vector<Occurrence>& out) const {
  out.clear();
  const Words words = unit(index);
  runs(words, [&](std::size_t begin, std::size_t count) {
    const auto found = index_.find(hash(words.subspan(begin, count)));
    if (found == index_.end()) return;
    out.push_back({found->second, static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(begin + count)});
  });
  std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
}

std::string Phrases::written(Words words) const {
  std::string out;
  for (const std::uint32_t form : words) {
    if (!out.empty()) out += forms_[form].link;
    out += forms_[form].text;
  }
  return out;
}

std::vector<Phrases::Spelling> Phrases::spellings() const {
  // Of each phrase, its ways of being written: how often, inside texts and at their begin.
  struct Way {
    std::size_t at = 0;
    std::uint32_t inside = 0;
    std::uint32_t first = 0;
  };
  std::vector<std::map<std::string, Way>> ways(phrases_.size());
  std::vector<Occurrence> here;
  for (std::size_t u = 0; u < units(); ++u) {
    occurrences(u, here);
    for (const Occurrence& one : here) {
      Way& way = ways[one.phrase][written(unit(u).subspan(one.begin, one.end - one.begin))];
      if (way.inside + way.first == 0) way.at = begins_[u] + one.begin;
      ++(one.begin == 0 ? way.first : way.inside);
    }
  }
  std::vector<Spelling> out;
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const Way* best = nullptr;
    Spelling& spelling = out.emplace_back();
    for (const auto& [text, way] : ways[i]) {
      const auto rank = [](const Way& one) { return std::tuple(one.inside, one.first); };
      if (best != nullptr && rank(way) <= rank(*best)) continue;
      best = &way;
      spelling.text = text;
    }
    const Form& head = forms_[text_[best->at]];
    const Form& tail = forms_[text_[best->at + phrases_[i].words - 1]];
    spelling.capitals = head.capital && tail.capital && best->inside > 0;
  }
  return out;
}

}  // namespace cotejo
