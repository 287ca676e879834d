#include "learn/vocabulary.hpp"

#include <algorithm>
#include <span>

#include "cotejo/text.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"
#include "text/case.hpp"

namespace cotejo {

Vocabulary::Vocabulary(std::string_view language)
    : language_(language.substr(0, language.find('-'))), stemmer_(language_) {
  each_row(
      shipped_table(language_ + "/function.tsv"),
      [&](std::span<const std::string_view> cells, std::size_t) { function_.insert(cells[0]); });
  each_row(shipped_table(language_ + "/irregular.tsv"),
           [&](std::span<const std::string_view> cells, std::size_t) {
             if (cells.size() == 2) lemmas_.try_emplace(cells[0], cells[1]);
           });
}

Vocabulary::Form Vocabulary::form(const std::string& lower) {
  if (function_.contains(lower) || code_points(lower) < 2) return {};
  const auto lemma = lemmas_.find(lower);
  const std::string_view word = lemma == lemmas_.end() ? std::string_view(lower) : lemma->second;
  if (function_.contains(word)) return {};
  const auto number = static_cast<std::uint32_t>(stems_.size());
  return {stems_.try_emplace(fold(stemmer_(word)), number).first->second};
}

void Vocabulary::take(std::string_view text, std::vector<std::uint32_t>& stems) {
  const auto first = static_cast<std::ptrdiff_t>(stems.size());
  for (const Word& word : words(text)) {
    if (word.numeric) continue;
    const std::string lower = lower_case(slice(text, word.span));
    auto found = forms_.find(lower);
    if (found == forms_.end()) found = forms_.emplace(lower, form(lower)).first;
    if (found->second.stem == none) continue;
    ++found->second.times;
    stems.push_back(found->second.stem);
  }
  std::sort(stems.begin() + first, stems.end());
  stems.erase(std::unique(stems.begin() + first, stems.end()), stems.end());
}

std::vector<std::string> Vocabulary::headwords() const {
  std::vector<std::string> heads(stems_.size());
  std::vector<std::uint32_t> times(stems_.size());
  const auto offer = [&](std::string_view word, const Form& form) {
    std::string& head = heads[form.stem];
    const bool better = form.times != times[form.stem] ? form.times > times[form.stem]
                                                       : head.empty() || word < head;
    if (!better) return;
    head = word;
    times[form.stem] = form.times;
  };
  for (const auto& [lower, form] : forms_) {
    if (form.stem == none) continue;
    const auto lemma = lemmas_.find(lower);
    // An irregular form would be met by its own stem only: its lemma stands for it.
    offer(lemma == lemmas_.end() ? std::string_view(lower) : lemma->second, form);
  }
  return heads;
}

}  // namespace cotejo
