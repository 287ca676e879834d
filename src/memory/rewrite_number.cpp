#include <algorithm>
#include <array>

#include "cotejo/text.hpp"
#include "memory/figures.hpp"
#include "memory/rewrite.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

std::string_view head(std::string_view key) { return key.substr(0, key.rfind(':') + 1); }
std::string_view tail(std::string_view key) { return key.substr(key.rfind(':') + 1); }

/// Spanish of these countries has decimals behind a point, as English has.
bool decimal_point(std::string_view language) {
  if (language.starts_with("en")) return true;
  if (!language.starts_with("es")) return false;
  constexpr std::array<std::string_view, 11> regions = {"US", "MX", "GT", "HN", "SV", "NI",
                                                        "PA", "PR", "DO", "CU", "419"};
  const std::string_view region = language.substr(std::min<std::size_t>(3, language.size()));
  return std::find(regions.begin(), regions.end(), region) != regions.end();
}

/// How the old number is written, and the power of ten that its words say: 9 for "3.5 billion".
struct Style {
  Span place;
  WrittenNumber figures;
  int power = 0;
};

std::optional<Style> style_of(Said old) {
  const std::vector<Span> stretches = digit_stretches(old.passage);
  if (stretches.size() != 1) return std::nullopt;
  std::string_view wanted = tail(old.key);
  if (wanted.starts_with('-')) wanted.remove_prefix(1);
  constexpr int most_power = 18;
  for (int power = 0; power <= most_power; ++power) {
    for (WrittenNumber& figures : read_figures(slice(old.passage, stretches[0]))) {
      if (shifted(value(figures), power) == wanted) return Style{stretches[0], figures, power};
    }
  }
  return std::nullopt;
}

bool first_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && letter(next_code_point(text, at)) == Letter::upper;
}

std::string recased(std::string word, bool upper) {
  if (upper && !word.empty() && word[0] >= 'a' && word[0] <= 'z') {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  }
  return word;
}

/// "three" for 3, where the language has one word for it.
std::optional<std::string> in_words(std::string_view value, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 3> kinds = {"digit", "teen", "tens"};
  return lexicon.written(List::numbers, kinds, value);
}

/// As the new passage has them: "3,00" has two decimals though its value is 3.
std::size_t decimals_shown(Said next) {
  for (const Span stretch : digit_stretches(next.passage)) {
    for (const WrittenNumber& figures : read_figures(slice(next.passage, stretch))) {
      if (value(figures) == tail(next.key)) return figures.part.size();
    }
  }
  return 0;
}

bool shows_grouping(Said next) {
  for (const Span stretch : digit_stretches(next.passage)) {
    for (const WrittenNumber& figures : read_figures(slice(next.passage, stretch))) {
      if (!figures.grouping.empty() && value(figures) == tail(next.key)) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::string> rewrite_number(Said old, Said next, const Lexicon& lexicon) {
  if (head(old.key) != head(next.key)) return std::nullopt;
  if (tail(old.key).starts_with('-') != tail(next.key).starts_with('-')) return std::nullopt;
  std::string_view wanted = tail(next.key);
  if (wanted.starts_with('-')) wanted.remove_prefix(1);
  const bool point = decimal_point(lexicon.language());
  const std::string grouping = point ? "," : ".";
  const std::string mark = point ? "." : ",";

  const std::optional<Style> style = style_of(old);
  if (!style) {
    if (!digit_stretches(old.passage).empty()) return std::nullopt;
    if (old.passage.find(' ') != std::string_view::npos) return std::nullopt;  // twenty of what?
    if (const auto word = in_words(wanted, lexicon))
      return recased(*word, first_upper(old.passage));
    WrittenNumber figures{std::string(wanted.substr(0, wanted.find('.'))), "", "", mark};
    if (wanted.find('.') != std::string_view::npos) {
      figures.part = wanted.substr(wanted.find('.') + 1);
    }
    if (shows_grouping(next)) figures.grouping = grouping;
    return written(figures);
  }

  const std::optional<std::string> moved = shifted(wanted, -style->power);
  if (!moved) return std::nullopt;
  WrittenNumber figures = style->figures;
  figures.whole = moved->substr(0, moved->find('.'));
  figures.part = moved->find('.') < moved->size() ? moved->substr(moved->find('.') + 1) : "";
  if (style->power == 0) {
    const std::size_t shown = decimals_shown(next);
    if (figures.part.size() < shown) figures.part.append(shown - figures.part.size(), '0');
  }
  if (figures.mark.empty()) figures.mark = figures.grouping == mark ? grouping : mark;
  if (figures.grouping.empty() && shows_grouping(next)) {
    figures.grouping = figures.mark == grouping ? mark : grouping;
  }
  std::string out(old.passage);
  return out.replace(style->place.begin, style->place.size(), written(figures));
}

}  // namespace cotejo
