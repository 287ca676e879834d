#include "anchor/quantity.hpp"

#include "anchor/number_words.hpp"

namespace cotejo {
namespace {

/// All that isn't a plain cardinal: fractions, halves, ordinals, vague numbers.
class Reader : NumberWords {
 public:
  explicit Reader(const Passage& passage) : NumberWords(passage) {}

  std::optional<Quantity> read(std::size_t at, bool money) const {
    std::optional<Quantity> best = read_cardinal(passage_, at, money);
    if (best) {
      if (const auto part = part_of(*best)) best = part;
    }
    for (const auto& found : {vague(at), ordinal(at), portion(at), half(at)}) {
      if (found && (!best || found->end >= best->end)) best = found;
    }
    return best;
  }

 private:
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
};

}  // namespace

std::optional<Quantity> read_quantity(const Passage& passage, std::size_t at, bool money) {
  if (at >= passage.size()) return std::nullopt;
  if (!passage.digits(at) && !passage.is(at, ".") && !passage.find(List::numbers, at) &&
      !passage.find(List::numbers, at + 1)) {
    return std::nullopt;
  }
  return Reader(passage).read(at, money);
}

}  // namespace cotejo
