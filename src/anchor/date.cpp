#include <algorithm>
#include <array>
#include <charconv>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

/// "d:2026-03-03", "d:--03-03", "d:2026-03", "m:03"; 0 is not told.
std::string date_key(int year, int month, int day) {
  if (year == 0 && day == 0) return "m:" + padded(month, 2);
  std::string key = "d:" + (year == 0 ? "-" : padded(year, 4)) + '-' + padded(month, 2);
  if (day != 0) key += '-' + padded(day, 2);
  return key;
}

bool possible(int month, int day) {
  constexpr std::array<int, 13> days{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month)];
}

/// A part of a date: its number and the token behind it.
struct Part {
  std::size_t end = 0;
  int number = 0;
};

/// What stands from one token on. All readers below begin where they are told and read forward.
class Reader {
 public:
  explicit Reader(const Passage& passage)
      : passage_(passage), english_(passage.lexicon().language().starts_with("en")) {}

  std::optional<Reading> read(std::size_t at) const {
    std::optional<Reading> best;
    for (auto& found : {numeric(at), month_first(at), day_first(at), decade(at), century(at),
                        year_alone(at), year_words(at), short_year(at), weekday(at)}) {
      if (found && (!best || found->tokens.end > best->tokens.end)) best = found;
    }
    return best;
  }

 private:
  struct Month {
    std::size_t end = 0;
    int number = 0;
    bool alone = false;  // says a month with nothing beside it
  };

  std::string_view role(std::size_t i) const { return passage_.role(List::calendar, i); }
  bool of(std::size_t i) const { return role(i) == "of"; }

  static Reading make(std::size_t at, std::size_t end, std::vector<std::string> keys) {
    return {{at, end}, AnchorKind::date, std::move(keys), {}, {}};
  }

  int figures(std::size_t i, std::size_t least, std::size_t most) const {
    if (!passage_.digits(i)) return -1;
    const std::string_view digits = passage_.folded(i);
    if (digits.size() < least || digits.size() > most) return -1;
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

  /// More digits tied on by a mark: what stands before `i` is no number by itself.
  bool goes_on(std::size_t i) const {
    return passage_.glued(i) && passage_.glued(i + 1) && passage_.digits(i + 1) &&
           (passage_.is(i, ".") || passage_.is(i, ",") || passage_.is(i, "/") ||
            passage_.is(i, ":"));
  }

  std::optional<Part> year(std::size_t i) const {
    const int number = figures(i, 4, 4);
    if (number < 1000 || number > 2999 || goes_on(i + 1)) return std::nullopt;
    if (passage_.glued(i + 1) && passage_.word(i + 1)) return std::nullopt;
    return Part{i + 1, number};
  }

  /// [,] [of] year
  std::optional<Part> year_after(std::size_t i) const {
    if (passage_.glued(i, ",")) ++i;
    if (of(i)) ++i;
    if (passage_.is(i, "año")) ++i;
    return year(i);
  }

  std::optional<Part> day(std::size_t i) const {
    const auto quantity = read_quantity(passage_, i);
    if (!quantity || quantity->values.size() != 1 || !quantity->values[0].whole()) {
      return std::nullopt;
    }
    if (quantity->form == Form::cardinal) {
      // English counts days in words by ordinals only.
      if (quantity->figures ? !quantity->plain : english_) return std::nullopt;
      const std::size_t end = quantity->end;
      if (quantity->figures && (goes_on(end) || (passage_.glued(end) &&
                                                 (passage_.word(end) || passage_.is(end, "%"))))) {
        return std::nullopt;
      }
    } else if (quantity->form != Form::ordinal) {
      return std::nullopt;
    }
    const std::int64_t number = quantity->values[0].numerator();
    if (number < 1 || number > 31) return std::nullopt;
    return Part{quantity->end, static_cast<int>(number)};
  }

  std::optional<Month> month(std::size_t i) const {
    const auto entry = passage_.find(List::calendar, i);
    if (!entry || !entry->kind.starts_with("month")) return std::nullopt;
    if (entry->kind == "month-lead") return std::nullopt;
    Month month{i + 1, 0, entry->kind == "month"};
    std::from_chars(entry->value.data(), entry->value.data() + entry->value.size(), month.number);
    const bool capital = passage_[i].written != Case::lower;
    if (english_) {
      if (!capital && !month.alone) return std::nullopt;
      if (entry->kind == "month-word") month.alone = led(i);
    } else if (capital && !passage_.begins_sentence(i) && passage_[i].written != Case::upper) {
      // Julio Iglesias
      month.alone = month.alone && led(i) && (!passage_.is(i, "julio") || passage_.is(i - 1, "en"));
    }
    if (entry->kind == "month-short" && passage_.glued(i + 1, ".")) ++month.end;
    return month;
  }

  /// A word before that asks for a month or a day: "in", "of", "early", "mid-", "en".
  bool led(std::size_t i) const {
    if (i > 1 && passage_.glued(i) && passage_.is(i - 1, "-")) --i;
    return i > 0 && (role(i - 1) == "month-lead" || role(i - 1) == "decade-the" || of(i - 1));
  }

  /// March 3, 2026; March 2026; March
  std::optional<Reading> month_first(std::size_t at) const {
    const auto month = this->month(at);
    if (!month) return std::nullopt;
    if (english_) {
      if (const auto day = this->day(month->end); day && possible(month->number, day->number)) {
        if (const auto year = year_after(day->end)) {
          return make(at, year->end, {date_key(year->number, month->number, day->number)});
        }
        return make(at, day->end, {date_key(0, month->number, day->number)});
      }
    }
    if (const auto year = year_after(month->end)) {
      return make(at, year->end, {date_key(year->number, month->number, 0)});
    }
    if (!month->alone) return std::nullopt;
    return make(at, month->end, {date_key(0, month->number, 0)});
  }

  /// 3 March 2026; 3rd of March; 3 de marzo de 2026; 1.º de enero
  std::optional<Reading> day_first(std::size_t at) const {
    if (passage_.digits(at) && !free_figures(passage_, at)) return std::nullopt;
    const auto day = this->day(at);
    if (!day) return std::nullopt;
    std::size_t i = day->end;
    if (passage_.is(i, "day")) ++i;  // the 3rd day of March
    if (of(i)) ++i;
    const auto month = this->month(i);
    if (!month || !possible(month->number, day->number)) return std::nullopt;
    // "el triunfo 4-1 de febrero": a row of days goes up
    if (at > 1 && passage_.is(at - 1, "-") && passage_.glued(at) &&
        figures(at - 2, 1, 2) >= day->number) {
      return std::nullopt;
    }
    if (const auto year = year_after(month->end)) {
      return make(at, year->end, {date_key(year->number, month->number, day->number)});
    }
    return make(at, month->end, {date_key(0, month->number, day->number)});
  }

  /// 2026-03-03, 3/3/2026, 03.03.26
  std::optional<Reading> numeric(std::size_t at) const {
    if (!passage_.digits(at) || !free_figures(passage_, at)) return std::nullopt;
    const std::string_view mark = passage_.folded(at + 1);
    if (mark != "/" && mark != "-" && mark != ".") return std::nullopt;
    for (std::size_t i = at + 1; i < at + 5; ++i) {
      if (!passage_.glued(i)) return std::nullopt;
    }
    if (passage_.folded(at + 3) != mark || goes_on(at + 5) ||
        (passage_.glued(at + 5) && (passage_.word(at + 5) || passage_.glued(at + 5, mark)))) {
      return std::nullopt;
    }
    if (at > 0 && passage_.glued(at) && passage_.folded(at - 1) == mark) return std::nullopt;
    const int second = figures(at + 2, 1, 2);
    if (const int year = figures(at, 4, 4); year >= 1000) {
      const int day = figures(at + 4, 1, 2);
      if (!possible(second, day)) return std::nullopt;
      return make(at, at + 5, {date_key(year, second, day)});
    }
    const int first = figures(at, 1, 2);
    int year = figures(at + 4, 4, 4);
    if (year < 0) {
      year = figures(at + 4, 2, 2);
      if (year < 0) return std::nullopt;
      year += year < 50 ? 2000 : 1900;
    }
    std::vector<std::string> keys;
    if (possible(second, first)) keys.push_back(date_key(year, second, first));
    if (possible(first, second) && first != second) keys.push_back(date_key(year, first, second));
    if (keys.empty()) return std::nullopt;
    if (english_) std::reverse(keys.begin(), keys.end());
    return make(at, at + 5, std::move(keys));
  }

  /// "nineteen eighty-four"
  std::optional<Reading> year_words(std::size_t at) const {
    if (!english_ || passage_.digits(at)) return std::nullopt;
    const auto hundreds = read_quantity(passage_, at);
    if (!hundreds || !below_hundred(*hundreds, 13, 20)) return std::nullopt;
    const auto years = read_quantity(passage_, hundreds->end);
    if (!years || years->figures || passage_.glued(hundreds->end) ||
        !below_hundred(*years, 10, 99) || passage_.glued(years->end, "-") ||
        !passage_.role(List::units, years->end).empty()) {
      return std::nullopt;
    }
    const std::int64_t year = hundreds->values[0].numerator() * 100 + years->values[0].numerator();
    return make(at, years->end, {"y:" + std::to_string(year)});
  }

  static bool below_hundred(const Quantity& quantity, std::int64_t least, std::int64_t most) {
    return quantity.form == Form::cardinal && quantity.values.size() == 1 &&
           quantity.values[0].whole() && quantity.values[0].numerator() >= least &&
           quantity.values[0].numerator() <= most;
  }

  /// "'87"
  std::optional<Reading> short_year(std::size_t at) const {
    if (!passage_.is(at, "'") || passage_.glued(at) || !passage_.glued(at + 1)) return std::nullopt;
    const int number = figures(at + 1, 2, 2);
    if (number < 30 || passage_.glued(at + 2, "%") || goes_on(at + 2) || passage_.word(at + 2)) {
      return std::nullopt;
    }
    const std::string digits = std::to_string(number);
    return make(at, at + 2, {"y:19" + digits, "n:" + digits});
  }

  /// 1990s, '90s, the nineties; años 90, década de 1990
  std::optional<Reading> decade(std::size_t at) const {
    const auto entry = passage_.find(List::calendar, at);
    if (entry && entry->kind == "decade") {
      if (owned(at)) return std::nullopt;
      return make(at, at + 1, {"y:" + std::string(entry->value) + 's'});
    }
    if (entry && entry->kind == "decade-lead") return decade_after_lead(at);
    if (entry && entry->kind == "decade-the") return plain_decade(at);
    std::size_t i = at;
    if (passage_.is(i, "'") && passage_.glued(i + 1)) ++i;
    if (!free_figures(passage_, i)) return std::nullopt;
    const int number = std::max(figures(i, 4, 4), figures(i, 2, 2));
    if (number < 0 || number % 10 != 0) return std::nullopt;
    std::size_t end = i + 1;
    if (passage_.glued(end, "'")) ++end;
    if (!passage_.glued(end, "s")) return std::nullopt;
    if (number < 100 && owned(at)) return std::nullopt;
    return make(at, end + 1, decade_keys(number));
  }

  /// Spanish "los 70", "los setenta": the seventies, or seventy of something.
  std::optional<Reading> plain_decade(std::size_t at) const {
    const auto quantity = read_quantity(passage_, at + 1);
    if (!quantity || quantity->form != Form::cardinal || (quantity->figures && !quantity->plain) ||
        quantity->values.size() != 1 || !quantity->values[0].whole())
      return std::nullopt;
    const std::int64_t number = quantity->values[0].numerator();
    if (number < 20 || number > 90 || number % 10 != 0 || goes_on(quantity->end) ||
        passage_.is(quantity->end, "%") ||
        (passage_.glued(quantity->end) && passage_.word(quantity->end)))
      return std::nullopt;
    Reading reading = make(at, quantity->end, decade_keys(static_cast<int>(number)));
    reading.keys.push_back("n:" + std::to_string(number));
    return reading;
  }

  std::optional<Reading> decade_after_lead(std::size_t at) const {
    std::size_t i = at + 1;
    if (of(i)) ++i;
    if (passage_.is(i, "los")) ++i;
    if (passage_.is(i, "años")) ++i;
    if (passage_.is(i, "'") && passage_.glued(i + 1)) ++i;
    if (role(i) == "decade")  // la década de los ochentas
      return make(at, i + 1, {"y:" + std::string(passage_.find(List::calendar, i)->value) + 's'});
    const auto quantity = read_quantity(passage_, i);
    if (!quantity || quantity->form != Form::cardinal || quantity->values.size() != 1 ||
        !quantity->values[0].whole()) {
      return std::nullopt;
    }
    const std::int64_t number = quantity->values[0].numerator();
    const bool fits = (number >= 10 && number < 100) || (number >= 1000 && number < 2100);
    if (!fits || number % 10 != 0) return std::nullopt;
    // "en años 2010" is a decade, "20 años 30" none
    if (passage_.is(at, "años") && at > 0 &&
        (passage_.digits(at - 1) || !passage_.role(List::numbers, at - 1).empty()))
      return std::nullopt;
    std::size_t end = quantity->end;
    if (passage_.glued(end, "s")) ++end;
    return make(at, end, decade_keys(static_cast<int>(number)));
  }

  static std::vector<std::string> decade_keys(int number) {
    const auto key = [](int year) { return "y:" + std::to_string(year) + 's'; };
    if (number >= 100) return {key(number)};
    if (number == 0) return {key(2000)};
    if (number <= 20) return {key(1900 + number), key(2000 + number)};
    return {key(1900 + number)};
  }

  /// "in his twenties", "in her mid-30s": an age.
  bool owned(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      if (role(at - back) == "own") return true;
    }
    return false;
  }

  /// 20th century, siglo XX, siglo 20
  std::optional<Reading> century(std::size_t at) const {
    if (role(at) == "century") {
      if (at + 1 >= passage_.size()) return std::nullopt;
      if (const auto roman = roman_number(passage_.written(at + 1))) {
        return century_reading(at, at + 2, *roman);
      }
      const auto quantity = read_quantity(passage_, at + 1);
      if (!quantity || quantity->values.size() != 1 || !quantity->values[0].whole() || english_)
        return std::nullopt;
      return century_reading(at, quantity->end, quantity->values[0].numerator());
    }
    if (passage_.digits(at) && !free_figures(passage_, at)) return std::nullopt;
    const auto quantity = read_quantity(passage_, at);
    if (!quantity || quantity->form != Form::ordinal || quantity->values.size() != 1)
      return std::nullopt;
    std::size_t i = quantity->end;
    if (passage_.glued(i, "-")) ++i;
    if (role(i) != "century") return std::nullopt;
    return century_reading(at, i + 1, quantity->values[0].numerator());
  }

  std::optional<Reading> century_reading(std::size_t at, std::size_t end,
                                         std::int64_t number) const {
    if (number < 1 || number > 30) return std::nullopt;
    const int sign = era(end);
    return make(at, end, {"c:" + std::to_string(sign < 0 ? -number : number)});
  }

  /// Moves `end` behind "B.C.", "a. C." or "A.D."; -1, 1, or 0 when none is there.
  int era(std::size_t& end) const {
    const auto found = passage_.find_longest(List::calendar, end);
    if (!found || found->entry.kind != "era") return 0;
    if (passage_[end].written == Case::lower && passage_[found->end - 1].written == Case::lower &&
        passage_.folded(end).size() == 2) {
      return 0;
    }
    end = found->end;
    return found->entry.value == "-1" ? -1 : 1;
  }

  /// 2019; 300 B.C.; '98
  std::optional<Reading> year_alone(std::size_t at) const {
    if (!passage_.digits(at) || !free_figures(passage_, at)) return std::nullopt;
    const int number = figures(at, 1, 4);
    if (number < 1 || goes_on(at + 1)) return std::nullopt;
    std::size_t end = at + 1;
    if (const int sign = era(end); sign != 0) {
      return make(at, end, {"y:" + std::to_string(sign * number)});
    }
    if (number < least_year || number > last_year || (passage_.glued(end) && passage_.word(end)))
      return std::nullopt;
    const std::string digits = std::to_string(number);
    Reading reading = make(at, end, {"y:" + digits, "n:" + digits});
    reading.values = {Value(number)};
    return reading;
  }

  std::optional<Reading> weekday(std::size_t at) const {
    const auto entry = passage_.find(List::calendar, at);
    if (!entry || entry->kind != "weekday") return std::nullopt;
    const bool capital = passage_[at].written != Case::lower;
    if (!english_ && capital && passage_[at].written != Case::upper &&
        !passage_.begins_sentence(at) && (!led(at) || passage_.is(at, "domingo"))) {
      return std::nullopt;  // Plácido Domingo
    }
    return make(at, at + 1, {"w:" + std::string(entry->value)});
  }

  const Passage& passage_;
  bool english_;
};

}  // namespace

std::optional<Reading> read_date(const Passage& passage, std::size_t at) {
  return Reader(passage).read(at);
}

}  // namespace cotejo
