#include <algorithm>
#include <string>

#include "review/check.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// A number that is part of a name: COVID-19, HCoV-229E, 12V, Internet2; or one that nobody
/// read as a value. Letters and digits are of one token, in which hyphens count for nothing.
struct NumberedName {
  Span span;
  std::string before;  ///< letters before the digits, folded
  std::string digits;
  std::string behind;
  bool met = false;
};

std::vector<NumberedName> numbered_names(const Side& side, std::span<const ReviewWord> words) {
  std::vector<NumberedName> out;
  const std::string_view text = side.document.text;
  const auto joined = [](std::string_view between) { return between == "-" || between == ":"; };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() &&
           joined(slice(text, {words[end - 1].span.end, words[end].span.begin})))
      ++end;
    std::string token;
    bool value = false;
    for (std::size_t k = i; k < end; ++k) {
      token += words[k].folded;
      const Anchor* anchor = words[k].anchor == none ? nullptr : &side.anchors[words[k].anchor];
      // Values have a check of their own, but for the 2 of SARS-CoV-2.
      value = value || (anchor && has_value(anchor->kind) &&
                        !(anchor->kind == AnchorKind::number && k > i && !words[k - 1].numeric &&
                          words[k].span == anchor->span));
    }
    const Span span{words[i].span.begin, words[end - 1].span.end};
    i = end;
    if (value) continue;
    std::string before;
    for (std::size_t at = 0; at < token.size();) {
      if (!is_digit(token[at])) {
        before += token[at++];
        continue;
      }
      NumberedName name{span, before, {}, {}, false};
      while (at < token.size() && is_digit(token[at])) name.digits += token[at++];
      for (std::size_t k = at; k < token.size() && !is_digit(token[k]); ++k)
        name.behind += token[k];
      before.clear();
      out.push_back(std::move(name));
    }
  }
  return out;
}

/// Whether the letters are of one name: "SARS-CoV-2-related", "anti-SARS-CoV-2".
bool alike(const NumberedName& a, const NumberedName& b) {
  const auto within = [](const std::string& less, const std::string& more) {
    return less.size() > 1 && more.ends_with(less);
  };
  if (a.before.empty() || b.before.empty())
    return a.before == b.before && a.behind == b.behind && a.digits.size() == b.digits.size();
  return a.before == b.before || within(a.before, b.before) || within(b.before, a.before);
}

}  // namespace

void suspect_codes(const Pairing& pairing, Suspicions& out) {
  std::vector<NumberedName> source = numbered_names(pairing.from->side(), pairing.source);
  std::vector<NumberedName> target = numbered_names(pairing.to->side(), pairing.target);
  constexpr std::size_t most = 300;  // all are compared with all
  if (source.size() > most || target.size() > most) return;
  for (NumberedName& t : target) {
    for (NumberedName& s : source) {
      if (s.met || s.digits != t.digits || !alike(s, t)) continue;
      s.met = t.met = true;
      break;
    }
  }
  const auto add = [&](const NumberedName& s, const NumberedName& t, bool again) {
    Suspicion it;
    it.judge = Judge::value;
    it.kind = FindingKind::number;
    it.measures[21] = !again;
    it.measures[22] = again;
    it.source = s.span;
    it.target = t.span;
    it.message = side_by_side(pairing, s.span, t.span);
    out.push_back(std::move(it));
  };
  // Another number of the same name, which the other side may have once more than this one
  for (NumberedName& t : target) {
    if (t.met) continue;
    for (const bool again : {false, true}) {
      const auto s = std::find_if(source.begin(), source.end(), [&](const NumberedName& name) {
        return name.met == again && alike(name, t);
      });
      if (s == source.end()) continue;
      if (again && s->digits == t.digits) break;
      add(*s, t, again);
      s->met = t.met = true;
      break;
    }
  }
}

}  // namespace cotejo
