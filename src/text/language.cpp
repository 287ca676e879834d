#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cotejo/text.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

constexpr std::size_t looked_at = 65536;

/// What most texts that come here are in; a line or two in another language has to be plain.
bool is_expected(std::string_view language) { return language == "es" || language == "en"; }
constexpr double expected_bonus = 1.1;
constexpr double least_confidence = 0.4;
constexpr double least_score = 4.0;  // more than one word that only one language has

/// The script of a block of Unicode, by the language most often written in it.
struct Script {
  char32_t first;
  char32_t last;
  const char* language;
};

// Kana before Han: a Japanese text has both, see script_language().
constexpr std::array<Script, 15> scripts{{
    {0x0041, 0x024F, ""},
    {0x0370, 0x03FF, "el"},
    {0x0400, 0x052F, "ru"},
    {0x0530, 0x058F, "hy"},
    {0x0590, 0x05FF, "he"},
    {0x0600, 0x06FF, "ar"},
    {0x0900, 0x097F, "hi"},
    {0x0980, 0x09FF, "bn"},
    {0x0B80, 0x0BFF, "ta"},
    {0x0E00, 0x0E7F, "th"},
    {0x10A0, 0x10FF, "ka"},
    {0x3040, 0x30FF, "ja"},
    {0x3400, 0x9FFF, "zh"},
    {0xAC00, 0xD7AF, "ko"},
    {0x1E00, 0x1EFF, ""},
}};

/// The language of the script that prevails, empty for Latin; and its share of the letters.
std::pair<std::string, double> script_language(std::string_view text) {
  std::array<std::size_t, scripts.size()> counts{};
  std::array<std::size_t, 2> ukrainian_persian{};
  std::size_t total = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    for (std::size_t i = 0; i < scripts.size(); ++i) {
      if (c < scripts[i].first || c > scripts[i].last) continue;
      ++counts[i];
      ++total;
      break;
    }
    ukrainian_persian[0] += c == U'і' || c == U'ї' || c == U'є' || c == U'ґ';
    ukrainian_persian[1] += c == U'پ' || c == U'چ' || c == U'گ' || c == U'ی';
  }
  if (total == 0) return {};
  const auto best = std::max_element(counts.begin(), counts.end());
  std::string language = scripts[static_cast<std::size_t>(best - counts.begin())].language;
  const std::size_t kana = counts[11];
  if (language == "zh" && kana * 10 > *best) language = "ja";
  if (language == "ru" && ukrainian_persian[0] * 50 > *best) language = "uk";
  if (language == "ar" && ukrainian_persian[1] * 50 > *best) language = "fa";
  return {language, static_cast<double>(*best) / static_cast<double>(total)};
}

/// Which languages a word or a letter speaks for, as indices.
using Votes = std::unordered_map<std::string, std::vector<std::size_t>>;

struct FrequentWords {
  std::vector<std::string> languages;
  Votes words;
  Votes letters;
};

FrequentWords read_table() {
  FrequentWords table;
  each_row(shipped_table("languages.tsv"), [&](auto cells, std::size_t) {
    const std::size_t language = table.languages.size();
    table.languages.emplace_back(cells[0]);
    for (const std::string_view word : split(cells[1], '|')) {
      std::vector<std::size_t>& votes = table.words[fold(word)];
      if (votes.empty() || votes.back() != language) votes.push_back(language);
    }
    if (cells.size() < 3) return;
    for (const std::string_view letter : split(cells[2], '|')) {
      table.letters[std::string(letter)].push_back(language);
    }
  });
  return table;
}

/// What is found in few languages says more.
double weight(const FrequentWords& table, const std::vector<std::size_t>& votes) {
  return std::log(1.0 +
                  static_cast<double>(table.languages.size()) / static_cast<double>(votes.size()));
}

}  // namespace

LanguageGuess detect_language(std::string_view text) {
  if (text.size() > looked_at) {
    std::size_t end = looked_at;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  const auto [other_script, share] = script_language(text);
  if (!other_script.empty()) return {other_script, share};

  static const FrequentWords table = read_table();
  std::vector<double> scores(table.languages.size(), 0.0);
  const auto vote = [&](const Votes& votes, const std::string& key) {
    const auto found = votes.find(key);
    if (found == votes.end()) return;
    for (const std::size_t language : found->second) {
      scores[language] += weight(table, found->second);
    }
  };
  std::size_t tokens = 0;
  for (const Word& word : words(text)) {
    if (word.numeric) continue;
    ++tokens;
    vote(table.words, fold(slice(text, word.span)));
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_code_point(text, at) < 0x80) continue;
    vote(table.letters, std::string(text.substr(begin, at - begin)));
  }
  if (tokens == 0) return {};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (is_expected(table.languages[i])) scores[i] *= expected_bonus;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  double second = 0.0;
  for (auto score = scores.begin(); score != scores.end(); ++score) {
    if (score != best) second = std::max(second, *score);
  }
  // A text in one of these languages has a frequent word in every three or four.
  const double each = *best / static_cast<double>(tokens);
  if (*best < 1.0 || each < 0.15 || *best == second) return {};
  const double margin = (*best - second) / *best;
  const double confidence =
      std::min(1.0, 3.0 * margin) * (1.0 - std::exp(-*best / 4.0)) * std::min(1.0, each / 0.5);
  const std::string& language = table.languages[static_cast<std::size_t>(best - scores.begin())];
  if (!is_expected(language) && (confidence < least_confidence || *best < least_score)) return {};
  return {language, confidence};
}

}  // namespace cotejo
