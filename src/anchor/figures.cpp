#include <algorithm>
#include <charconv>
#include <string>

#include "anchor/quantity.hpp"

namespace cotejo {
namespace {

constexpr std::size_t most_groups = 6;
constexpr std::size_t most_digits = 15;

/// The groups of digits of a number and the marks between them.
struct Groups {
  std::size_t end = 0;
  std::vector<std::string_view> digits;
  std::string marks;  // '.', ',' or ' '; one less than the groups
};

std::optional<Groups> read_groups(const Passage& passage, std::size_t at) {
  if (!passage.digits(at)) return std::nullopt;
  Groups groups{at + 1, {passage.folded(at)}, ""};
  while (groups.digits.size() <= most_groups) {
    const std::size_t i = groups.end;
    if ((passage.glued(i, ".") || passage.glued(i, ",")) && passage.digits(i + 1) &&
        passage.glued(i + 1)) {
      groups.marks += passage.folded(i);
      groups.digits.push_back(passage.folded(i + 1));
      groups.end = i + 2;
      continue;
    }
    // A space parts thousands only: 10 000, 1 234 567,5.
    const bool spaces = groups.marks.find_first_not_of(' ') == std::string::npos;
    if (spaces && passage.digits(i) && !passage.glued(i) && passage.folded(i).size() == 3 &&
        groups.digits.front().size() <= 3 && groups.digits.front() != "0" &&
        !(passage.glued(i + 1) && passage.word(i + 1))) {
      groups.marks += ' ';
      groups.digits.push_back(passage.folded(i));
      groups.end = i + 1;
      continue;
    }
    // 91 123 45 67: a telephone, no thousands
    if (groups.marks.ends_with(' ') && passage.digits(i)) return std::nullopt;
    return groups;
  }
  return std::nullopt;
}

/// Whether the first `count` groups are thousands rightly parted by one and the same mark.
bool thousands(const Groups& groups, std::size_t count) {
  if (count < 2) return true;
  const std::string_view first = groups.digits.front();
  if (first.size() > 3 || first.front() == '0') return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (groups.digits[i].size() != 3 || groups.marks[i - 1] != groups.marks[0]) return false;
  }
  return true;
}

bool can_be_whole(const Groups& groups) { return thousands(groups, groups.digits.size()); }

bool can_be_decimal(const Groups& groups, char mark) {
  return !groups.marks.empty() && groups.marks.back() == mark &&
         groups.marks.find(mark) == groups.marks.size() - 1 &&
         thousands(groups, groups.digits.size() - 1);
}

std::optional<Value> value_of(const Groups& groups, bool decimal) {
  std::string digits;
  for (const std::string_view group : groups.digits) digits += group;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (digits.size() > most_digits) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!decimal) return Value(number);
  std::int64_t denominator = 1;
  if (groups.digits.back().size() > most_digits) return std::nullopt;
  for (std::size_t i = 0; i < groups.digits.back().size(); ++i) denominator *= 10;
  return Value::ratio(number, denominator);
}

}  // namespace

std::optional<Figures> read_figures(const Passage& passage, std::size_t at) {
  if (passage.is(at, ".") && !passage.glued(at) && passage.glued(at + 1) &&
      passage.digits(at + 1) && passage.decimal().point) {
    if (passage.glued(at + 2, ".") || passage.glued(at + 2, ",")) return std::nullopt;
    const auto value = value_of({at + 2, {"0", passage.folded(at + 1)}, "."}, true);
    return value ? std::optional(Figures{at + 2, {*value}, false}) : std::nullopt;  // .08
  }
  const auto groups = read_groups(passage, at);
  if (!groups) return std::nullopt;
  Figures figures{groups->end, {}, groups->marks.empty()};
  const auto add = [&](bool decimal) {
    if (const auto value = value_of(*groups, decimal)) figures.values.push_back(*value);
  };
  const bool whole = can_be_whole(*groups);
  const char mark = groups->marks.empty() ? ' ' : groups->marks.back();
  const bool decimal = (mark == '.' || mark == ',') && can_be_decimal(*groups, mark);
  if (whole && decimal) {
    // One mark and three digits behind it: the document's other numbers decide, or nothing does.
    const bool here = mark == '.' ? passage.decimal().point : passage.decimal().comma;
    const bool other = mark == '.' ? passage.decimal().comma : passage.decimal().point;
    if (other || !here) add(false);
    if (here) add(true);
  } else if (whole) {
    add(false);
  } else if (decimal) {
    add(true);
  }
  if (figures.values.empty()) return std::nullopt;
  return figures;
}

DecimalMark decimal_mark(const Document& document, const Lexicon& lexicon) {
  // A language's habit counts as a few numbers do; Spain and most of America differ, so that
  // Spanish of no known country has none.
  const std::string_view language = lexicon.language();
  int point = language.starts_with("en") ? 4 : 0;
  int comma = 0;
  for (const std::string_view tag : {"es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-SV", "es-NI",
                                     "es-DO", "es-PA", "es-419"}) {
    if (language == tag) point = 2;
  }
  if (language == "es-ES" || language == "es-AR" || language == "es-CO" || language == "es-CL") {
    comma = 2;
  }
  for (const Block& block : document.blocks) {
    const std::string_view text = slice(document.text, block.span);
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      continue;
    }
    const Passage passage(document.text, block.span, lexicon, {});
    for (std::size_t i = 0; i < passage.size();) {
      const auto groups = read_groups(passage, i);
      if (!groups) {
        ++i;
        continue;
      }
      i = std::max(groups->end, i + 1);
      if (groups->marks.empty() || groups->marks.back() == ' ') continue;
      // "10.30" may be a time, "3.12" a day: only one or two digits behind, and no more marks.
      const char mark = groups->marks.back();
      const bool whole = can_be_whole(*groups);
      const bool decimal = can_be_decimal(*groups, mark);
      int& same = mark == '.' ? point : comma;
      int& other = mark == '.' ? comma : point;
      if (whole && !decimal) other += 2;
      if (!whole && decimal) same += groups->marks.size() > 1 ? 2 : 1;
    }
  }
  if (point >= 2 && point > 3 * comma) return {true, false};
  if (comma >= 2 && comma > 3 * point) return {false, true};
  return {};
}

}  // namespace cotejo
