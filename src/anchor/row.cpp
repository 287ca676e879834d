#include <algorithm>
#include <string>
#include <string_view>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

/// The tokens between two numbers of one row: "-", "to", "y", "and the", "- and".
bool links(const Passage& passage, std::size_t begin, std::size_t end) {
  if (begin == end || end - begin > 2) return false;
  constexpr std::string_view words = " - to and or through y e o u a al hasta / las los del ";
  for (std::size_t i = begin; i < end; ++i) {
    const std::string word = ' ' + std::string(passage.folded(i)) + ' ';
    if (words.find(word) == std::string_view::npos) return false;
  }
  return true;
}

void put_first(Reading& reading, std::vector<std::string> keys) {
  for (const std::string& key : reading.keys) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }
  reading.keys = std::move(keys);
}

std::vector<std::string> keys_of(const std::vector<std::string>& heads, const Values& values,
                                 Value scale) {
  std::vector<std::string> keys;
  for (const std::string& head : heads) {
    for (const Value value : values) {
      if (const auto product = value.times(scale)) keys.push_back(head + product->text());
    }
  }
  return keys;
}

/// The whole number that a reading is made of, or 0.
std::int64_t whole(const Reading& reading) {
  return reading.values.size() == 1 && reading.values[0].whole() ? reading.values[0].numerator()
                                                                 : 0;
}

bool is_day(const std::string& key) {
  return key.starts_with("d:") && key.size() > 4 && key.rfind('-') == key.size() - 3 &&
         key.size() >= 9;
}

/// "October 3-5", "del 3 al 5 de octubre": the plain number takes the other's month and year.
void share_month(Reading& plain, const Reading& date) {
  const std::int64_t day = whole(plain);
  if (day < 1 || day > 31 || date.keys.size() != 1 || !is_day(date.keys[0])) return;
  put_first(plain, {date.keys[0].substr(0, date.keys[0].size() - 2) + padded(day, 2)});
  plain.kind = AnchorKind::date;
}

/// "6-8 p.m.": both in the evening.
void share_half_day(Reading& plain, const Reading& time) {
  const std::int64_t hour = whole(plain);
  if (hour < 1 || hour > 12 || time.keys.size() != 1) return;
  const bool after_noon = time.keys[0] >= "t:12";
  const bool same = "t:" + padded(hour % 12 + 12, 2) < time.keys[0].substr(0, 4);
  put_first(plain, {"t:" + padded(hour % 12 + (after_noon && same ? 12 : 0), 2) + ":00"});
  plain.kind = AnchorKind::time;
}

void share(const Passage& passage, Reading& a, Reading& b) {
  const bool units =
      !b.heads.empty() && !b.heads[0].starts_with("n:") && !b.heads[0].starts_with("o:");
  const bool large = b.scale.numerator() > 1 && a.scale.numerator() == 1 && a.values.size() == 1 &&
                     a.values[0].numerator() < 1000 * a.values[0].denominator();
  if (a.plain() && units) {
    put_first(a, keys_of(b.heads, a.values, large ? b.scale : Value(1)));
    a.kind = b.kind;
  } else if (a.plain() && b.plain() && large) {
    put_first(a, keys_of(a.heads, a.values, b.scale));
  } else if (a.kind == AnchorKind::measure && a.heads.size() == 2 && a.heads[1] == "n:" &&
             b.plain()) {
    put_first(b, keys_of({a.heads[0]}, b.values, Value(1)));  // aged 9 to 18
    b.kind = AnchorKind::measure;
  } else if (a.kind == AnchorKind::money && b.plain()) {
    if (large) put_first(a, keys_of(a.heads, a.values, b.scale));
    put_first(b, keys_of(a.heads, b.values, Value(1)));
    b.kind = AnchorKind::money;
  } else if (a.kind == AnchorKind::money && b.kind == AnchorKind::money && large) {
    put_first(a, keys_of(a.heads, a.values, b.scale));
  }
  const bool century_before = a.kind == AnchorKind::date && a.keys[0].starts_with("c:");
  const bool century_behind = b.kind == AnchorKind::date && b.keys[0].starts_with("c:");
  const bool ordinal_a = std::find(a.heads.begin(), a.heads.end(), "o:") != a.heads.end();
  const bool ordinal_b = std::find(b.heads.begin(), b.heads.end(), "o:") != b.heads.end();
  if (ordinal_a && century_behind) {
    put_first(a, {"c:" + std::to_string(whole(a))});
    a.kind = AnchorKind::date;
  } else if (century_before && ordinal_b) {
    put_first(b, {"c:" + std::to_string(whole(b))});
    b.kind = AnchorKind::date;
  }
  if (a.plain() && b.kind == AnchorKind::date) share_month(a, b);
  if (a.plain() && b.kind == AnchorKind::time) share_half_day(a, b);
  if (b.plain() && a.kind == AnchorKind::date) {
    // 2018-19
    const std::size_t between = a.tokens.end;
    const std::int64_t year = whole(a);
    if (year > 0 && whole(b) == year % 100 + 1 && passage.is(between, "-")) {
      put_first(b, {"y:" + std::to_string(year / 100 * 100 + whole(b))});
      b.kind = AnchorKind::date;
    } else {
      share_month(b, a);
    }
  }
}

}  // namespace

void share_units(const Passage& passage, std::vector<Reading>& readings) {
  // From the right, so that "10, 12 and 15 years" hands its years down the row.
  for (std::size_t i = readings.size(); i > 1; --i) {
    Reading& a = readings[i - 2];
    Reading& b = readings[i - 1];
    if (links(passage, a.tokens.end, b.tokens.begin)) share(passage, a, b);
  }
}

}  // namespace cotejo
