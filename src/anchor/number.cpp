#include <utility>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

bool lower_case(const Passage& passage, std::size_t i) {
  return passage.word(i) && passage[i].written == Case::lower;
}

bool one_of(std::string_view form, std::string_view spaced_words) {
  return !form.empty() &&
         spaced_words.find(' ' + std::string(form) + ' ') != std::string_view::npos;
}

/// "half" says a number beside what it halves or what measures it, and all sorts of things
/// elsewhere: the second half, half asleep.
bool halves_something(const Passage& passage, std::size_t at) {
  if (!passage.is(at, "half")) return false;
  const std::string_view before = at > 0 ? passage.folded(at - 1) : "";
  if (at > 0 && passage.role(List::numbers, at - 1) == "ordinal") return false;
  return one_of(passage.folded(at + 1),
                " of the my his her its our your their this that these those ") ||
         (!passage.glued(at + 1, "-") &&
          one_of(before, " by in almost nearly about than least over roughly "));
}

/// Spanish "a mitad de", "en mitad de", "la segunda mitad": no share of a whole.
bool middle(const Passage& passage, std::size_t at) {
  return passage.is(at, "mitad") &&
         (at == 0 || !passage.is(at - 1, "la") || (at > 1 && passage.is(at - 2, "por")));
}

bool is_year(const Quantity& quantity) {
  return quantity.values[0].numerator() >= least_year &&
         quantity.values[0].numerator() <= last_year;
}

/// "a second", "por segundo": a time, not an order.
bool moment(const Passage& passage, std::size_t at) {
  if (passage.role(List::units, at).empty() || at == 0) return false;
  const std::string_view before = passage.folded(at - 1);
  if (one_of(before, " per each every split por cada al ")) return true;
  if (!one_of(before, " a one any un ningun ")) return false;
  // "a second man" is no moment
  return !passage.word(at + 1) || one_of(passage.folded(at + 1),
                                         " ago later to and or of before after in for at as that "
                                         "but longer more i he she we you they "
                                         "it y o de despues mas para en antes a que por con al ");
}

/// "aged 14", "at the age of 17", "Sanz, 42,": years that aren't said.
std::optional<Reading> age(const Passage& passage, std::size_t at, const Quantity& quantity) {
  if (quantity.form != Form::cardinal || quantity.one || at == 0 || quantity.values.size() != 1 ||
      !quantity.values[0].whole() || quantity.values[0].numerator() > 120) {
    return std::nullopt;
  }
  const bool of = at > 1 && passage.role(List::calendar, at - 1) == "of";
  const Range tokens{at, quantity.end};
  if (passage.role(List::calendar, of ? at - 2 : at - 1) == "age") {
    return value_reading(tokens, AnchorKind::measure, {"u:year:", "n:"}, quantity);
  }
  if (quantity.plain && passage.is(at - 1, ",") && at > 1 && passage.word(at - 2) &&
      passage[at - 2].written == Case::capitalised &&
      passage.role(List::calendar, at - 2).empty() &&
      (passage.glued(quantity.end, ",") || passage.glued(quantity.end, "."))) {
    return value_reading(tokens, AnchorKind::measure, {"n:", "u:year:"}, quantity);
  }
  return std::nullopt;
}

/// A word stands before that a Roman numeral follows, or a row of them: "siglos XVIII y XIX".
bool asks_for_roman(const Passage& passage, std::size_t at) {
  for (int hops = 0; hops < 4 && at > 0; ++hops) {
    if (passage.role(List::numbers, at - 1) == "roman" ||
        passage.role(List::calendar, at - 1) == "century") {
      return true;
    }
    if (at < 2) return false;
    const auto two = passage.lexicon().find(List::numbers, passage.folded(at - 2, at));
    if (two && two->kind == "roman") return true;
    constexpr std::string_view links = " y e a al o - , and to ";
    const std::string link = ' ' + std::string(passage.folded(at - 1)) + ' ';
    if (links.find(link) == std::string_view::npos || !roman_number(passage.written(at - 2))) {
      return false;
    }
    at -= 2;
  }
  return false;
}

std::optional<Reading> roman(const Passage& passage, std::size_t at) {
  if (!passage.word(at) || at == 0 || passage[at].written == Case::lower) return std::nullopt;
  if (passage.glued(at) || (passage.glued(at + 1) && !passage.folded(at + 1).empty() &&
                            std::string_view("-'.").find(passage.folded(at + 1)) == 0)) {
    if (passage.glued(at) && !passage.is(at - 1, "(") && !passage.is(at - 1, "-"))
      return std::nullopt;
  }
  const std::string_view letters = passage.written(at);
  const auto number = roman_number(letters);
  if (!number) return std::nullopt;
  const bool led = asks_for_roman(passage, at);
  const bool name = passage.word(at - 1) && passage[at - 1].written == Case::capitalised;
  const bool small = letters.find_first_not_of("IVX") == std::string_view::npos;
  // Without a word that asks for one only kings and their like have numerals: Felipe VI, Carlos V.
  if (letters.size() == 1) {
    if (letters != "V" && letters != "X" && letters != "I") return std::nullopt;
    // English says I of itself: "in this part I ..."
    const bool english = passage.lexicon().language().starts_with("en");
    if (!led && (letters != "V" || !name)) return std::nullopt;
    if (letters == "I" && english && !name) return std::nullopt;
  } else if (!led && !(name && small)) {
    return std::nullopt;
  }
  Reading reading{{at, at + 1}, AnchorKind::number, {}, {"n:", "o:"}, {Value(*number)}};
  reading.keys = {"n:" + std::to_string(*number), "o:" + std::to_string(*number)};
  return reading;
}

}  // namespace

Reading value_reading(Range tokens, AnchorKind kind, std::vector<std::string> heads,
                      const Quantity& quantity) {
  Reading reading{tokens, kind, {}, std::move(heads), quantity.values, quantity.scale};
  for (const std::string& head : reading.heads) {
    for (const Value value : quantity.values) reading.keys.push_back(head + value.text());
  }
  return reading;
}

bool minus_sign(const Passage& passage, std::size_t at) {
  if (!passage.is(at, "-") || passage.glued(at) || !passage.glued(at + 1) ||
      !passage.digits(at + 1)) {
    return false;
  }
  const std::string_view written = passage.written(at);
  return written != "—" && written != "―" &&
         !(at > 0 && (passage.digits(at - 1) || passage.is(at - 1, "-")));
}

bool free_figures(const Passage& passage, std::size_t at) {
  if (!passage.glued(at) || at == 0) return true;
  if (passage.word(at - 1)) return false;
  const std::string_view mark = passage.folded(at - 1);
  if (mark != "." && mark != "," && mark != ":") return true;
  if (!passage.glued(at - 1)) return mark != ".";  // .08
  if (at < 2 || !passage.digits(at - 2)) return true;
  // 3:1, Mark 119:105: no time, but two numbers
  return mark == ":" && passage.digits(at) &&
         (passage.folded(at).size() != 2 || passage.folded(at)[0] > '5') &&
         (at < 3 || !passage.glued(at - 2) || !passage.is(at - 3, ":"));
}

std::optional<Reading> read_number(const Passage& passage, std::size_t at) {
  if (auto reading = roman(passage, at)) return reading;
  std::size_t begin = at;
  bool negative = false;
  if (minus_sign(passage, at)) {
    negative = true;
    begin = at + 1;
  }
  if (passage.digits(begin) && !free_figures(passage, begin)) return std::nullopt;
  auto quantity = read_quantity(passage, begin);
  if (!quantity) return std::nullopt;
  if (negative) {
    for (Value& value : quantity->values) value = value.negative();
  }
  const auto percent = passage.find_longest(
      List::numbers, passage.glued(quantity->end, "-") ? quantity->end + 1 : quantity->end);
  if (percent && percent->entry.kind == "percent" && quantity->form != Form::vague &&
      quantity->form != Form::ordinal) {
    return value_reading({at, percent->end}, AnchorKind::number, {"%:"}, *quantity);
  }
  if (quantity->one) return std::nullopt;
  const Range tokens{at, quantity->end};
  switch (quantity->form) {
    case Form::ordinal:
      if (!quantity->figures && quantity->end == at + 1 && moment(passage, at)) return std::nullopt;
      // Beyond ten Spanish counts on: the 17th district, el distrito 17.
      if (quantity->values[0].numerator() > 10) {
        return value_reading(tokens, AnchorKind::number, {"o:", "n:"}, *quantity);
      }
      return value_reading(tokens, AnchorKind::number, {"o:"}, *quantity);
    case Form::times:
      if (passage.is(quantity->end, "as") || passage.is(quantity->end, "the")) return std::nullopt;
      return value_reading(tokens, AnchorKind::number, {"u:time:", "n:"}, *quantity);
    case Form::vague:
      return value_reading(tokens, AnchorKind::number, {"n:~"}, *quantity);
    case Form::half:
      if (!halves_something(passage, at)) return std::nullopt;
      break;
    case Form::fraction:
      if (middle(passage, at)) return std::nullopt;
      break;
    case Form::cardinal:
      break;
  }
  if (auto years = age(passage, at, *quantity)) return years;
  if (quantity->plain && is_year(*quantity)) return std::nullopt;  // the dates read it both ways
  if (quantity->plain && passage.folded(begin).size() > 2 && passage.folded(begin)[0] == '0') {
    return std::nullopt;  // 007
  }
  if (quantity->form == Form::cardinal && passage.is(at, "ciento") && at > 0 &&
      passage.is(at - 1, "por")) {
    return std::nullopt;
  }
  if (quantity->figures) {
    // "15h", "3D": a unit makes it a measure, a letter a code
    if (passage.glued(quantity->end) && passage.word(quantity->end)) return std::nullopt;
  } else if (!negative && passage[at].written == Case::upper && quantity->end == at + 1 &&
             lower_case(passage, at + 1)) {
    return std::nullopt;  // an acronym: ONCE
  }
  // World War Two, capítulo 3: also said by ordinals
  if (asks_for_roman(passage, at) && (quantity->plain || passage[at].written != Case::lower)) {
    return value_reading(tokens, AnchorKind::number, {"n:", "o:"}, *quantity);
  }
  return value_reading(tokens, AnchorKind::number, {"n:"}, *quantity);
}

}  // namespace cotejo
