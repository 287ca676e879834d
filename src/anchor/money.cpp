#include "anchor/units.hpp"

namespace cotejo {
namespace {

bool is_money(const UnitForm& unit) { return unit.heads.back().starts_with("$:"); }

/// "$3.5 billion", "US$20", "€ 5m", "$20 millones de dólares".
std::optional<Reading> sign_first(const Passage& passage, std::size_t at) {
  const auto sign = read_unit(passage, at, true);
  if (!sign || !sign->sign || !is_money(*sign) || passage.is(at, "-")) return std::nullopt;
  // "USD" is one word, "$" inside "US$" was read with it
  if (at > 0 && passage.glued(at) && passage.word(at - 1) && !passage.word(at)) {
    if (passage.lexicon().find(List::units, passage.folded(at - 1, at + 1))) return std::nullopt;
  }
  const std::size_t i =
      passage.glued(sign->end, "-") && passage.digits(sign->end + 1) ? sign->end + 1 : sign->end;
  if (!passage.digits(i)) return std::nullopt;
  const auto quantity = read_quantity(passage, i, true);
  if (!quantity || quantity->form != Form::cardinal) return std::nullopt;
  Range tokens{at, quantity->end};
  std::vector<std::string> heads = sign->heads;
  std::size_t behind = quantity->end;
  if (passage.role(List::calendar, behind) == "of") ++behind;
  const auto again = read_unit(passage, behind, true);
  if (again && is_money(*again) && again->heads.front().starts_with("$:") &&
      (behind == quantity->end || !again->sign) && !(again->sign && passage.digits(again->end))) {
    tokens.end = again->end;  // "$20 USD", "US$20 millones de dólares"
    if (heads.front() == "$:dollar:") heads = again->heads;
  }
  return value_reading(tokens, AnchorKind::money, heads, *quantity);
}

}  // namespace

std::optional<Reading> read_money(const Passage& passage, std::size_t at) {
  if (auto reading = sign_first(passage, at)) return reading;
  if (passage.digits(at) && !free_figures(passage, at)) return std::nullopt;
  const auto quantity = read_quantity(passage, at);
  if (!quantity || (quantity->form != Form::cardinal && quantity->form != Form::half)) {
    return std::nullopt;
  }
  std::size_t i = quantity->end;
  if (quantity->form == Form::half && passage.role(List::numbers, i) == "article") ++i;
  auto unit = read_unit(passage, i, quantity->figures);
  if (!unit && passage.role(List::calendar, i) == "of" && !passage.glued(i)) {
    unit = read_unit(passage, i + 1, false);  // 5 millones de euros
    if (unit && quantity->scale.numerator() < 1'000'000) unit.reset();
  }
  if (!unit && quantity->figures && passage.is(i, "m") && passage[i].written != Case::lower) {
    // 5 M€
    unit = read_unit(passage, i + 1, true);
    if (!unit || !unit->sign) return std::nullopt;
    Quantity millions = *quantity;
    for (Value& value : millions.values) {
      if (const auto product = value.times(Value(1'000'000))) value = *product;
    }
    return value_reading({at, unit->end}, AnchorKind::money, unit->heads, millions);
  }
  if (!unit || !unit->heads[0].starts_with("$:")) return std::nullopt;
  // "20 $30": the sign belongs to the number behind it
  if (unit->sign && passage.digits(unit->end) && (passage.glued(unit->end) || !passage.glued(i))) {
    return std::nullopt;
  }
  if (quantity->one) return std::nullopt;
  return value_reading({at, unit->end}, AnchorKind::money, unit->heads, *quantity);
}

}  // namespace cotejo
