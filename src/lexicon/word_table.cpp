#include "lexicon/word_table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "tables/rows.hpp"

namespace cotejo {
namespace {

using Cells = std::span<const std::string_view>;

std::string_view trimmed(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return cell.substr(begin, cell.find_last_not_of(' ') - begin + 1);
}

/// The forms between the | of a cell; nothing when one of them is empty.
std::optional<std::vector<std::string_view>> forms(std::string_view cell) {
  std::vector<std::string_view> parts = split(cell, '|');
  if (parts.empty() || cell.ends_with('|')) return std::nullopt;
  for (std::string_view& part : parts) {
    part = trimmed(part);
    if (part.empty()) return std::nullopt;
  }
  return parts;
}

std::optional<float> probability(std::string_view word) {
  float value = 0;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc() && stop == word.data() + word.size();
  return whole && value > 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// What is wrong with a row, if anything; fills it in as far as it is right.
std::optional<Message> read(Cells cells, WordRow& row) {
  if (cells.size() < 2 || cells.size() > 3) {
    return Message{
        "columns: {1}; a row is: word, translations and, where known, their "
        "probabilities, parted by tabs",
        {std::to_string(cells.size())}};
  }
  auto words = forms(cells[0]);
  auto translations = forms(cells[1]);
  if (!words || !translations) {
    return Message{"an empty cell, or nothing beside a |; fill it in or take the | out", {}};
  }
  row.words = *std::move(words);
  row.translations = *std::move(translations);
  if (cells.size() == 2) return std::nullopt;
  for (const std::string_view word : split(cells[2], '|')) {
    const auto value = probability(trimmed(word));
    if (!value) {
      return Message{"{1} is no probability; write a number above 0 and up to 1, such as 0.8",
                     {std::string(word)}};
    }
    row.probabilities.push_back(*value);
  }
  if (row.probabilities.size() != row.translations.size()) {
    return Message{
        "translations: {1}, probabilities: {2}; give one for each, or none",
        {std::to_string(row.translations.size()), std::to_string(row.probabilities.size())}};
  }
  return std::nullopt;
}

/// hunalign has the translation first: "translation @ word".
std::optional<Message> read_hunalign(std::string_view line, WordRow& row) {
  const std::size_t at = line.find(" @ ");
  if (at == std::string_view::npos) {
    return Message{"no \" @ \"; a line of a hunalign dictionary is: translation @ word", {}};
  }
  row.translations = {trimmed(line.substr(0, at))};
  row.words = {trimmed(line.substr(at + 3))};
  if (row.words[0].empty() || row.translations[0].empty()) {
    return Message{"nothing beside the @; fill it in or delete the line", {}};
  }
  return std::nullopt;
}

void read_languages(std::string_view text, WordTable& table) {
  constexpr std::string_view mark = "# Languages: ";
  while (text.starts_with('#')) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.starts_with(mark)) {
      const std::vector<std::string_view> tags = split(line.substr(mark.size()), ' ');
      if (tags.size() == 2) std::copy(tags.begin(), tags.end(), table.languages);
      return;
    }
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
}

}  // namespace

WordTable read_word_table(std::string_view text, std::string_view name) {
  WordTable table;
  const bool hunalign = name.ends_with(".dic");
  if (!hunalign) read_languages(text, table);
  each_row(text, [&](Cells cells, std::size_t line) {
    WordRow row;
    row.line = line;
    std::optional<Message> fault;
    if (hunalign) {
      const char* begin = cells.front().data();
      fault = read_hunalign({begin, static_cast<std::size_t>(cells.back().end() - begin)}, row);
    } else {
      fault = read(cells, row);
    }
    if (fault) {
      table.faults.push_back({line, *std::move(fault)});
    } else {
      table.rows.push_back(std::move(row));
    }
  });
  return table;
}

}  // namespace cotejo
