#include "anchor/units.hpp"

namespace cotejo {

std::optional<UnitForm> read_unit(const Passage& passage, std::size_t at, bool figures) {
  std::size_t i = at;
  if (passage.glued(i, "-") && passage.glued(i + 1)) ++i;
  const auto found = passage.find_longest(List::units, i);
  if (!found) return std::nullopt;
  const std::string_view kind = found->entry.kind;
  if (kind == "short") {
    if (!figures || (passage.written(i).size() == 1 && passage[i].written != Case::lower)) {
      return std::nullopt;  // the G of "5G" is no gram
    }
  }
  if (kind == "between" || found->entry.value.empty()) return std::nullopt;
  UnitForm unit{found->end, {}, kind == "sign"};
  std::string_view heads = found->entry.value;
  while (!heads.empty()) {
    const std::size_t end = heads.find(' ');
    unit.heads.push_back(std::string(heads.substr(0, end)) + ':');
    heads.remove_prefix(end == std::string_view::npos ? heads.size() : end + 1);
  }
  return unit;
}

namespace {

/// "two years and a half", "dos años y medio".
std::size_t and_a_half(const Passage& passage, std::size_t at) {
  std::size_t i = at;
  if (passage.role(List::numbers, i) != "join") return at;
  ++i;
  if (passage.role(List::numbers, i) == "article") ++i;
  if (passage.role(List::numbers, i) != "half") return at;
  // "y media docena": a number of its own
  return passage.role(List::numbers, i + 1).empty() ? i + 1 : at;
}

}  // namespace

std::optional<Reading> read_measure(const Passage& passage, std::size_t at) {
  std::size_t begin = at;
  const bool dash = minus_sign(passage, at);
  const bool minus = dash || passage.role(List::numbers, at) == "minus";
  if (minus) ++begin;
  if (passage.digits(begin) && !free_figures(passage, begin)) return std::nullopt;
  auto quantity = read_quantity(passage, begin);
  if (!quantity || quantity->form == Form::ordinal || quantity->form == Form::vague) {
    return std::nullopt;
  }
  std::size_t i = quantity->end;
  if (quantity->form == Form::half) {
    if (passage.glued(i, "-")) ++i;
    if (passage.role(List::numbers, i) == "article") ++i;
  }
  const bool year = quantity->plain && quantity->values[0].numerator() >= least_year &&
                    quantity->values[0].numerator() <= last_year;
  auto unit = read_unit(passage, i, quantity->figures && !year);
  if (!unit && passage.role(List::units, i) == "between") {
    unit = read_unit(passage, i + 1, false);  // the six long years, los dos primeros días
  }
  // "3 millones de kilómetros"
  if (!unit && quantity->scale.numerator() >= 1'000'000 &&
      passage.role(List::calendar, i) == "of") {
    unit = read_unit(passage, i + 1, false);
  }
  if (!unit || unit->sign || !unit->heads[0].starts_with("u:")) return std::nullopt;
  if (quantity->form == Form::half && unit->heads[0] == "u:time:") return std::nullopt;
  const bool degrees = unit->heads[0] == "u:degree:" || unit->heads[0] == "u:celsius:" ||
                       unit->heads[0] == "u:fahrenheit:";
  if (minus && !degrees) {
    if (!dash) return std::nullopt;  // "al menos 3 años"
  }
  std::size_t end = unit->end;
  bool negative = minus;
  if (degrees && (passage.is(end, "below") || passage.is(end, "bajo")) &&
      passage.role(List::numbers, end + 1) == "zero") {
    negative = true;
    end += 2;
  }
  const std::size_t half = and_a_half(passage, end);
  if (half != end) {
    for (Value& value : quantity->values) {
      if (const auto more = value.plus(Value::ratio(1, 2))) value = *more;
    }
  }
  // "un día", "a year": as often as not the other language says it without a number
  if (quantity->one && half == end) return std::nullopt;
  end = half;
  if (negative) {
    for (Value& value : quantity->values) value = value.negative();
  }
  return value_reading({at, end}, AnchorKind::measure, unit->heads, *quantity);
}

}  // namespace cotejo
