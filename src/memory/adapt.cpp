#include "memory/adapt.hpp"

#include <algorithm>
#include <string>

#include "cotejo/similarity.hpp"
#include "cotejo/text.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

struct Exchange {
  std::string_view old;
  std::string_view now;
  TextTokenKind kind;
};

std::string digits(std::string_view number) {
  std::string found;
  for (const char c : number) {
    if (is_digit(c)) found += c;
  }
  return found;
}

std::string turned(std::string number) {
  for (char& c : number) c = c == '.' ? ',' : c == ',' ? '.' : c;
  return number;
}

bool has_capital(std::string_view word) {
  std::size_t at = 0;
  return code_points(word) > 2 && letter(next_code_point(word, at)) == Letter::upper;
}

/// What stands in the target for `it`, which takes the place of `there`; empty: there is something
/// else.
std::string rendering(const Exchange& it, std::string_view there, TextTokenKind kind) {
  if (kind != it.kind) return {};
  if (there == it.old) return std::string(it.now);
  if (kind != TextTokenKind::number || digits(there) != digits(it.old)) return {};
  // The other language's marks: 1,500.5 is 1.500,5.
  return turned(std::string(it.old)) == there ? turned(std::string(it.now)) : std::string();
}

}  // namespace

void explain(Match& match, const Tokened& text) {
  const Tokened unit{match.unit.source, tokens(match.unit.source)};
  std::vector<Exchange> exchanges;
  for (const EditStep& step : steps(unit, text)) {
    if (!step.a || !step.b || step.cost == 0) continue;
    const TextToken& old = unit.tokens[*step.a];
    const TextToken& now = text.tokens[*step.b];
    const Exchange it{slice(unit.text, old.span), slice(text.text, now.span), old.kind};
    const bool name = old.kind == TextTokenKind::word && has_capital(it.old) && has_capital(it.now);
    if (old.kind == now.kind && (name || old.kind == TextTokenKind::number))
      exchanges.push_back(it);
  }
  const Difference apart = difference(unit.text, text.text);
  match.differs = apart.a;
  match.text_differs = apart.b;
  if (exchanges.empty()) return;

  std::string adapted;
  std::size_t copied = 0;
  for (const TextToken& token : tokens(match.unit.target)) {
    const std::string_view there = slice(match.unit.target, token.span);
    for (auto it = exchanges.begin(); it != exchanges.end(); ++it) {
      const std::string rendered = rendering(*it, there, token.kind);
      if (rendered.empty()) continue;
      adapted.append(match.unit.target, copied, token.span.begin - copied);
      match.placed.push_back({adapted.size(), adapted.size() + rendered.size()});
      adapted += rendered;
      copied = token.span.end;
      exchanges.erase(it);
      break;
    }
  }
  if (match.placed.empty()) return;
  adapted.append(match.unit.target, copied);
  match.adapted = std::move(adapted);
}

}  // namespace cotejo
