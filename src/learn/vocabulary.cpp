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
}

Vocabulary::Form Vocabulary::form(const std::string& lower) {
  if (function_.contains(lower) || code_points(lower) < 2) return {};
  const auto number = static_cast<std::uint32_t>(stems_.size());
  return {stems_.try_emplace(fold(stemmer_(lower)), number).first->second};
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
  for (const auto& [word, form] : forms_) {
    if (form.stem == none) continue;
    std::string& head = heads[form.stem];
    std::uint32_t& best = times[form.stem];
    if (form.times < best || (form.times == best && !head.empty() && head < word)) continue;
    head = word;
    best = form.times;
  }
  return heads;
}

}  // namespace cotejo
