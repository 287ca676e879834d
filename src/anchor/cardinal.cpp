#include <algorithm>
#include <array>
#include <limits>

#include "anchor/number_words.hpp"

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

class Cardinals : NumberWords {
 public:
  Cardinals(const Passage& passage, bool money) : NumberWords(passage), money_(money) {}

  /// Chunks and scales: [chunk thousand] [chunk] million ... down to the last chunk.
  std::optional<Quantity> read(std::size_t at) const {
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
      // "3.500 millones": who means three and a half writes "3.5"
      if (by && next->values.size() > 1 && passage_.folded(next->end - 1).ends_with('0')) {
        next->values.resize(1);
      }
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
    return found;
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

  bool money_;
};

}  // namespace

std::optional<Quantity> read_cardinal(const Passage& passage, std::size_t at, bool money) {
  return Cardinals(passage, money).read(at);
}

}  // namespace cotejo
