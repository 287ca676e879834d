#include "anchor/quantity.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

namespace cotejo {
namespace {

constexpr std::int64_t million = 1'000'000;

std::optional<Values> times(const Values& values, Value factor) {
  Values products;
  for (const Value value : values) {
    const auto product = value.times(factor);
    if (!product) return std::nullopt;
    products.push_back(*product);
  }
  return products;
}

/// Sums pairwise; a side of one value goes with every value of the other.
std::optional<Values> plus(const Values& a, const Values& b) {
  Values sums;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const auto sum = a[std::min(i, a.size() - 1)].plus(b[std::min(i, b.size() - 1)]);
    if (!sum) return std::nullopt;
    sums.push_back(*sum);
  }
  return sums;
}

/// Reads one quantity. Every step reads forward from a token and gives up without a trace, so that
/// a longer reading that fails leaves the shorter one.
class Reader {
 public:
  Reader(const Passage& passage, bool money) : passage_(passage), money_(money) {}

  std::optional<Quantity> read(std::size_t at) const {
    std::optional<Quantity> best;
    for (const auto& found : {vague(at), ordinal(at), portion(at), half(at), cardinal(at)}) {
      if (found && (!best || found->end > best->end)) best = found;
    }
    return best;
  }

 private:
  struct Part {
    std::size_t end = 0;
    Values values;
    bool figures = false;
    bool plain = false;
    bool one = false;  // "one", "a": no number unless something follows
    bool article = false;
  };
  struct Scale {
    std::size_t end = 0;
    Value value;
  };

  std::string_view role(std::size_t i) const { return passage_.role(List::numbers, i); }
  std::optional<Value> value(std::size_t i, std::string_view wanted) const {
    const auto entry = passage_.find(List::numbers, i);
    if (!entry || entry->kind != wanted) return std::nullopt;
    return Value::parse(entry->value);
  }
  std::optional<Value> group(std::size_t i) const {
    const auto one = value(i, "group");
    return one ? one : value(i, "groups");
  }
  /// Behind a hyphen that ties two words ("twenty-one"), or `i` itself.
  std::size_t behind_hyphen(std::size_t i) const {
    return passage_.glued(i, "-") && passage_.glued(i + 1) ? i + 1 : i;
  }

  std::optional<Scale> scale(std::size_t i, bool figures) const {
    if (figures && passage_.glued(i, "+")) ++i;  // $300+ billion
    const std::size_t at = behind_hyphen(i);
    const auto entry = passage_.find(List::numbers, at);
    if (!entry) return std::nullopt;
    const std::string_view kind = entry->kind;
    const bool word = kind == "scale" || kind == "scales" || kind == "thousand";
    const bool short_form =
        figures &&
        (kind == "short" ||
         (kind == "letter" &&
          (passage_.glued(at) ? money_ || entry->value == "1000"
                              : entry->value == "1000000" && passage_.folded(at).size() == 3)));
    if (!word && !short_form) return std::nullopt;
    return Scale{at + 1, Value::parse(entry->value)};
  }

  /// What may follow a hundred: tens, teens, digits.
  std::optional<Part> below_hundred(std::size_t at) const {
    const auto entry = passage_.find(List::numbers, at);
    if (!entry) return std::nullopt;
    const Value first = Value::parse(entry->value);
    Part part{at + 1, {first}, false, false, entry->kind == "one", false};
    if (entry->kind == "digit" || entry->kind == "teen" || part.one) return part;
    if (entry->kind != "tens") return std::nullopt;
    std::size_t next = behind_hyphen(at + 1);
    if (passage_.is(next, "y") && role(next) == "join") ++next;  // treinta y uno
    const auto unit = passage_.find(List::numbers, next);
    if (unit && (unit->kind == "digit" || unit->kind == "one")) {
      part.values = {*first.plus(Value::parse(unit->value))};
      part.end = next + 1;
    }
    return part;
  }

  /// Words for a number below a thousand: "two hundred and five", "doscientos cinco", "fifteen
  /// hundred".
  std::optional<Part> below_thousand(std::size_t at) const {
    std::optional<Part> part;
    if (const auto hundreds = value(at, "hundreds")) {
      part = Part{at + 1, {*hundreds}};
    } else if (role(at) == "article") {
      part = Part{at + 1, {Value(1)}, false, false, true, true};
    } else {
      part = below_hundred(at);
    }
    if (!part) return std::nullopt;
    const bool hundred =
        role(behind_hyphen(part->end)) == "hundred" && part->values[0].numerator() < 100;
    if (hundred) {
      part->values = {Value(part->values[0].numerator() * 100)};
      part->end = behind_hyphen(part->end) + 1;
      part->one = part->article = false;
    }
    if (!hundred && role(at) != "hundreds") return part;
    const bool join = hundred && role(part->end) == "join";
    const auto rest = below_hundred(part->end + (join ? 1 : 0));
    // "between one hundred and two hundred"
    if (rest && role(rest->end) != "hundred" && !(join && rest->one)) {
      part->values = {*part->values[0].plus(rest->values[0])};
      part->end = rest->end;
    }
    return part;
  }

  /// "and a half", "y media", "½" behind a number.
  std::optional<Scale> and_half(std::size_t at) const {
    if (const auto vulgar = value(at, "vulgar")) return Scale{at + 1, *vulgar};
    std::size_t i = behind_hyphen(at);
    if (role(i) != "join") return std::nullopt;
    i = behind_hyphen(i + 1);
    if (role(i) == "article") i = behind_hyphen(i + 1);
    if (role(i) != "half") return std::nullopt;
    // "dos y media docena" says something else; "two and half a dozen" too
    if (role(i + 1) == "article" || role(i + 1) == "group") return std::nullopt;
    return Scale{i + 1, Value::ratio(1, 2)};
  }

  std::optional<Part> chunk(std::size_t at) const {
    std::optional<Part> part;
    if (const auto figures = read_figures(passage_, at)) {
      part = Part{figures->end, figures->values, true, figures->plain};
      if (const auto fraction = bar_fraction(*part)) return fraction;
    } else if (const auto vulgar = value(at, "vulgar")) {
      return Part{at + 1, {*vulgar}, true};
    } else {
      part = below_thousand(at);
    }
    if (!part || part->article) return part;
    if (const auto half = and_half(part->end)) {
      if (const auto sum = plus(part->values, {half->value})) {
        return Part{half->end, *sum, part->figures};
      }
    }
    return part;
  }

  /// 1/2, 3/4: figures, a bar, figures, and no third (that is a date).
  std::optional<Part> bar_fraction(const Part& upper) const {
    const std::size_t i = upper.end;
    if (!upper.plain || !passage_.glued(i, "/") || !passage_.glued(i + 1) ||
        !passage_.digits(i + 1) || passage_.glued(i + 2, "/") ||
        passage_.folded(i + 1).size() > 2) {
      return std::nullopt;
    }
    const Value lower = Value::parse(passage_.folded(i + 1));
    constexpr std::array<std::int64_t, 7> usual{2, 3, 4, 5, 6, 8, 10};
    if (std::find(usual.begin(), usual.end(), lower.numerator()) == usual.end() ||
        upper.values[0].numerator() >= lower.numerator() || upper.values[0].numerator() == 0) {
      return std::nullopt;
    }
    return Part{i + 2, {Value::ratio(upper.values[0].numerator(), lower.numerator())}, true};
  }

  /// Chunks and scales: [chunk thousand] [chunk] million ... down to the last chunk.
  std::optional<Quantity> cardinal(std::size_t at) const {
    if (const auto zero = value(at, "zero")) return Quantity{at + 1, {*zero}};
    if (const auto times = value(at, "whole")) return Quantity{at + 1, {*times}, Form::times};
    Quantity found;
    Values total{Value(0)};
    Values part{Value(0)};  // what is below the next million
    bool thousand = false;
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
    const bool figures = passage_.digits(at) || passage_.is(at, ".");
    for (std::size_t i = at;;) {
      const bool first = i == at;
      std::size_t begin = i;
      if (!first && !figures && thousand && role(i) == "join" && !passage_.is(i, "y")) ++begin;
      auto next = chunk(begin);
      if (next && next->article && !first) break;
      // "1.7 million four years ago"
      if (next && figures && !first && !next->figures) break;
      auto by = next ? scale(next->end, next->figures) : std::nullopt;
      if (!next) {
        const auto alone = value(begin, "thousand");
        if (!alone || thousand) break;
        next = Part{begin, {Value(1)}};
        by = Scale{begin + 1, *alone};
      }
      if (next->one && first && !by) {
        if (const auto dozen = group(behind_hyphen(next->end))) {
          return Quantity{behind_hyphen(next->end) + 1, {*dozen}};
        }
        return Quantity{next->end, {Value(1)}, Form::cardinal, false, false, true};
      }
      // "3 mil 500" goes on in figures, "3 million 500" doesn't.
      if (!first && next->figures && !by &&
          !(figures && thousand && next->plain && next->values[0].numerator() < 1000))
        break;
      if (by && by->value.numerator() < million) {
        if (thousand) break;
        const auto product = times(next->values, by->value);
        const auto sum = product ? plus(part, *product) : std::nullopt;
        if (!sum) return std::nullopt;
        part = *sum;
        thousand = true;
        found.scale = by->value;
        i = by->end;
        next.reset();
        if (const auto big = scale(i, figures); big && big->value.numerator() >= million) {
          by = big;  // tres mil millones
        } else {
          found.end = i;
          continue;
        }
      }
      if (by && by->value.numerator() >= million) {
        if (by->value.numerator() >= limit) break;
        const auto below = next ? plus(part, next->values) : part;
        const auto product = below ? times(*below, by->value) : std::nullopt;
        const auto sum = product ? plus(total, *product) : std::nullopt;
        if (!sum) return std::nullopt;
        if (found.scale.numerator() == 1000 && thousand && !next) {
          found.scale = *by->value.times(found.scale);
        } else {
          found.scale = by->value;
        }
        total = *sum;
        part = {Value(0)};
        thousand = false;
        limit = by->value.numerator();
        i = found.end = by->end;
        continue;
      }
      const auto sum = plus(part, next->values);
      if (!sum) break;
      part = *sum;
      found.end = next->end;
      found.plain = first && next->plain;
      if (!first) found.scale = Value(1);
      break;
    }
    if (found.end == 0) return std::nullopt;
    const auto sum = plus(total, part);
    if (!sum) return std::nullopt;
    found.values = *sum;
    found.figures = figures;
    if (found.scale.numerator() >= million) {
      if (const auto half = and_half(found.end)) {  // dos millones y medio
        const auto rest = found.scale.times(half->value);
        const auto more = rest ? plus(found.values, {*rest}) : std::nullopt;
        if (more) {
          found.values = *more;
          found.end = half->end;
        }
      }
    }
    if (const auto dozen = group(behind_hyphen(found.end))) {
      if (const auto product = times(found.values, *dozen)) {
        found.values = *product;
        found.end = behind_hyphen(found.end) + 1;
      }
    }
    if (const auto lower = part_of(found)) return lower;
    return found;
  }

  /// "two thirds", "tres cuartas partes", "3 fifths".
  std::optional<Quantity> part_of(const Quantity& upper) const {
    if (upper.values.size() != 1 || !upper.values[0].whole() || upper.values[0].numerator() > 20)
      return std::nullopt;
    const std::size_t at = behind_hyphen(upper.end);
    const auto form = passage_.find_longest(List::numbers, at);
    if (!form || (form->entry.kind != "part" && form->entry.kind != "portion")) return std::nullopt;
    const Value lower = Value::parse(form->entry.value);
    if (upper.values[0].numerator() >= lower.numerator()) return std::nullopt;
    return Quantity{
        form->end, {Value::ratio(upper.values[0].numerator(), lower.numerator())}, Form::fraction};
  }

  /// What follows "a third" when it's a share: nothing, or "of", never the third thing itself.
  bool ends_share(std::size_t i) const {
    return passage_.role(List::calendar, i) == "of" || role(i) == "join" || i >= passage_.size() ||
           passage_.is(i, ".") || passage_.is(i, ";") || passage_.is(i, ")") ||
           passage_.is(i, "less") || passage_.is(i, "more");
  }

  /// "one third", "a quarter", "a fifth of", "un tercio", "la cuarta parte".
  std::optional<Quantity> portion(std::size_t at) const {
    std::size_t i = at;
    const std::string_view lead = role(at);
    const bool one = lead == "one" || lead == "article";
    if (one) i = behind_hyphen(at + 1);
    const auto form = passage_.find_longest(List::numbers, i);
    if (!form) return std::nullopt;
    const std::string_view kind = form->entry.kind;
    const bool fifth = kind == "ordinal" && one &&
                       Value::parse(form->entry.value).numerator() > 2 && ends_share(form->end) &&
                       passage_.lexicon().language().starts_with("en");
    const bool third = kind == "ordinal" && lead == "one" && i == at + 2;  // one-third
    if (kind != "portion" && !(one && kind == "part") && !fifth && !third) return std::nullopt;
    const Value lower = Value::parse(form->entry.value);
    if (lower.numerator() < 2) return std::nullopt;
    return Quantity{form->end, {Value::ratio(1, lower.numerator())}, Form::fraction};
  }

  /// "half", "half a million", "medio millón", "media docena", "half a dozen".
  std::optional<Quantity> half(std::size_t at) const {
    if (role(at) != "half") return std::nullopt;
    std::size_t i = behind_hyphen(at + 1);
    if (role(i) == "article") ++i;
    const auto entry = passage_.find(List::numbers, i);
    if (entry && (entry->kind == "scale" || entry->kind == "group")) {
      const Value whole = Value::parse(entry->value);
      if (const auto value = whole.times(Value::ratio(1, 2))) {
        return Quantity{i + 1, {*value}};
      }
    }
    return Quantity{at + 1, {Value::ratio(1, 2)}, Form::half};
  }

  /// A word that makes the plural behind it a scale: the "dos" of "dos millones".
  bool counts(std::size_t i) const {
    const std::string_view kind = role(i);
    return kind == "digit" || kind == "teen" || kind == "tens" || kind.starts_with("hundred");
  }

  /// "dozens", "tens of thousands", "miles de millones".
  std::optional<Quantity> vague(std::size_t at) const {
    if (at > 0 && (passage_.digits(at - 1) || counts(at - 1))) return std::nullopt;
    std::optional<Value> product;
    std::size_t end = at;
    for (std::size_t i = at, links = 0; links < 4; ++links) {
      const auto form = passage_.find_longest(List::numbers, i);
      if (!form || (form->entry.kind != "vague" && form->entry.kind != "scales" &&
                    form->entry.kind != "groups")) {
        break;
      }
      const Value size = form->entry.kind == "groups" ? Value(10) : Value::parse(form->entry.value);
      product = product ? product->times(size) : size;
      if (!product) return std::nullopt;
      end = form->end;
      i = passage_.role(List::calendar, end) == "of" ? end + 1 : end;
    }
    if (!product) return std::nullopt;
    return Quantity{end, {*product}, Form::vague};
  }

  /// "first", "twenty-first", "vigésimo primero", "2nd", "2.º".
  std::optional<Quantity> ordinal(std::size_t at) const {
    if (passage_.digits(at)) return ordinal_figures(at);
    if (const auto high = value(at, "ordinal")) {
      const auto low = value(at + 1, "ordinal");
      if (low && high->numerator() >= 10 && high->numerator() % 10 == 0 && low->numerator() < 10) {
        return Quantity{at + 2, {*high->plus(*low)}, Form::ordinal};
      }
      return Quantity{at + 1, {*high}, Form::ordinal};
    }
    if (const auto tens = value(at, "tens")) {
      const auto low = value(behind_hyphen(at + 1), "ordinal");
      if (low && low->numerator() < 10) {
        return Quantity{behind_hyphen(at + 1) + 1, {*tens->plus(*low)}, Form::ordinal};
      }
    }
    return std::nullopt;
  }

  std::optional<Quantity> ordinal_figures(std::size_t at) const {
    const auto figures = read_figures(passage_, at);
    if (!figures || figures->values.size() != 1 || !figures->values[0].whole()) return std::nullopt;
    std::size_t i = figures->end;
    if (passage_.glued(i, ".") && passage_.glued(i + 1)) ++i;
    if (!passage_.glued(i) || role(i) != "suffix") return std::nullopt;
    // º and ª fold to o and a: "2a" in letters may be anything
    if (passage_.folded(i).size() == 1 && passage_.written(i).size() == 1) return std::nullopt;
    return Quantity{i + 1, figures->values, Form::ordinal, true};
  }

  const Passage& passage_;
  bool money_;
};

}  // namespace

std::optional<Quantity> read_quantity(const Passage& passage, std::size_t at, bool money) {
  if (at >= passage.size()) return std::nullopt;
  if (!passage.digits(at) && !passage.is(at, ".") && !passage.find(List::numbers, at) &&
      !passage.find(List::numbers, at + 1)) {
    return std::nullopt;
  }
  return Reader(passage, money).read(at);
}

std::optional<int> roman_number(std::string_view capitals) {
  constexpr std::array<std::pair<std::string_view, int>, 13> signs{{{"M", 1000},
                                                                    {"CM", 900},
                                                                    {"D", 500},
                                                                    {"CD", 400},
                                                                    {"C", 100},
                                                                    {"XC", 90},
                                                                    {"L", 50},
                                                                    {"XL", 40},
                                                                    {"X", 10},
                                                                    {"IX", 9},
                                                                    {"V", 5},
                                                                    {"IV", 4},
                                                                    {"I", 1}}};
  if (capitals.empty() || capitals.size() > 15) return std::nullopt;
  int number = 0;
  std::string_view rest = capitals;
  for (const auto& [sign, value] : signs) {
    for (; rest.starts_with(sign); rest.remove_prefix(sign.size())) number += value;
  }
  if (!rest.empty() || number > 3999) return std::nullopt;
  // Read so, IIII and IXI would pass: only what one would write again is right.
  std::string again;
  int left = number;
  for (const auto& [sign, value] : signs) {
    for (; left >= value; left -= value) again += sign;
  }
  if (again != capitals) return std::nullopt;
  return number;
}

}  // namespace cotejo
