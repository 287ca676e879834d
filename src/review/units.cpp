#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "review/check.hpp"
#include "review/denial.hpp"
#include "review/otherwise.hpp"
#include "review/quantities.hpp"

namespace cotejo {
namespace {

/// A unit met on a side: in a measure, or by its name alone.
struct SaidUnit {
  std::vector<std::string> heads;
  std::size_t word = 0;
  bool measured = false;
  bool met = false;
  bool implied = false;  ///< by a word such as "weekend"
  bool idiom = false;    ///< of time, in which it measures nothing: "at the end of the day"
};

constexpr std::array<std::string_view, 9> times{"u:day",    "u:hour",   "u:night",
                                                "u:week",   "u:month",  "u:year",
                                                "u:minute", "u:second", "u:decade"};

/// A unit with the heads of a row.
SaidUnit unit_of(std::string_view heads, std::size_t word, bool implied) {
  SaidUnit unit{{}, word, false, false, implied, false};
  for (std::size_t at = 0; at < heads.size();) {
    const std::size_t end = std::min(heads.find(' ', at), heads.size());
    const std::string_view head = heads.substr(at, end - at);
    if (head == "u:any") {
      unit.heads.insert(unit.heads.end(), times.begin(), times.end());
      unit.idiom = true;
    } else {
      unit.heads.emplace_back(head);
    }
    at = end + 1;
  }
  return unit;
}

/// The longest idiom that begins at a word: its row, and how many words it has.
std::optional<std::pair<Entry, std::size_t>> idiom_at(const Wording& wording,
                                                      std::span<const ReviewWord> words,
                                                      std::size_t at, const Lexicon& lexicon) {
  constexpr std::size_t longest = 6;
  const auto measures = [&](const ReviewWord& word) {
    return word.anchor != none && wording.side().anchors[word.anchor].kind == AnchorKind::measure;
  };
  std::optional<std::pair<Entry, std::size_t>> best;
  std::string phrase = words[at].folded;
  for (std::size_t i = at + 1; i < std::min(words.size(), at + longest); ++i) {
    if (measures(words[i - 1]) || measures(words[i])) break;
    phrase += ' ' + words[i].folded;
    const auto entry = lexicon.find(List::implied, phrase);
    if (entry && !entry->value.empty()) best = {*entry, i + 1 - at};
  }
  return best;
}

std::vector<SaidUnit> said_units(const Wording& wording, std::span<const ReviewWord> words,
                                 const Lexicon& lexicon) {
  std::vector<SaidUnit> out;
  std::size_t last = none;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto idiom = idiom_at(wording, words, i, lexicon)) {
      out.push_back(unit_of(idiom->first.value, i, true));
      i += idiom->second - 1;
      continue;
    }
    const Anchor* anchor =
        words[i].anchor == none ? nullptr : &wording.side().anchors[words[i].anchor];
    if (anchor && (anchor->kind == AnchorKind::measure || anchor->kind == AnchorKind::money ||
                   anchor->keys[0].starts_with("%:"))) {
      if (words[i].anchor == last) continue;
      last = words[i].anchor;
      SaidUnit unit{{}, i, true, false, false, false};
      for (const std::string& key : anchor->keys)
        unit.heads.push_back(key.substr(0, key.rfind(':')));
      out.push_back(std::move(unit));
      continue;
    }
    if (anchor && anchor->keys[0].starts_with("r:")) {  // 27:37, minuto 27:37
      if (words[i].anchor != last) out.push_back(unit_of("u:minute u:hour u:second", i, true));
      last = words[i].anchor;
      continue;
    }
    if (anchor && has_value(anchor->kind) &&
        (anchor->kind != AnchorKind::number || anchor->keys[0].starts_with("o:")))
      continue;  // the second of an ordinal, a day of a date
    auto entry = lexicon.find(List::units, words[i].folded);
    const bool implied = !entry || entry->kind != "word";
    if (implied) entry = lexicon.find(List::implied, words[i].folded);
    if (!entry || entry->value.empty()) continue;
    SaidUnit unit = unit_of(entry->value, i, implied);
    // present-day, last-minute
    if (!implied && i > 0 && before_word(wording, words, i) == "-" &&
        !lexicon.find(List::numbers, words[i - 1].folded) && dimension(unit.heads[0]) == "time")
      unit = unit_of("u:any", i, true);
    out.push_back(std::move(unit));
  }
  return out;
}

bool share(const SaidUnit& a, const SaidUnit& b) {
  if ((a.idiom && b.measured) || (b.idiom && a.measured)) return false;
  return std::any_of(a.heads.begin(), a.heads.end(), [&](const std::string& head) {
    return std::find(b.heads.begin(), b.heads.end(), head) != b.heads.end();
  });
}

std::string_view dimension_of(const SaidUnit& unit) {
  if (unit.heads[0] == "%" || unit.heads[0] == "u:point" || unit.heads[0] == "u:percentage-point")
    return "share";
  return dimension(unit.heads[0]);
}

}  // namespace

void suspect_units(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  std::vector<SaidUnit> source = said_units(*pairing.from, pairing.source, known.source);
  std::vector<SaidUnit> target = said_units(*pairing.to, pairing.target, known.target);
  constexpr std::size_t most = 300;  // all are compared with all
  if (source.size() > most || target.size() > most) return;
  const auto gap = [&](const SaidUnit& s, const SaidUnit& t) {
    return std::abs(place(s.word, pairing.source.size()) - place(t.word, pairing.target.size()));
  };
  const std::vector<SaidQuantity> numbers = quantities(pairing.from->side(), pairing.source);
  const std::vector<SaidQuantity> others = quantities(pairing.to->side(), pairing.target);
  const auto find = [](const std::vector<SaidQuantity>& all, std::size_t word) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const SaidQuantity& said) {
      return said.words.begin <= word && word < said.words.end;
    });
    return found == all.end() ? nullptr : &*found;
  };
  const auto same_number = [&](const SaidUnit& s, const SaidUnit& t) {
    const SaidQuantity* one = find(numbers, s.word);
    const SaidQuantity* two = find(others, t.word);
    return one && two && agreement(*one, *two) >= Agreement::number;
  };
  // An idiom is said by what stands about there.
  const auto can_meet = [&](const SaidUnit& s, const SaidUnit& t) {
    return share(s, t) && (!s.idiom || gap(s, t) < 0.3);
  };
  // A unit's own name rather than a word that implies it
  const auto cost = [&](const SaidUnit& s, const SaidUnit& t) {
    return gap(s, t) + (s.implied == t.implied ? 0.0 : 1.0);
  };
  // Those that measure the same number first
  for (const bool counted : {true, false}) {
    for (SaidUnit& t : target) {
      if (t.met || t.idiom) continue;
      SaidUnit* best = nullptr;
      for (SaidUnit& s : source) {
        if (s.met || !can_meet(s, t) || (counted && !same_number(s, t))) continue;
        if (!best || cost(s, t) < cost(*best, t)) best = &s;
      }
      if (best) best->met = t.met = true;
    }
  }
  // Said twice on one side and once on the other is said all the same.
  for (SaidUnit& t : target) {
    t.met = t.met || std::any_of(source.begin(), source.end(), [&](const SaidUnit& s) {
              return share(s, t) && !t.measured && s.implied <= t.implied;
            });
  }
  for (SaidUnit& s : source) {
    s.met = s.met || std::any_of(target.begin(), target.end(), [&](const SaidUnit& t) {
              return share(s, t) && !s.measured && t.implied <= s.implied;
            });
  }
  // "In the year 833" says no more than "in 833"; "the week 2000" is odd.
  const auto before_year = [&](const SaidUnit& t) {
    for (std::size_t i = t.word + 1; i < std::min(t.word + 3, pairing.target.size()); ++i) {
      const Anchor* anchor = pairing.anchor(pairing.target[i], Edition::target);
      if (anchor && anchor->kind == AnchorKind::date && anchor->keys[0].starts_with("y:"))
        return true;
    }
    return false;
  };
  const auto hyphened = [&](const SaidUnit& s) {
    const std::size_t begin = pairing.source[s.word].span.begin;
    return !s.measured && begin > 0 && pairing.from->side().document.text[begin - 1] == '-';
  };
  for (const SaidUnit& t : target) {
    if (t.met || t.implied) continue;
    const bool year = !t.measured && before_year(t);
    if (year && t.heads[0] == "u:year") continue;
    const SaidUnit* best = nullptr;
    for (const SaidUnit& s : source) {
      const bool same = same_number(s, t);
      if (s.met || (!same && (dimension_of(s) != dimension_of(t) || dimension_of(s).empty())))
        continue;
      if (!best || same > same_number(*best, t) ||
          (same == same_number(*best, t) && gap(s, t) < gap(*best, t)))
        best = &s;
    }
    const SaidQuantity* own = find(others, t.word);
    const SaidQuantity* theirs = best ? find(numbers, best->word) : nullptr;
    const bool number = own && theirs && agreement(*own, *theirs) >= Agreement::number;
    if (own && theirs && !number && conversion(*own, *theirs) == Conversion::right) continue;
    if (own && told_by_clock(*own, others, numbers)) continue;
    bool bare = false;  // the same number without this unit in the source
    if (own && !number) {
      // "55, 60 minutes": the unit is said once for both
      if (std::any_of(source.begin(), source.end(), [&](const SaidUnit& s) {
            return share(s, t) &&
                   (s.implied ||
                    std::any_of(numbers.begin(), numbers.end(), [&](const SaidQuantity& said) {
                      return said.words.end == s.word && agreement(*own, said) >= Agreement::number;
                    }));
          }))
        continue;
      bare = std::any_of(numbers.begin(), numbers.end(), [&](const SaidQuantity& said) {
        return agreement(*own, said) >= Agreement::number;
      });
    }
    Suspicion it;
    it.judge = Judge::unit;
    it.kind = t.heads[0].starts_with('$') ? FindingKind::currency : FindingKind::unit;
    Measures& x = it.measures;
    x[0] = number;
    x[1] = best && !number && t.measured && best->measured;
    x[2] = best && !number && !(t.measured && best->measured);
    x[3] = !best && bare && t.measured;
    x[4] = !best && !bare && t.measured;
    x[5] = !best && !t.measured;
    x[6] = dimension_of(t) == "share";
    x[7] = dimension_of(t) == "money";
    x[8] = dimension_of(t) == "time";
    x[9] = best ? gap(*best, t) : 0.0;
    x[10] = pairing.target_met[t.word].met == Met::no;
    x[11] = best && pairing.source_met[best->word].met == Met::no;
    x[12] = neighbours_meet(pairing.target_met, pairing.target, t.word, 4);
    x[13] = dimension_of(t).empty();
    x[14] = own && own->anchor->keys[0].starts_with("%:");
    x[15] = squeeze(static_cast<double>(
        std::count_if(target.begin(), target.end(), [](const SaidUnit& u) { return !u.met; })));
    x[17] = x[3] != 0.0 && t.heads[0] == "u:year";
    x[18] = x[3] != 0.0 && dimension_of(t) == "time" && t.heads[0] != "u:year";
    x[19] = number && dimension_of(t) == "time";
    x[20] = best &&
            std::find(best->heads.begin(), best->heads.end(), "u:day") != best->heads.end() &&
            !best->measured;
    x[21] = year && dimension_of(t) == "time";
    x[22] = best && hyphened(*best);  // present-day, last-minute
    it.target = own ? own->anchor->span : pairing.target[t.word].span;
    if (best) {
      it.source = theirs ? theirs->anchor->span : pairing.source[best->word].span;
      it.message = Message{"another unit: {1} in the source, {2} in the translation",
                           {std::string(slice(pairing.from->side().document.text, it.source)),
                            std::string(slice(pairing.to->side().document.text, it.target))}};
    } else {
      it.message = Message{"a unit that the source doesn't have: {1}",
                           {std::string(slice(pairing.to->side().document.text, it.target))}};
    }
    out.push_back(std::move(it));
  }
  // A percentage that lost its sign
  for (const SaidUnit& s : source) {
    if (s.met || s.heads[0] != "%") continue;
    const SaidQuantity* own = find(numbers, s.word);
    if (!own) continue;
    for (const SaidQuantity& said : others) {
      if (said.keys[0].head != "n" || !said.figures || agreement(*own, said) < Agreement::value)
        continue;
      Suspicion it;
      it.judge = Judge::unit;
      it.kind = FindingKind::unit;
      it.measures[16] = 1.0;
      it.source = own->anchor->span;
      it.target = said.anchor->span;
      it.message = Message{"another unit: {1} in the source, {2} in the translation",
                           {std::string(slice(pairing.from->side().document.text, it.source)),
                            std::string(slice(pairing.to->side().document.text, it.target))}};
      out.push_back(std::move(it));
      break;
    }
  }
}

}  // namespace cotejo
