#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "review/denial.hpp"
#include "text/likeness.hpp"

namespace cotejo {
namespace {

/// One edition of a bead.
struct Half {
  std::span<const ReviewWord> words;
  std::span<const Meet> met;
  const Wording* wording;
  Denials denials;
};

/// Where on the other side a negation should stand, by the words around it.
struct Site {
  std::size_t left = none;  ///< the nearest words before and behind it that are met
  std::size_t right = none;
  std::size_t begin = 0;  ///< the words of the other side where it should stand
  std::size_t end = 0;
  bool tight = false;  ///< the two stand as close together on the other side
};

class Check {
 public:
  Check(const Pairing& pairing, const Knowing& known, Suspicions& out)
      : dictionary_(known.dictionary),
        out_(out),
        source_{pairing.source, pairing.source_met, pairing.from,
                denials(*pairing.from, pairing.source, Edition::source, known.source,
                        known.dictionary)},
        target_{
            pairing.target, pairing.target_met, pairing.to,
            denials(*pairing.to, pairing.target, Edition::target, known.target, known.dictionary)} {
  }

  void run() {
    meet_the_same();
    match(false, 0.4);
    meet_soft();
    match(true, 0.3);
    if (left(source_) == 1 && left(target_) == 1) match(false, 2.0);
    match_carriers();
    match_undone(source_, target_);
    match_undone(target_, source_);
    match_opposites(source_, target_);
    match_opposites(target_, source_);
    const auto source_left = static_cast<double>(left(source_));
    const auto target_left = static_cast<double>(left(target_));
    for (const Negator& n : source_.denials.negators)
      if (!n.met && !n.soft) add(n, Edition::source, source_left, target_left);
    for (const Negator& n : target_.denials.negators)
      if (!n.met && !n.soft) add(n, Edition::target, target_left, source_left);
  }

 private:
  /// A title that both sides leave in one language: "Her Father Didn't Like Me Anyway".
  void meet_the_same() {
    const auto look = [](Half& here, const Half& other) {
      std::vector<bool> denies(other.words.size());
      for (const Negator& n : other.denials.negators) denies[n.word] = true;
      for (Negator& n : here.denials.negators) {
        const std::size_t next = n.word + 1;
        if (next >= here.words.size()) continue;
        for (std::size_t k = 0; k + 1 < other.words.size() && !n.met; ++k) {
          n.met = !denies[k] && other.words[k].folded == here.words[n.word].folded &&
                  other.words[k + 1].folded == here.words[next].folded;
        }
      }
    };
    look(source_, target_);
    look(target_, source_);
  }

  /// Hardly, apenas: what renders one that denies little answers no other.
  void meet_soft() {
    for (Negator& s : source_.denials.negators) {
      const Meet& meet = source_.met[s.word];
      for (Negator& t : target_.denials.negators) {
        if (!s.soft || !t.soft || s.met || t.met) continue;
        s.met = t.met = meet.met >= Met::shared && meet.with == t.word;
      }
    }
  }

  static std::ptrdiff_t left(const Half& half) {
    return std::count_if(half.denials.negators.begin(), half.denials.negators.end(),
                         [](const Negator& n) { return !n.met && !n.soft; });
  }

  /// Whether something that one negator may deny is met by what the other may.
  bool heads_meet(const Negator& s, const Negator& t) const {
    std::size_t looked = 0;
    for (std::size_t k = s.word + 1; k < s.end && looked < 5; ++k) {
      if (!content(source_.words[k])) continue;
      ++looked;
      const Meet& met = source_.met[k];
      if (met.met >= Met::shared && met.with != none && t.word <= met.with && met.with < t.end)
        return true;
    }
    return false;
  }

  double distance(const Negator& s, const Negator& t) const {
    const double gap =
        std::abs(place(s.word, source_.words.size()) - place(t.word, target_.words.size()));
    const double words =
        gap * static_cast<double>(std::max(source_.words.size(), target_.words.size()));
    return (words <= 8.0 ? std::min(gap, 0.39) : gap) - (heads_meet(s, t) ? 1.0 : 0.0);
  }

  /// Pairs the negators that stand nearest, both strong or one of them soft.
  void match(bool soft, double nearest) {
    struct Couple {
      double gap;
      Negator* source;
      Negator* target;
    };
    std::vector<Couple> couples;
    for (Negator& s : source_.denials.negators) {
      for (Negator& t : target_.denials.negators) {
        if (s.met || t.met || (s.soft || t.soft) != soft) continue;
        if ((s.stray && s.soft) || (t.stray && t.soft)) continue;
        const double gap = distance(s, t);
        if (gap < nearest) couples.push_back({gap, &s, &t});
      }
    }
    std::stable_sort(couples.begin(), couples.end(),
                     [](const Couple& a, const Couple& b) { return a.gap < b.gap; });
    for (const Couple& couple : couples) {
      if (couple.source->met || couple.target->met) continue;
      couple.source->met = couple.target->met = true;
      ++matched_;
    }
  }

  static bool denies(const Carrier& c) { return c.kind == "deny" || c.kind == "affix"; }

  /// unable = incapaz: what both have carries no other negation.
  void match_carriers() {
    for (Carrier& s : source_.denials.carriers) {
      const Meet& met = source_.met[s.word];
      for (Carrier& t : target_.denials.carriers) {
        if (t.met || s.met || !denies(s) || !denies(t)) continue;
        const bool same =
            (met.met >= Met::weak && met.with == t.word) ||
            translates(dictionary_, source_.words[s.word], target_.words[t.word]) ||
            (std::abs(place(s.word, source_.words.size()) - place(t.word, target_.words.size())) *
                     static_cast<double>(std::max(source_.words.size(), target_.words.size())) <=
                 3.0 &&
             s.kind == t.kind && met.met < Met::weak);
        s.met = t.met = same;
      }
    }
  }

  /// The word of the other side that says the same, function words too.
  std::size_t counterpart(const Half& here, const Half& other, std::size_t word, std::size_t begin,
                          std::size_t end) const {
    if (here.met[word].met >= Met::weak) return here.met[word].with;
    if (content(here.words[word])) return none;
    for (std::size_t k = begin; k < end; ++k) {
      const bool same = &here == &source_
                            ? translates(dictionary_, here.words[word], other.words[k])
                            : translates(dictionary_, other.words[k], here.words[word]);
      if (same) return k;
    }
    return none;
  }

  Site site(const Half& here, const Half& other, const Negator& negator) const {
    constexpr std::size_t reach = 6;
    Site out;
    const auto good = [&](std::size_t i) {
      return content(here.words[i]) && here.met[i].met >= Met::weak;
    };
    const auto parted = [&](std::size_t i) {
      return breaks(before_word(*here.wording, here.words, i));
    };
    for (std::size_t k = negator.begin; k > 0 && k + reach > negator.begin; --k) {
      if (parted(k)) break;
      if (!good(k - 1)) continue;
      out.left = k - 1;
      break;
    }
    for (std::size_t k = negator.word + 1; k < here.words.size() && k <= negator.word + reach;
         ++k) {
      if (parted(k)) break;
      if (!good(k)) continue;
      out.right = k;
      break;
    }
    const std::size_t size = other.words.size();
    const auto around = [&](std::size_t at, std::size_t before, std::size_t behind) {
      out.begin = at - std::min(at, before);
      out.end = std::min(size, at + behind + 1);
    };
    const std::size_t left = out.left == none ? none : here.met[out.left].with;
    const std::size_t right = out.right == none ? none : here.met[out.right].with;
    if (left != none && right != none && left < right && right - left <= 12) {
      out.begin = left - std::min<std::size_t>(left, 1);
      out.end = std::min(size, right + 2);
      out.tight = right - left <= out.right - out.left + 1;
    } else if (right != none) {
      around(right, 4, 3);
    } else if (left != none) {
      around(left, 2, 6);
    } else {
      around(static_cast<std::size_t>(place(negator.word, here.words.size()) *
                                      static_cast<double>(size)),
             5, 6);
    }
    return out;
  }

  /// Whether a word of one side says the opposite of one of the other.
  bool opposite(const Dictionary::Stems& source, const Dictionary::Stems& target) const {
    const auto among = [](std::span<const Dictionary::Stem> all, const Dictionary::Stems& word) {
      return std::any_of(all.begin(), all.end(), [&](Dictionary::Stem stem) {
        return stem != Dictionary::unknown && (stem == word.own || stem == word.irregular);
      });
    };
    for (const Dictionary::Stem stem : {source.own, source.irregular}) {
      if (stem == Dictionary::unknown) continue;
      for (const auto& translation : dictionary_.translations(stem))
        if (among(dictionary_.target_opposites(translation.stem), target)) return true;
    }
    for (const Dictionary::Stem stem : {target.own, target.irregular}) {
      if (stem == Dictionary::unknown) continue;
      for (const Dictionary::Stem back : dictionary_.sources(stem))
        if (among(dictionary_.source_opposites(back), source)) return true;
    }
    return false;
  }

  /// Whether a word that is spelt with a negative affix denies what the negator does: unaided, sin
  /// ayuda.
  bool undone(const Half& here, std::size_t word, const Half& other, const Carrier& carrier) const {
    const auto own = [&](const Carrier& c) {
      return c.word == word && denies(c) && (c.kind == "deny" || carrier.kind == "affix");
    };
    if (std::any_of(here.denials.carriers.begin(), here.denials.carriers.end(), own)) return false;
    const bool meets = here.met[word].met >= Met::shared && here.met[word].with == carrier.word;
    const auto other_sort = [&](const Carrier& c) { return c.word == word && c.kind == "other"; };
    if (carrier.kind == "deny" && !carrier.mild && meets &&
        std::none_of(here.denials.carriers.begin(), here.denials.carriers.end(), other_sort))
      return true;
    if (carrier.bare.empty()) return false;
    if (likeness(carrier.bare, here.words[word].folded) >= 0.6) return true;
    ReviewWord bare = other.words[carrier.word];
    bare.stems = carrier.stems;
    return &here == &source_ ? translates(dictionary_, here.words[word], bare)
                             : translates(dictionary_, bare, here.words[word]);
  }

  /// Pairs the negators with words that deny what they do: unaided, sin ayuda.
  void match_undone(Half& here, Half& other) {
    for (Negator& n : here.denials.negators) {
      std::size_t looked = 0;
      for (std::size_t k = n.word + 1; k < n.end && looked < 2; ++k) {
        if (!content(here.words[k])) continue;
        ++looked;
        for (Carrier& c : other.denials.carriers) {
          if (!denies(c) || c.met || n.met || !undone(here, k, other, c)) continue;
          n.met = c.met = true;
          ++matched_;
        }
      }
    }
  }

  /// "Isn't easy" is "es difícil": the word denied has its opposite on the other side, and nothing
  /// denies that.
  void match_opposites(Half& here, Half& other) {
    constexpr std::size_t reach = 3;
    for (Negator& n : here.denials.negators) {
      if (n.met || n.soft || n.head == none || n.head > n.word + reach) continue;
      if (here.met[n.head].met >= Met::shared) continue;
      const Site at = site(here, other, n);
      for (std::size_t k = at.begin; k < at.end && !n.met; ++k) {
        if (!content(other.words[k]) || other.met[k].met >= Met::shared) continue;
        const bool against = &here == &source_
                                 ? opposite(here.words[n.head].stems, other.words[k].stems)
                                 : opposite(other.words[k].stems, here.words[n.head].stems);
        n.met = against &&
                std::none_of(other.denials.negators.begin(), other.denials.negators.end(),
                             [&](const Negator& o) { return o.word < k && k <= o.word + reach; });
      }
    }
  }

  void add(const Negator& negator, Edition edition, double left, double other_left) {
    const bool is_source = edition == Edition::source;
    const Half& here = is_source ? source_ : target_;
    const Half& other = is_source ? target_ : source_;
    const auto words = here.words;
    const auto others = other.words;
    const std::span<const Meet> met = here.met;
    const bool head_met = negator.head != none && met[negator.head].met >= Met::shared;
    const Site at = site(here, other, negator);
    const auto gap = [&](std::size_t word) {
      return word < at.begin  ? static_cast<double>(at.begin - word)
             : word >= at.end ? static_cast<double>(word - at.end + 1)
                              : 0.0;
    };
    // How near a word of some sort stands to where the other side should deny
    const auto near = [&](std::string_view kind, double most, bool free = true) {
      return std::any_of(other.denials.carriers.begin(), other.denials.carriers.end(),
                         [&](const Carrier& c) {
                           return c.kind == kind && gap(c.word) <= most &&
                                  !(free && (c.met || other.met[c.word].met > Met::weak));
                         });
    };
    const auto behind = [&](std::string_view kind) {
      return std::any_of(
          here.denials.carriers.begin(), here.denials.carriers.end(), [&](const Carrier& c) {
            return c.kind == kind && !c.met && c.word > negator.word && c.word <= negator.word + 4;
          });
    };
    // Not just, no es más que; no le falta, no paró de: two that deny make none
    if (behind("only") && !near("only", 6.0, false)) return;
    if (behind("deny") && !near("deny", 2.0)) return;
    Suspicion it;
    it.judge = Judge::negation;
    it.kind = FindingKind::negation;
    Measures& x = it.measures;
    x[0] = is_source;
    x[1] = head_met;
    x[2] = head_met && met[negator.head].met == Met::yes;
    x[3] = negator.kind == "without";
    x[4] = negator.kind == "echo";
    x[5] = negator.kind == "nor";
    x[6] = words[negator.word].folded == "non";
    x[7] = squeeze(matched_);
    x[8] = left - 1.0;
    x[9] = other_left;
    x[10] = squeeze(static_cast<double>(words.size()));
    x[11] = neighbours_meet(met, words, negator.head == none ? negator.word : negator.head, 4);
    x[12] = negator.head == none;
    x[13] = near("deny", 2.0);
    double some = 0.0, all = 1.0;
    for (std::size_t i = 0; i < others.size(); ++i) {
      if (!content(others[i])) continue;
      all += 1.0;
      some += other.met[i].met >= Met::weak;
    }
    x[14] = some / all;
    const std::string_view after = before_word(*here.wording, words, negator.word + 1);
    x[15] = after.find_first_of(",.?!") != std::string_view::npos;
    x[16] = is_source && negator.kind == "not";
    x[17] = is_source && head_met;
    x[18] = near("deny", 1000.0);
    std::size_t looked = 0;
    for (std::size_t k = negator.word + 1; k < negator.end && looked < 3; ++k) {
      if (!content(words[k])) continue;
      ++looked;
      for (std::size_t o = 0; o < others.size() && x[20] == 0.0; ++o) {
        if (gap(o) > 2.0 || !content(others[o])) continue;
        x[20] = is_source ? opposite(words[k].stems, others[o].stems)
                          : opposite(others[o].stems, words[k].stems);
      }
    }
    x[21] = near("affix", 2.0);
    x[22] = at.tight;
    const auto loose = [](const Half& half, std::size_t begin, std::size_t end) {
      double count = 0.0;
      for (std::size_t k = begin; k < std::min(end, half.words.size()); ++k)
        count += content(half.words[k]) && half.met[k].met < Met::weak;
      return squeeze(count);
    };
    x[23] = loose(other, at.begin, at.end);
    x[24] = loose(here,
                  at.left == none ? negator.word - std::min<std::size_t>(negator.word, 3) : at.left,
                  at.right == none ? negator.word + 5 : at.right);
    const auto rendered = [&](std::size_t word) {
      return word < words.size() && counterpart(here, other, word, at.begin, at.end) != none;
    };
    x[25] = rendered(negator.word + 1);
    x[26] = negator.begin > 0 && rendered(negator.begin - 1);
    x[27] = x[25] * x[26];
    x[29] = near("only", 4.0, false) || near("also", 4.0, false);
    x[30] = near("little", 1.0, false);
    x[31] = near("until", 1.0, false);
    x[32] = near("any", 1.0, false);
    x[33] = x[32] * x[4];
    x[34] = near("still", 1.0, false);
    x[35] = near("other", 1.0, false);
    x[36] = near("more", 1.0, false);
    x[39] = x[30] != 0.0 && behind("much");
    x[40] = x[13] * x[24];
    x[28] = x[22] * (x[23] == 0.0);
    x[37] = after == "-";
    x[38] = negator.stray;
    x[19] = x[23] == 0.0 && x[24] == 0.0;
    const Span span = negator.head == none
                          ? words[negator.word].span
                          : Span{words[negator.begin].span.begin, words[negator.head].span.end};
    const std::string_view text = here.wording->side().document.text;
    (is_source ? it.source : it.target) = span;
    if (head_met) (is_source ? it.target : it.source) = others[met[negator.head].with].span;
    it.message = is_source ? Message{"a negation is lost: {1}", {std::string(slice(text, span))}}
                           : Message{"a negation that the source doesn't have: {1}",
                                     {std::string(slice(text, span))}};
    out_.push_back(std::move(it));
  }

  const Dictionary& dictionary_;
  Suspicions& out_;
  Half source_;
  Half target_;
  double matched_ = 0.0;
};

constexpr std::size_t longest = 1000;  // words of a side, beyond which nothing is told

}  // namespace

void suspect_negation(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.source.size() > longest || pairing.target.size() > longest) return;
  // Where a language has no list, nothing can be compared.
  if (!known.source.find(List::polarity, "*") || !known.target.find(List::polarity, "*")) return;
  Check(pairing, known, out).run();
}

}  // namespace cotejo
