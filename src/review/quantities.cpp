#include "review/quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/letter.hpp"

namespace cotejo {
namespace {

std::optional<double> number_of(std::string_view text) {
  const auto read = [](std::string_view digits) -> std::optional<double> {
    double out = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return out;
  };
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return read(text);
  const auto upper = read(text.substr(0, slash));
  const auto lower = read(text.substr(slash + 1));
  if (!upper || !lower || *lower == 0.0) return std::nullopt;
  return *upper / *lower;
}

std::optional<int> int_of(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || text.empty()) return std::nullopt;
  return out;
}

/// "2025-02-24", "--02-24", "2025-02"
void read_date(std::string_view value, QuantityKey& key) {
  std::size_t at = 0;
  if (value.starts_with("--")) {
    at = 2;
  } else {
    const std::size_t end = std::min(value.find('-', 1), value.size());
    key.year = int_of(value.substr(0, end));
    at = end + 1;
  }
  if (at + 2 <= value.size()) key.month = int_of(value.substr(at, 2));
  if (at + 5 <= value.size()) key.day = int_of(value.substr(at + 3, 2));
}

QuantityKey read_key(std::string_view text) {
  QuantityKey key;
  const std::size_t colon = text[0] == 'u' || text[0] == '$' ? text.rfind(':') : text.find(':');
  if (colon == std::string_view::npos) return key;
  key.head = text.substr(0, colon);
  const std::string_view value = text.substr(colon + 1);
  if (key.head == "d") {
    read_date(value, key);
  } else if (key.head == "m") {
    key.month = int_of(value);
  } else if (key.head == "w") {
    key.weekday = int_of(value);
  } else if (key.head == "y") {
    key.year = int_of(value);
    key.number = number_of(value.substr(0, value.find('s')));
  } else if (key.head == "t") {
    const std::size_t end = std::min(value.find(':'), value.size());
    key.number = number_of(value.substr(0, end));
    key.minute = end + 3 <= value.size() ? int_of(value.substr(end + 1, 2)) : 0;
  } else if (key.head != "r") {
    key.number = number_of(value);
  }
  if (key.head == "t" || key.head == "r") {
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(':', at), value.size());
      key.parts.push_back(number_of(value.substr(at, end - at)).value_or(0.0));
      at = end + 1;
    }
  }
  return key;
}

bool equal(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a)); }

bool is_date(const QuantityKey& key) {
  return key.head == "d" || key.head == "m" || key.head == "y" || key.head == "w";
}

/// Two dates of which what both tell agrees, and both tell something.
bool same_date(const QuantityKey& a, const QuantityKey& b) {
  bool some = false;
  bool all = true;
  const auto compare = [&](const std::optional<int>& x, const std::optional<int>& y) {
    if (!x || !y) return;
    some = true;
    all = all && *x == *y;
  };
  compare(a.year, b.year);
  compare(a.month, b.month);
  compare(a.day, b.day);
  compare(a.weekday, b.weekday);
  return some && all;
}

/// A time written as a number: "6.30", "at 3".
bool same_time(const QuantityKey& time, const QuantityKey& b) {
  if (!time.number || !time.minute || !b.number) return false;
  if (b.head == "t") {
    return b.minute == time.minute && std::fmod(*b.number, 12.0) == std::fmod(*time.number, 12.0);
  }
  if (b.head.starts_with("u:")) return false;
  return equal(std::fmod(*b.number, 12.0), std::fmod(*time.number + *time.minute / 100.0, 12.0));
}

/// Numbers that may stand for the key where it is written otherwise: a year, a day of the month, a
/// share of a hundred.
bool same_number(const QuantityKey& a, const QuantityKey& b) {
  if (a.head == "t") return same_time(a, b);
  if (b.head == "t") return same_time(b, a);
  const auto any = [](const QuantityKey& key, double value) {
    if (key.number && equal(*key.number, value)) return true;
    if (key.head == "%" && key.number && equal(*key.number / 100.0, value)) return true;
    for (const auto& part : {key.year, key.day}) {
      if (part && equal(*part, value)) return true;
    }
    return false;
  };
  return (a.number && any(b, *a.number)) || (b.number && any(a, *b.number));
}

struct UnitOf {
  std::string_view head;
  std::string_view dimension;
  double factor;
};

constexpr std::array units{
    UnitOf{"u:second", "time", 1.0 / 60},
    UnitOf{"u:minute", "time", 1.0},
    UnitOf{"u:hour", "time", 60.0},
    UnitOf{"u:day", "time", 1440.0},
    UnitOf{"u:night", "time", 1440.0},
    UnitOf{"u:week", "time", 10080.0},
    UnitOf{"u:fortnight", "time", 20160.0},
    UnitOf{"u:month", "time", 43830.0},
    UnitOf{"u:year", "time", 525960.0},
    UnitOf{"u:decade", "time", 5259600.0},
    UnitOf{"u:century", "time", 52596000.0},
    UnitOf{"u:nanometer", "length", 1e-9},
    UnitOf{"u:micrometer", "length", 1e-6},
    UnitOf{"u:millimeter", "length", 1e-3},
    UnitOf{"u:centimeter", "length", 1e-2},
    UnitOf{"u:meter", "length", 1.0},
    UnitOf{"u:kilometer", "length", 1e3},
    UnitOf{"u:inch", "length", 0.0254},
    UnitOf{"u:foot", "length", 0.3048},
    UnitOf{"u:yard", "length", 0.9144},
    UnitOf{"u:mile", "length", 1609.344},
    UnitOf{"u:nautical-mile", "length", 1852.0},
    UnitOf{"u:milligram", "mass", 1e-6},
    UnitOf{"u:gram", "mass", 1e-3},
    UnitOf{"u:kilogram", "mass", 1.0},
    UnitOf{"u:ton", "mass", 1e3},
    UnitOf{"u:ounce", "mass", 0.0283495},
    UnitOf{"u:pound", "mass", 0.453592},
    UnitOf{"u:stone", "mass", 6.35029},
    UnitOf{"u:milliliter", "volume", 1e-3},
    UnitOf{"u:liter", "volume", 1.0},
    UnitOf{"u:pint", "volume", 0.5},
    UnitOf{"u:gallon", "volume", 3.78541},
    UnitOf{"u:barrel", "volume", 158.987},
    UnitOf{"u:cubic-meter", "volume", 1e3},
    UnitOf{"u:cubic-foot", "volume", 28.3168},
    UnitOf{"u:square-meter", "area", 1.0},
    UnitOf{"u:square-kilometer", "area", 1e6},
    UnitOf{"u:square-foot", "area", 0.092903},
    UnitOf{"u:square-mile", "area", 2589988.0},
    UnitOf{"u:hectare", "area", 1e4},
    UnitOf{"u:acre", "area", 4046.86},
    UnitOf{"u:kilometer-per-hour", "speed", 1.0},
    UnitOf{"u:mile-per-hour", "speed", 1.609344},
    UnitOf{"u:meter-per-second", "speed", 3.6},
    UnitOf{"u:knot", "speed", 1.852},
    UnitOf{"u:celsius", "temperature", 1.0},
    UnitOf{"u:degree", "temperature", 1.0},
    UnitOf{"u:fahrenheit", "temperature", 0.0},
    UnitOf{"u:watt", "power", 1.0},
    UnitOf{"u:kilowatt", "power", 1e3},
    UnitOf{"u:megawatt", "power", 1e6},
    UnitOf{"u:gigawatt", "power", 1e9},
    UnitOf{"u:horsepower", "power", 745.7},
    UnitOf{"u:byte", "data", 1.0},
    UnitOf{"u:kilobyte", "data", 1e3},
    UnitOf{"u:megabyte", "data", 1e6},
    UnitOf{"u:gigabyte", "data", 1e9},
    UnitOf{"u:terabyte", "data", 1e12},
};

const UnitOf* unit_of(std::string_view head) {
  const auto found = std::find_if(units.begin(), units.end(),
                                  [&](const UnitOf& unit) { return unit.head == head; });
  return found == units.end() ? nullptr : &*found;
}

/// The 2 of SARS-CoV-2: see codes.cpp. That of "par-3" is a number like others.
bool numbers_a_name(std::string_view text, const Anchor& anchor, std::span<const ReviewWord> words,
                    std::size_t word) {
  if (anchor.kind != AnchorKind::number || word == 0 || words[word - 1].numeric ||
      slice(text, {words[word - 1].span.end, words[word].span.begin}) != "-" ||
      !is_digit(text[anchor.span.begin]))
    return false;
  const ReviewWord& before = words[word - 1];
  return before.written != Case::lower ||
         (before.stems.own == Dictionary::unknown &&
          before.stems.irregular == Dictionary::unknown && before.kind != WordClass::function);
}

double in_base(const UnitOf& unit, double value) {
  if (unit.head == "u:fahrenheit") return (value - 32.0) * 5.0 / 9.0;
  return value * unit.factor;
}

}  // namespace

std::vector<SaidQuantity> quantities(const Side& side, std::span<const ReviewWord> words) {
  std::vector<SaidQuantity> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].anchor == none) continue;
    const Anchor& anchor = side.anchors[words[i].anchor];
    if (!has_value(anchor.kind) || numbers_a_name(side.document.text, anchor, words, i)) continue;
    if (!out.empty() && out.back().anchor == &anchor) {
      out.back().words.end = i + 1;
      continue;
    }
    SaidQuantity& said = out.emplace_back();
    said.anchor = &anchor;
    said.words = {i, i + 1};
    for (const std::string& key : anchor.keys) {
      said.keys.push_back(read_key(key));
      said.vague = said.vague || key.find(":~") != std::string::npos;
    }
    const std::string_view text = slice(side.document.text, anchor.span);
    said.figures = text.find_first_of("0123456789") != std::string_view::npos;
  }
  return out;
}

Agreement agreement(const SaidQuantity& a, const SaidQuantity& b) {
  for (const std::string& key : a.anchor->keys) {
    if (std::find(b.anchor->keys.begin(), b.anchor->keys.end(), key) != b.anchor->keys.end())
      return Agreement::same;
  }
  Agreement best = Agreement::none;
  for (const QuantityKey& x : a.keys) {
    for (const QuantityKey& y : b.keys) {
      if (is_date(x) && is_date(y)) {
        if (same_date(x, y)) return Agreement::value;
        if (x.head != "y" && y.head != "y") continue;
      }
      if (!same_number(x, y)) continue;
      const bool open = x.head == "n" || y.head == "n" || x.head == "o" || y.head == "o" ||
                        x.head == "t" || y.head == "t" || x.head == "y" || y.head == "y" ||
                        x.head == "d" || y.head == "d";
      best = std::max(best, open ? Agreement::value : Agreement::number);
    }
  }
  return best;
}

bool half_agree(const SaidQuantity& a, const SaidQuantity& b) {
  for (const QuantityKey& x : a.keys) {
    for (const QuantityKey& y : b.keys) {
      if (x.head == "d" && y.head == "d" &&
          ((x.month && x.month == y.month && x.day == y.day) || (x.year && x.year == y.year)))
        return true;
    }
  }
  return false;
}

Conversion conversion(const SaidQuantity& a, const SaidQuantity& b) {
  Conversion best = Conversion::none;
  for (const QuantityKey& x : a.keys) {
    for (const QuantityKey& y : b.keys) {
      const UnitOf* from = unit_of(x.head);
      const UnitOf* to = unit_of(y.head);
      if (!from || !to || from->dimension != to->dimension || !x.number || !y.number) continue;
      if (from->factor == to->factor) continue;  // 27 days are no way to say 28
      const double one = in_base(*from, *x.number);
      const double two = in_base(*to, *y.number);
      // Translators round, and by more where the source is round itself.
      const double slack = 0.07 * std::max(std::abs(one), std::abs(two)) +
                           (from->dimension == "temperature" ? 1.0 : 0.0);
      if (std::abs(one - two) <= slack) return Conversion::right;
      best = Conversion::wrong;
    }
  }
  return best;
}

std::string_view dimension(std::string_view head) {
  if (head.starts_with('$')) return "money";
  const UnitOf* unit = unit_of(head);
  return unit ? unit->dimension : std::string_view{};
}

}  // namespace cotejo
