#include <algorithm>
#include <cmath>
#include <string>

#include "cotejo/text.hpp"
#include "review/check.hpp"
#include "review/otherwise.hpp"
#include "review/quantities.hpp"

namespace cotejo {
namespace {

FindingKind kind_of(const SaidQuantity& said) {
  switch (said.anchor->kind) {
    case AnchorKind::date: {
      const std::string& key = said.anchor->keys[0];
      return key.starts_with("y:") || key.starts_with("c:") ? FindingKind::number
                                                            : FindingKind::date;
    }
    case AnchorKind::time:
      return said.keys[0].head == "r" ? FindingKind::number : FindingKind::time;
    default:
      return FindingKind::number;
  }
}

/// The likeliest number said, or none.
std::optional<double> value_of(const SaidQuantity& said) {
  for (const QuantityKey& key : said.keys) {
    if (key.number) return key.number;
  }
  return std::nullopt;
}

class Check {
 public:
  Check(const Pairing& pairing, const Knowing& known, Suspicions& out,
        std::vector<Finding>& neutral)
      : pairing_(pairing),
        out_(out),
        neutral_(neutral),
        left_{pairing.source, pairing.source_met, known.source, pairing.from->side()},
        right_{pairing.target, pairing.target_met, known.target, pairing.to->side()},
        source_(quantities(pairing.from->side(), pairing.source)),
        target_(quantities(pairing.to->side(), pairing.target)) {}

  void run() {
    // All are compared with all: where there are this many, a table is no prose.
    constexpr std::size_t most = 300;
    if (source_.size() > most || target_.size() > most) return;
    match(Agreement::same);
    match(Agreement::value);
    match(Agreement::number);
    convert();
    // A value may be said again, or be summed up by a word.
    for (SaidQuantity& said : source_) settle(said, source_, target_, left_, right_);
    for (SaidQuantity& said : target_) settle(said, target_, source_, right_, left_);
    unsaid_days(source_, target_);
    unsaid_days(target_, source_);
    report();
  }

 private:
  double gap(const SaidQuantity& s, const SaidQuantity& t) const {
    return std::abs(place(s.words.begin, pairing_.source.size()) -
                    place(t.words.begin, pairing_.target.size()));
  }

  void match(Agreement least) {
    for (SaidQuantity& s : source_) {
      if (s.met) continue;
      SaidQuantity* best = nullptr;
      double nearest = 2.0;
      for (SaidQuantity& t : target_) {
        if (t.met || agreement(s, t) < least) continue;
        const double apart = gap(s, t);
        if (apart < nearest) {
          nearest = apart;
          best = &t;
        }
      }
      if (!best) continue;
      s.met = best->met = true;
      // "three points" isn't sure to be said by "tercera"
      s.loosely = best->loosely = s.keys[0].head != best->keys[0].head;
      ++matched_;
    }
  }

  void convert() {
    for (const Conversion wanted : {Conversion::right, Conversion::wrong}) {
      for (SaidQuantity& s : source_) {
        for (SaidQuantity& t : target_) {
          if (s.met || t.met || conversion(s, t) != wanted) continue;
          if (wanted == Conversion::right) {
            s.met = t.met = true;
            Finding finding;
            finding.kind = FindingKind::unit;
            finding.severity = Severity::neutral;
            finding.source = s.anchor->span;
            finding.target = t.anchor->span;
            finding.message = Message{"converted: {1} is {2}", {text(s, true), text(t, false)}};
            neutral_.push_back(std::move(finding));
          }
        }
      }
    }
  }

  static void settle(SaidQuantity& said, const std::vector<SaidQuantity>& own,
                     const std::vector<SaidQuantity>& other, const Words& words,
                     const Words& others) {
    if (said.met) return;
    said.met = kept(said, words, others);
    if (said.met) return;
    said.met = said.loosely = said_otherwise(said, own, other, words, others);
  }

  /// A day that only one of two dates tells can be what another number should say: "June 12",
  /// "72 de junio".
  void unsaid_days(std::vector<SaidQuantity>& own, const std::vector<SaidQuantity>& other) {
    for (SaidQuantity& said : own) {
      if (!said.met || !said.keys[0].day || !said.keys[0].month) continue;
      const bool told = std::any_of(other.begin(), other.end(), [&](const SaidQuantity& o) {
        return agreement(said, o) != Agreement::none &&
               std::any_of(o.keys.begin(), o.keys.end(),
                           [](const QuantityKey& key) { return key.day.has_value(); });
      });
      const bool left = std::any_of(other.begin(), other.end(), [](const SaidQuantity& o) {
        return !o.met && o.figures && o.keys[0].head == "n";
      });
      if (!told && left) said.met = false;
    }
  }

  std::string text(const SaidQuantity& said, bool source) const {
    const Side& side = (source ? pairing_.from : pairing_.to)->side();
    return std::string(slice(side.document.text, said.anchor->span));
  }

  /// What is counted is the same: "two claims", "tres peticiones".
  bool counted(Range s, Range t) const {
    constexpr std::size_t reach = 2;
    const auto met = [&](std::size_t i, Range near) {
      const Meet& meet = pairing_.source_met[i];
      return content(pairing_.source[i]) && meet.met >= Met::weak && near.begin <= meet.with &&
             meet.with < near.end;
    };
    for (std::size_t i = s.begin; i < std::min(s.end + reach, pairing_.source.size()); ++i)
      if (met(i, {t.begin, t.end + reach})) return true;
    return s.begin > 0 && t.begin > 0 && met(s.begin - 1, {t.begin - 1, t.begin});
  }
  bool counted(const SaidQuantity& s, const SaidQuantity& t) const {
    return (s.keys[0].head.starts_with("u:") && s.keys[0].head == t.keys[0].head) ||
           counted(s.words, t.words);
  }

  struct Couple {
    SaidQuantity* source = nullptr;
    SaidQuantity* target = nullptr;
    int tier = 0;
    double gap = 0.0;
  };

  /// How well one may stand for the other: 0 best, 4 not at all.
  int tier(const SaidQuantity& s, const SaidQuantity& t, double gap) const {
    if (s.loosely && t.loosely) return 4;
    const bool alike = s.anchor->kind == t.anchor->kind;
    // Of vague ones only two together tell anything: "thousands", "millones".
    if (s.vague || t.vague) return s.vague && t.vague && gap < 0.3 ? 1 : 4;
    if (s.loosely || t.loosely) {
      const bool same = alike && s.keys[0].head == t.keys[0].head;
      return s.figures == t.figures && (counted(s, t) || (same && gap < 0.1)) ? 3 : 4;
    }
    if (half_agree(s, t) || (alike && gap < 0.5 && counted(s, t))) return 0;
    return alike && gap < 0.5 ? 1 : !alike && gap < 0.25 ? 2 : 4;
  }

  void report() {
    std::vector<Couple> couples;
    for (SaidQuantity& s : source_) {
      if (s.met && !s.loosely) continue;
      messy_ += !s.met && !s.vague;
      for (SaidQuantity& t : target_) {
        if (t.met && !t.loosely) continue;
        const double apart = gap(s, t);
        const int how = tier(s, t, apart);
        if (how < 4) couples.push_back({&s, &t, how, apart});
      }
    }
    for (const SaidQuantity& t : target_) messy_ += !t.met && !t.vague;
    std::stable_sort(couples.begin(), couples.end(), [](const Couple& a, const Couple& b) {
      return a.tier != b.tier ? a.tier < b.tier : a.gap < b.gap;
    });
    for (const Couple& couple : couples) {
      SaidQuantity& s = *couple.source;
      SaidQuantity& t = *couple.target;
      if ((s.met && !s.loosely) || (t.met && !t.loosely) || (s.met && t.met)) continue;
      add(&s, &t);
      s.met = t.met = true;
      s.loosely = t.loosely = false;
    }
    for (const SaidQuantity& s : source_)
      if (!s.met && !s.vague) add(&s, nullptr);
    for (const SaidQuantity& t : target_)
      if (!t.met && !t.vague) add(nullptr, &t);
  }

  void add(const SaidQuantity* s, const SaidQuantity* t) {
    Suspicion it;
    it.judge = Judge::value;
    const SaidQuantity& one = t ? *t : *s;
    it.kind = kind_of(one);
    Measures& x = it.measures;
    const bool figures = (!s || s->figures) && (!t || t->figures);
    const bool words = (!s || !s->figures) && (!t || !t->figures);
    x[0] = s && t && figures;
    x[1] = s && t && words;
    x[2] = s && t && !figures && !words;
    x[3] = t && !s && figures;
    x[4] = t && !s && words;
    x[5] = s && !t && figures;
    x[6] = s && !t && words;
    const auto value = value_of(one);
    x[7] = value && std::abs(*value) <= 12.0;
    x[8] = value && (*value == 1.0 || *value == 2.0);
    x[9] = one.anchor->kind == AnchorKind::date && !one.keys[0].number;
    x[10] = s && t && s->keys[0].head == t->keys[0].head;
    x[11] = one.keys[0].head == "o";
    x[12] = s && t ? gap(*s, *t) : 0.0;
    x[13] = squeeze(static_cast<double>(messy_));
    x[14] = squeeze(static_cast<double>(matched_));
    x[15] = t ? neighbours_meet(pairing_.target_met, pairing_.target, t->words.begin, 4)
              : neighbours_meet(pairing_.source_met, pairing_.source, s->words.begin, 4);
    x[16] = s && t && one.anchor->kind == AnchorKind::date && !one.keys[0].number;
    x[17] = one.anchor->kind == AnchorKind::time;
    x[18] = s && t && (s->loosely || t->loosely);
    x[19] = s && t && counted(*s, *t);
    if (const auto word = !s   ? implies_another(*t, right_, left_)
                          : !t ? implies_another(*s, left_, right_)
                               : std::nullopt) {
      const Range range{*word, *word + 1};
      x[20] = 1.0;
      x[19] = s ? counted(s->words, range) : counted(range, t->words);
    }
    x[23] = s && t && s->vague;
    if (s) it.source = s->anchor->span;
    if (t) it.target = t->anchor->span;
    it.message = side_by_side(pairing_, it.source, it.target);
    out_.push_back(std::move(it));
  }

  const Pairing& pairing_;
  Suspicions& out_;
  std::vector<Finding>& neutral_;
  Words left_;
  Words right_;
  std::vector<SaidQuantity> source_;
  std::vector<SaidQuantity> target_;
  std::size_t matched_ = 0;
  std::size_t messy_ = 0;
};

}  // namespace

void suspect_values(const Pairing& pairing, const Knowing& known, Suspicions& out,
                    std::vector<Finding>& neutral) {
  Check(pairing, known, out, neutral).run();
}

}  // namespace cotejo
