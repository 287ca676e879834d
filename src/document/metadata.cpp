#include "document/metadata.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "cotejo/text.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

enum Sort : unsigned {
  month = 1,
  weekday = 2,
  time = 4,
  publish = 8,
  by = 16,
  work = 32,
  agency = 64,
  glue = 128,
  place = 256,
  caption = 512,
  date = 1024,    ///< part of a date
  named = 2048,   ///< any other word with a capital
  number = 4096,  ///< one that a date or a time may hold
};

constexpr std::array<std::pair<std::string_view, Sort>, 10> sort_names{{
    {"month", month},
    {"weekday", weekday},
    {"time", time},
    {"publish", publish},
    {"by", by},
    {"work", work},
    {"agency", agency},
    {"glue", glue},
    {"place", place},
    {"caption", caption},
}};

constexpr std::size_t longest_line = 250;  // bytes

struct Token {
  std::string_view gap;  ///< what stands before it
  unsigned sorts = 0;
  Case written = Case::lower;
};

/// 3, 21st, 2025, 10h30, 9am: a day, a year, a time; not 3000 or 4x4.
bool is_date_number(std::string_view word, std::string_view gap) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && digits < 5 && is_digit(word[digits])) {
    value = value * 10 + (word[digits++] - '0');
  }
  const std::string_view rest = word.substr(digits);
  if (digits == 4) return rest.empty() && value >= 1800 && value < 2100;
  if (digits == 0 || digits > 2) return false;
  if (rest.starts_with('h') && rest.size() > 1) return is_date_number(rest.substr(1), ":");
  for (const std::string_view ending : {"", "st", "nd", "rd", "th", "h", "hs", "am", "pm", "º"}) {
    if (rest == ending) return value <= 31 || (value < 60 && (gap == ":" || gap == "."));
  }
  return false;
}

bool holds_only(std::string_view gap, std::u32string_view allowed) {
  for (std::size_t at = 0; at < gap.size();) {
    if (allowed.find(next_code_point(gap, at)) == allowed.npos) return false;
  }
  return true;
}

/// Gives the words of dates the sort `date`.
bool mark_dates(std::vector<Token>& tokens) {
  bool found = false;
  const auto is = [&](std::size_t i, unsigned sorts) {
    return i < tokens.size() && (tokens[i].sorts & sorts) != 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is(i, month)) {
      const std::size_t next = i + (is(i + 1, glue) ? 2 : 1);
      const std::size_t before = is(i - 1, glue) ? i - 2 : i - 1;  // wraps round: is() says no
      if (!is(next, number) && !is(before, number)) continue;
      tokens[i].sorts |= date;
      for (const std::size_t at : {before, next}) {
        if (is(at, number)) tokens[at].sorts |= date;
      }
      found = true;
    } else if (is(i, number) && is(i + 1, number) && is(i + 2, number)) {
      const std::string_view gap = tokens[i + 1].gap;
      if (gap != tokens[i + 2].gap || (gap != "-" && gap != "/" && gap != ".")) continue;
      for (std::size_t k = i; k < i + 3; ++k) tokens[k].sorts |= date;
      found = true;
    }
  }
  return found;
}

}  // namespace

MetadataReader::MetadataReader() {
  each_row(shipped_table("datelines.tsv"), [&](auto cells, std::size_t) {
    for (const auto& [sort_name, sort] : sort_names) {
      if (cells[0] != sort_name || cells.size() < 2) continue;
      for (const std::string_view word : split(cells[1], '|')) words_[fold(word)] |= sort;
    }
  });
}

std::optional<Metadata> MetadataReader::read(std::string_view line) const {
  if (line.size() > longest_line) return std::nullopt;
  constexpr std::u32string_view separators = U" \t\n\u00A0,.:;|·•-–—/()[]&@'’+";
  std::vector<Token> tokens;
  std::size_t last = 0;
  for (const Word& word : words(line)) {
    const std::string_view gap = line.substr(last, word.span.begin - last);
    last = word.span.end;
    if (!holds_only(gap, separators)) return std::nullopt;
    const std::string key = fold(slice(line, word.span));
    Token token{gap, 0, word.written};
    if (word.numeric) {
      if (!is_date_number(key, gap)) return std::nullopt;
      token.sorts = number;
    } else if (const auto known = words_.find(key); known != words_.end()) {
      token.sorts = known->second & ~static_cast<unsigned>(caption);
    }
    tokens.push_back(token);
  }
  if (tokens.empty() || !holds_only(line.substr(last), separators)) return std::nullopt;

  const bool has_date = mark_dates(tokens);
  unsigned all = 0;
  std::size_t names = 0;
  std::size_t joints = 0;       // glue between names
  bool parted = true;           // a mark parts each name from the date
  bool barred = false;          // | or · anywhere
  bool slashed_number = false;  // "Ley 3/2018, de 5 de diciembre": a law's
  std::size_t times = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    const bool capital = token.written != Case::lower;
    const bool is_month_name = (token.sorts & month) != 0 && (token.sorts & date) == 0;
    if (capital && (token.sorts == 0 || is_month_name)) token.sorts = named;
    if (token.sorts == 0) return std::nullopt;  // any other word: this line says more
    all |= token.sorts;
    names += token.sorts == named;
    joints += (token.sorts & glue) != 0;
    slashed_number |= (token.sorts & (number | date)) == number && token.gap == "/";
    times += (token.sorts & number) != 0 && token.gap == ":";
    barred |= token.gap.find('|') != token.gap.npos || token.gap.find("·") != token.gap.npos;
    if (i == 0) continue;
    const unsigned pair = tokens[i - 1].sorts | token.sorts;
    const bool name_meets_date =
        (tokens[i - 1].sorts == named) != (token.sorts == named) && (pair & (date | weekday)) != 0;
    if (name_meets_date && holds_only(token.gap, U" .\u00A0")) parted = false;
  }
  const bool announced = (all & (publish | by)) != 0 || ((all & work) != 0 && has_date);
  if ((all & place) != 0 && !announced) return std::nullopt;
  if (has_date || ((all & publish) != 0 && times > 0)) {
    if (!announced && (!parted || slashed_number)) return std::nullopt;
    return Metadata{BlockKind::dateline, announced,
                    !announced && !barred && (names > 2 || joints > 2)};
  }
  const bool by_someone = (tokens.front().sorts & (by | publish | work)) != 0 && (all & by) != 0;
  const bool role =
      (tokens.front().sorts & work) != 0 && tokens.size() > 1 && tokens[1].gap.starts_with(':');
  if ((by_someone || role) && (all & number) == 0 && (names >= 2 || (all & agency) != 0)) {
    return Metadata{BlockKind::byline, true, joints > 0 || names > 4};
  }
  if ((tokens.front().sorts & agency) != 0 && (all & (number | publish)) == 0) {
    const bool slashed = barred || line.find('/') != line.npos || line.find(',') != line.npos;
    if (names == 0 || (slashed && names <= 4)) return Metadata{BlockKind::byline, true, false};
  }
  return std::nullopt;
}

bool MetadataReader::is_caption(std::string_view line) const {
  line = line.substr(0, 40);
  std::size_t end = 0;  // of the first word
  while (end < line.size() && line[end] != ' ' && line[end] != ':' && line[end] != '.') ++end;
  if (valid_utf8_prefix(line.substr(0, end)) != end) return false;
  const auto known = words_.find(fold(line.substr(0, end)));
  if (known == words_.end() || (known->second & caption) == 0) return false;
  std::string_view rest = line.substr(end);
  if (rest.starts_with(':')) return true;
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[digits])) ++digits;
  return digits > 0 && digits < rest.size() && (rest[digits] == ':' || rest[digits] == '.');
}

}  // namespace cotejo
