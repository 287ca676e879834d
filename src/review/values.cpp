#include <algorithm>
#include <cmath>
#include <string>

#include "cotejo/text.hpp"
#include "review/check.hpp"
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
      return FindingKind::time;
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

/// Whether a word of the side implies the number: "both", "ambos", "a couple", or its figures.
bool implied(std::span<const ReviewWord> words, const std::vector<Meet>& met,
             const Lexicon& lexicon, const SaidQuantity& said) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ReviewWord& word = words[i];
    const auto entry = lexicon.find(List::implied, word.folded);
    for (const QuantityKey& key : said.keys) {
      if (!key.number) continue;
      if (entry && met[i].met != Met::yes) {
        for (std::size_t at = 0; at < entry->kind.size();) {
          const std::size_t end = std::min(entry->kind.find(' ', at), entry->kind.size());
          if (std::abs(std::atof(std::string(entry->kind.substr(at, end - at)).c_str()) -
                       *key.number) < 1e-9)
            return true;
          at = end + 1;
        }
      }
      const std::string_view digits =
          std::string_view(word.folded).substr(0, word.folded.find_first_not_of("0123456789"));
      if (word.numeric && *key.number >= 0 && *key.number < 1e15 &&
          *key.number == std::floor(*key.number) &&
          digits == std::to_string(static_cast<long long>(*key.number)) &&
          (word.anchor == none || digits.size() < word.folded.size()))
        return true;
    }
  }
  return false;
}

struct Left {
  std::vector<SaidQuantity*> source;
  std::vector<SaidQuantity*> target;
};

class Check {
 public:
  Check(const Pairing& pairing, const Knowing& known, Suspicions& out,
        std::vector<Finding>& neutral)
      : pairing_(pairing),
        known_(known),
        out_(out),
        neutral_(neutral),
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
    const auto settle = [](std::vector<SaidQuantity>& own, std::vector<SaidQuantity>& other,
                           std::span<const ReviewWord> words, const std::vector<Meet>& met,
                           const Lexicon& lexicon) {
      for (SaidQuantity& said : own) {
        if (said.met) continue;
        said.met = said.vague || implied(words, met, lexicon, said) || repeats(said, own) ||
                   in_century(said, other) ||
                   std::any_of(other.begin(), other.end(), [&](const SaidQuantity& o) {
                     return agreement(said, o) >= Agreement::value;
                   });
      }
    };
    settle(source_, target_, pairing_.target, pairing_.target_met, known_.target);
    settle(target_, source_, pairing_.source, pairing_.source_met, known_.source);
    unsaid_days(source_, target_);
    unsaid_days(target_, source_);
    report();
  }

 private:
  void match(Agreement least) {
    for (SaidQuantity& s : source_) {
      if (s.met) continue;
      SaidQuantity* best = nullptr;
      double nearest = 2.0;
      for (SaidQuantity& t : target_) {
        if (t.met || agreement(s, t) < least) continue;
        const double gap = std::abs(place(s.words.begin, pairing_.source.size()) -
                                    place(t.words.begin, pairing_.target.size()));
        if (gap < nearest) {
          nearest = gap;
          best = &t;
        }
      }
      if (best) s.met = best->met = true;
      matched_ += best != nullptr;
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

  /// "300 km (190 miles)": one of the two is enough.
  static bool repeats(const SaidQuantity& said, const std::vector<SaidQuantity>& own) {
    return std::any_of(own.begin(), own.end(), [&](const SaidQuantity& other) {
      return other.anchor != said.anchor && other.met &&
             conversion(said, other) == Conversion::right;
    });
  }

  /// "siglo XX" beside the 1930s.
  static bool in_century(const SaidQuantity& said, const std::vector<SaidQuantity>& other) {
    if (said.keys[0].head != "c" || !said.keys[0].number) return false;
    return std::any_of(other.begin(), other.end(), [&](const SaidQuantity& o) {
      return std::any_of(o.keys.begin(), o.keys.end(), [&](const QuantityKey& key) {
        return key.year && (*key.year + 99) / 100 == static_cast<int>(*said.keys[0].number);
      });
    });
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

  void report() {
    Left left;
    for (SaidQuantity& s : source_)
      if (!s.met) left.source.push_back(&s);
    for (SaidQuantity& t : target_)
      if (!t.met) left.target.push_back(&t);
    messy_ = left.source.size() + left.target.size();
    // Of the same kind first, then by place
    std::vector<bool> used(left.source.size(), false);
    for (const bool alike : {true, false}) {
      for (SaidQuantity* t : left.target) {
        if (t->met) continue;
        std::size_t best = left.source.size();
        double nearest = alike ? 0.5 : 0.25;
        for (std::size_t i = 0; i < left.source.size(); ++i) {
          if (used[i] || (left.source[i]->anchor->kind == t->anchor->kind) != alike) continue;
          const double gap = std::abs(place(left.source[i]->words.begin, pairing_.source.size()) -
                                      place(t->words.begin, pairing_.target.size()));
          if (gap < nearest) {
            nearest = gap;
            best = i;
          }
        }
        if (best == left.source.size()) continue;
        used[best] = true;
        t->met = true;
        add(left.source[best], t);
      }
    }
    for (std::size_t i = 0; i < left.source.size(); ++i) {
      if (!used[i]) add(left.source[i], nullptr);
    }
    for (SaidQuantity* t : left.target) {
      if (!t->met) add(nullptr, t);
    }
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
    x[12] = s && t ? std::abs(place(s->words.begin, pairing_.source.size()) -
                              place(t->words.begin, pairing_.target.size()))
                   : 0.0;
    x[13] = squeeze(static_cast<double>(messy_));
    x[14] = squeeze(static_cast<double>(matched_));
    x[15] = t ? neighbours_meet(pairing_.target_met, pairing_.target, t->words.begin, 4)
              : neighbours_meet(pairing_.source_met, pairing_.source, s->words.begin, 4);
    x[16] = s && t && one.anchor->kind == AnchorKind::date && !one.keys[0].number;
    x[17] = one.anchor->kind == AnchorKind::time;
    if (s) it.source = s->anchor->span;
    if (t) it.target = t->anchor->span;
    if (s && t) {
      it.message =
          Message{"{1} in the source, {2} in the translation", {text(*s, true), text(*t, false)}};
    } else if (t) {
      it.message = Message{"{1} is not in the source", {text(*t, false)}};
    } else {
      it.message = Message{"{1} is not in the translation", {text(*s, true)}};
    }
    out_.push_back(std::move(it));
  }

  const Pairing& pairing_;
  const Knowing& known_;
  Suspicions& out_;
  std::vector<Finding>& neutral_;
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
