#include <algorithm>
#include <array>
#include <charconv>

#include "cotejo/text.hpp"
#include "memory/rewrite.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// What a key says of a date; 0 where it says nothing.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;

  friend bool operator==(const Date&, const Date&) = default;
};

int number(std::string_view digits) {
  int value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && stop == digits.data() + digits.size() ? value : 0;
}

std::optional<Date> date_of(std::string_view key) {
  Date date;
  const std::string_view rest = key.substr(2);
  if (key.starts_with("m:")) {
    date.month = number(rest);
  } else if (key.starts_with("w:")) {
    date.weekday = number(rest);
  } else if (key.starts_with("y:")) {
    date.year = number(rest);
    if (date.year <= 0) return std::nullopt;
  } else if (key.starts_with("d:--") && rest.size() == 7) {
    date.month = number(rest.substr(2, 2));
    date.day = number(rest.substr(5, 2));
  } else if (key.starts_with("d:") && (rest.size() == 7 || rest.size() == 10)) {
    date.year = number(rest.substr(0, 4));
    date.month = number(rest.substr(5, 2));
    if (rest.size() == 10) date.day = number(rest.substr(8, 2));
  } else {
    return std::nullopt;
  }
  return date;
}

bool same_parts(const Date& a, const Date& b) {
  return (a.year == 0) == (b.year == 0) && (a.month == 0) == (b.month == 0) &&
         (a.day == 0) == (b.day == 0) && (a.weekday == 0) == (b.weekday == 0);
}

std::string figures(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  std::string out(width > digits.size() ? width - digits.size() : 0, '0');
  return out += digits;
}

std::string_view english_ordinal(int day) {
  if (day % 10 == 1 && day != 11) return "st";
  if (day % 10 == 2 && day != 12) return "nd";
  return day % 10 == 3 && day != 13 ? "rd" : "th";
}

/// The name of a month or weekday as the old one was written: short or long, capitalised or not.
std::optional<std::string> name_like(std::string_view old, const Entry& entry, int value,
                                     const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 2> months = {"month", "month-word"};
  constexpr std::array<std::string_view, 1> short_months = {"month-short"};
  constexpr std::array<std::string_view, 1> weekdays = {"weekday"};
  const std::string wanted = std::to_string(value);
  std::optional<std::string> name;
  if (entry.kind == "month-short") name = lexicon.written(List::calendar, short_months, wanted);
  if (!name) {
    name = entry.kind == "weekday" ? lexicon.written(List::calendar, weekdays, wanted)
                                   : lexicon.written(List::calendar, months, wanted);
  }
  if (!name) return std::nullopt;
  std::size_t at = 0;
  if (letter(next_code_point(old, at)) == Letter::upper && (*name)[0] >= 'a' && (*name)[0] <= 'z') {
    (*name)[0] = static_cast<char>((*name)[0] - 'a' + 'A');
  }
  return name;
}

/// Day before month, or month before day, where both are figures.
bool month_first(std::string_view language) {
  return language == "en" || language == "en-US" || language == "es-PR";
}

/// A run of digits or letters of the passage.
struct Piece {
  Span span;
  bool digits = false;
};

std::vector<Piece> pieces(std::string_view passage) {
  std::vector<Piece> out;
  for (const Word& word : words(passage)) {
    std::size_t digits = word.span.begin;
    while (digits < word.span.end && is_digit(passage[digits])) ++digits;
    if (digits > word.span.begin) out.push_back({{word.span.begin, digits}, true});
    if (digits < word.span.end) out.push_back({{digits, word.span.end}, false});
  }
  return out;
}

class Rewriting {
 public:
  Rewriting(std::string_view passage, Date old, Date next, const Lexicon& lexicon)
      : passage_(passage), old_(old), next_(next), lexicon_(lexicon) {}

  std::optional<std::string> run(bool month_before_day) {
    Date left = old_;
    std::string out;
    std::size_t done = 0;
    int day_just_written = 0;
    for (const Piece& piece : pieces(passage_)) {
      const std::string_view old = slice(passage_, piece.span);
      const auto put = [&](std::string_view text) {
        out.append(passage_, done, piece.span.begin - done).append(text);
        done = piece.span.end;
      };
      if (!piece.digits) {
        const std::string folded = fold(old);
        const auto entry = lexicon_.find(List::calendar, folded);
        const int value = entry ? number(entry->value) : 0;
        const bool month = entry && entry->kind.starts_with("month") && entry->kind != "month-lead";
        if (month && value == left.month && next_.month > 0) {
          const auto name = name_like(old, *entry, next_.month, lexicon_);
          if (!name) return std::nullopt;
          put(*name);
          left.month = 0;
        } else if (entry && entry->kind == "weekday" && value == left.weekday &&
                   next_.weekday > 0) {
          const auto name = name_like(old, *entry, next_.weekday, lexicon_);
          if (!name) return std::nullopt;
          put(*name);
          left.weekday = 0;
        } else if (day_just_written > 0 &&
                   (folded == "st" || folded == "nd" || folded == "rd" || folded == "th")) {
          put(english_ordinal(day_just_written));
        }
        day_just_written = 0;
        continue;
      }
      day_just_written = 0;
      const int value = number(old);
      const auto width = old.size() == 2 && old[0] == '0' ? std::size_t{2} : std::size_t{1};
      const auto day = [&] {
        if (left.day == 0 || value != left.day || old.size() > 2) return false;
        put(figures(next_.day, width));
        day_just_written = next_.day;
        left.day = 0;
        return true;
      };
      const auto month = [&] {
        if (left.month == 0 || value != left.month || old.size() > 2) return false;
        put(figures(next_.month, width));
        left.month = 0;
        return true;
      };
      if (left.year > 0 && value == left.year) {
        put(figures(next_.year, 1));
        left.year = 0;
      } else if (month_before_day ? month() || day() : day() || month()) {
      } else if (left.year > 0 && old.size() == 2 && value == left.year % 100 &&
                 left.year / 100 == next_.year / 100) {
        put(figures(next_.year % 100, 2));
        left.year = 0;
      }
    }
    if (!(left == Date{})) return std::nullopt;
    return out.append(passage_, done);
  }

 private:
  std::string_view passage_;
  Date old_;
  Date next_;
  const Lexicon& lexicon_;
};

/// The hour and minutes of "t:15:30".
std::optional<std::pair<int, int>> clock_of(std::string_view key) {
  if (!key.starts_with("t:") || key.size() != 7) return std::nullopt;
  return std::pair{number(key.substr(2, 2)), number(key.substr(5, 2))};
}

}  // namespace

std::optional<std::string> rewrite_date(Said old, Said next, const Lexicon& lexicon) {
  const auto before = date_of(old.key);
  const auto after = date_of(next.key);
  if (!before || !after || !same_parts(*before, *after)) return std::nullopt;
  Rewriting rewriting(old.passage, *before, *after, lexicon);
  // One that has its year first has the month next; a month in letters is found anywhere.
  const bool year_first =
      old.passage.size() > 4 &&
      std::all_of(old.passage.begin(), old.passage.begin() + 4, [](char c) { return is_digit(c); });
  const bool first = year_first || month_first(lexicon.language());
  if (auto out = rewriting.run(first)) return out;
  return rewriting.run(!first);
}

std::optional<std::string> rewrite_time(Said old, Said next, const Lexicon&) {
  const auto before = clock_of(old.key);
  const auto after = clock_of(next.key);
  if (!before || !after) return std::nullopt;
  std::vector<Piece> parts = pieces(old.passage);
  std::erase_if(parts, [](const Piece& piece) { return !piece.digits; });
  if (parts.empty() || parts.size() > 2) return std::nullopt;
  const int shown = number(slice(old.passage, parts[0].span));
  const bool twelve = shown != before->first ||
                      (shown >= 1 && shown <= 12 && after->first <= 12 && after->first >= 1);
  // Another half of the day would need other words.
  if ((before->first < 12) != (after->first < 12) && twelve) return std::nullopt;
  const int hour = twelve && shown != before->first ? (after->first + 11) % 12 + 1 : after->first;
  const auto width = slice(old.passage, parts[0].span).starts_with('0') ? 2U : 1U;
  std::string out(old.passage);
  if (parts.size() == 2) {
    out.replace(parts[1].span.begin, parts[1].span.size(), figures(after->second, 2));
  } else if (after->second != 0) {
    std::string minutes(1, ':');
    out.insert(parts[0].span.end, minutes += figures(after->second, 2));
  }
  return out.replace(parts[0].span.begin, parts[0].span.size(), figures(hour, width));
}

}  // namespace cotejo
