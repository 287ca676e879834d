#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "review/check.hpp"
#include "review/denial.hpp"
#include "text/case.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest = 300;  // words of a side: all are compared with all

/// Inside a number or a measure a word has no opposite, but for ordinals.
bool measured(const Pairing& pairing, std::size_t word, Edition edition) {
  const auto& words = edition == Edition::source ? pairing.source : pairing.target;
  const Anchor* anchor = pairing.anchor(words[word], edition);
  return words[word].numeric ||
         (anchor && has_value(anchor->kind) && !anchor->keys[0].starts_with("o:"));
}

/// A word without the prefix that turns its meaning round: unfair, ilegal. Empty when it has none.
std::string_view turned_round(std::string_view word) {
  for (const std::string_view prefix :
       {"anti", "non", "dis", "des", "mis", "un", "in", "im", "ir", "il"}) {
    if (word.starts_with(prefix) && word.size() >= prefix.size() + 4)
      return word.substr(prefix == "il" && word[2] != 'l' ? 1 : prefix.size());
  }
  return {};
}

/// For each word of a side the stems without such a prefix.
std::vector<Dictionary::Stems> roots(const Wording& wording, std::span<const ReviewWord> words,
                                     const Dictionary& dictionary, Edition edition) {
  std::vector<std::string> bare;
  for (const ReviewWord& word : words) {
    const std::string lower = lower_case(slice(wording.side().document.text, word.span));
    bare.emplace_back(turned_round(lower));
  }
  std::vector<Dictionary::Stems> out =
      edition == Edition::source ? dictionary.source_stems(bare) : dictionary.target_stems(bare);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (bare[i].empty()) out[i] = {};
  return out;
}

/// What makes two words opposites.
struct Opposition {
  double of_source = 0.0;  ///< the share of the source's translations that the target's is against
  double of_target = 0.0;  ///< the share of the target's sources that the source's is against
  bool derived = false;    ///< one has a prefix before what translates the other

  double sum() const { return of_source + of_target + (derived ? 1.0 : 0.0); }
};

class Opposites {
 public:
  Opposites(const Pairing& pairing, const Knowing& known)
      : pairing_(pairing),
        dictionary_(known.dictionary),
        source_lexicon_(known.source),
        target_lexicon_(known.target),
        source_roots_(roots(*pairing.from, pairing.source, dictionary_, Edition::source)),
        target_roots_(roots(*pairing.to, pairing.target, dictionary_, Edition::target)),
        source_negators_(negators(pairing.source, known.source)),
        target_negators_(negators(pairing.target, known.target)) {
    for (std::size_t s = 0; s < pairing.source.size(); ++s) {
      const Meet& meet = pairing.source_met[s];
      if (meet.met == Met::yes && meet.with < pairing.target.size()) {
        links_.push_back({static_cast<double>(s), static_cast<double>(meet.with)});
      }
    }
  }

  void run(Suspicions& out) {
    for (std::size_t t = 0; t < pairing_.target.size(); ++t) {
      if (pairing_.target_met[t].met == Met::yes || measured(pairing_, t, Edition::target))
        continue;
      std::size_t best = none;
      Opposition chosen;
      double least = 3.0;
      find_against(t);
      for (std::size_t s = 0; s < pairing_.source.size(); ++s) {
        const Opposition against = opposition(s, t);
        if (against.sum() == 0.0 || measured(pairing_, s, Edition::source) ||
            translates(dictionary_, pairing_.source[s], pairing_.target[t]) || denied_once(s, t) ||
            told_in_turn(s, t))
          continue;
        const double cost = 0.2 * std::abs(offset(s, t)) + 2.0 * apart(s, t) -
                            0.5 * std::min(against.sum(), 2.0) +
                            (pairing_.source_met[s].met == Met::yes ? 1.5 : 0.0);
        if (apart(s, t) >= 0.45 || cost >= least) continue;
        least = cost;
        best = s;
        chosen = against;
      }
      if (best != none) add(best, t, chosen, out);
    }
  }

 private:
  static std::vector<bool> negators(std::span<const ReviewWord> words, const Lexicon& lexicon) {
    std::vector<bool> out;
    for (const ReviewWord& word : words) {
      const auto entry = lexicon.find(List::polarity, word.folded);
      out.push_back(entry && entry->kind != "weak" && entry->kind != "idle" &&
                    entry->value != "mild");
    }
    return out;
  }

  static std::string_view sort(const Lexicon& lexicon, const ReviewWord& word) {
    const auto entry = lexicon.find(List::polarity, word.folded);
    return !entry ? std::string_view{} : entry->kind == "weak" ? entry->value : entry->kind;
  }

  /// Whether a word that denies stands before one in its clause: right before it ("isn't easy",
  /// "no es nada fácil"), or somewhere.
  static bool denied(const Wording& wording, std::span<const ReviewWord> words, std::size_t at,
                     const Lexicon& lexicon, bool direct) {
    const std::size_t reach = direct ? 4 : 9;
    std::size_t between = 0;
    for (std::size_t i = at; i > 0 && i + reach > at && (!direct || between < 2); --i) {
      if (before_word(wording, words, i).find_first_of(",.;:?!()") != std::string_view::npos) break;
      const ReviewWord& word = words[i - 1];
      const std::string_view how = sort(lexicon, word);
      if (how == "not" || how == "clitic" || how == "echo" || how == "alone" || how == "behind" ||
          how == "nor" || how == "without")
        return true;
      between += content(word) && word.kind != WordClass::light;
    }
    return false;
  }

  /// "Not far" is "cerca": one of the two opposites is denied, and nothing about the other.
  bool denied_once(std::size_t s, std::size_t t) const {
    const auto source = [&](bool direct) {
      return denied(*pairing_.from, pairing_.source, s, source_lexicon_, direct);
    };
    const auto target = [&](bool direct) {
      return denied(*pairing_.to, pairing_.target, t, target_lexicon_, direct);
    };
    return (source(true) && !target(false)) || (target(true) && !source(false));
  }

  /// "X before Y" is "X y después Y".
  bool told_in_turn(std::size_t s, std::size_t t) const {
    const auto role = [](const Lexicon& lexicon, List list, const ReviewWord& word) {
      const auto entry = lexicon.find(list, word.folded);
      return entry ? entry->kind : std::string_view{};
    };
    const auto joined = [&](std::span<const ReviewWord> words, std::size_t at,
                            const Lexicon& lexicon) {
      return at == 0 || role(lexicon, List::numbers, words[at - 1]) == "join";
    };
    const auto goes_on = [&](const Wording& wording, std::span<const ReviewWord> words,
                             std::size_t at, const Lexicon& lexicon) {
      const bool parted =
          before_word(wording, words, at).find_first_of(",.;:") != std::string_view::npos;
      return sort(lexicon, words[at]) == "after" && (parted || joined(words, at, lexicon)) &&
             (at + 1 == words.size() || role(lexicon, List::calendar, words[at + 1]) != "of");
    };
    return (goes_on(*pairing_.from, pairing_.source, s, source_lexicon_) &&
            !joined(pairing_.target, t, target_lexicon_)) ||
           (goes_on(*pairing_.to, pairing_.target, t, target_lexicon_) &&
            !joined(pairing_.source, s, source_lexicon_));
  }

  double apart(std::size_t s, std::size_t t) const {
    return std::abs(place(s, pairing_.source.size()) - place(t, pairing_.target.size()));
  }

  /// How many words the target's stands behind where the words about the source's have theirs.
  double offset(std::size_t s, std::size_t t) const {
    const double at = static_cast<double>(s);
    std::pair<double, double> before{-1.0, -1.0};
    std::pair<double, double> behind{static_cast<double>(pairing_.source.size()),
                                     static_cast<double>(pairing_.target.size())};
    for (const auto& link : links_) {
      if (link.first < at) before = link;
      if (link.first > at) {
        behind = link;
        break;
      }
    }
    const double from_left = before.second + (at - before.first);
    const double from_right = behind.second - (behind.first - at);
    const double here = static_cast<double>(t);
    const double left = here - from_left, right = here - from_right;
    return std::abs(left) < std::abs(right) ? left : right;
  }

  /// The nearest words that meet on one side of both, as a share: 1 for words next to them.
  double joint(std::size_t s, std::size_t t, double side) const {
    double best = 0.0;
    for (const auto& [from, to] : links_) {
      const double a = side * (from - static_cast<double>(s));
      const double b = side * (to - static_cast<double>(t));
      if (a <= 0.0 || b <= 0.0 || a > 6.0 || b > 7.0) continue;
      best = std::max(best, 2.0 / (a + b));
    }
    return best;
  }

  static double unmet_near(std::span<const ReviewWord> words, std::span<const Meet> met,
                           std::size_t at) {
    double count = 0.0;
    for (std::size_t i = at - std::min<std::size_t>(at, 4); i < std::min(words.size(), at + 5); ++i)
      count += i != at && content(words[i]) && met[i].met < Met::weak;
    return count;
  }

  static double negators_near(const std::vector<bool>& all, std::size_t at) {
    double count = 0.0;
    for (std::size_t i = at - std::min<std::size_t>(at, 5); i < std::min(all.size(), at + 3); ++i)
      count += i != at && all[i];
    return count;
  }

  static bool beside_number(std::span<const ReviewWord> words, std::size_t at) {
    for (std::size_t i = at - std::min<std::size_t>(at, 2); i < std::min(words.size(), at + 3); ++i)
      if (words[i].kind == WordClass::number) return true;
    return false;
  }

  /// The source stems that say the opposite of a target word, each as often as it does.
  void find_against(std::size_t t) {
    by_target_.clear();
    by_source_.clear();
    sources_ = 0.0;
    for (const Dictionary::Stem stem :
         {pairing_.target[t].stems.own, pairing_.target[t].stems.irregular}) {
      for (const Dictionary::Stem opposite : dictionary_.target_opposites(stem))
        for (const Dictionary::Stem source : dictionary_.sources(opposite)) ++by_target_[source];
      for (const Dictionary::Stem source : dictionary_.sources(stem)) {
        ++sources_;
        for (const Dictionary::Stem opposite : dictionary_.source_opposites(source))
          ++by_source_[opposite];
      }
    }
  }

  Opposition opposition(std::size_t s, std::size_t t) const {
    Opposition out;
    const Dictionary::Stems& stems = pairing_.source[s].stems;
    const auto of = [&](const std::map<Dictionary::Stem, double>& counts) {
      double most = 0.0;
      for (const Dictionary::Stem stem : {stems.own, stems.irregular}) {
        const auto found = counts.find(stem);
        if (found != counts.end()) most = std::max(most, found->second);
      }
      return most;
    };
    out.of_source = of(by_target_) / std::max(1.0, translations(s));
    out.of_target = of(by_source_) / std::max(1.0, sources_);
    ReviewWord bare = pairing_.source[s];
    bare.stems = source_roots_[s];
    out.derived = translates(dictionary_, bare, pairing_.target[t]);
    bare = pairing_.target[t];
    bare.stems = target_roots_[t];
    out.derived = out.derived || translates(dictionary_, pairing_.source[s], bare);
    return out;
  }

  double translations(std::size_t s) const {
    const Dictionary::Stems& stems = pairing_.source[s].stems;
    return static_cast<double>(
        dictionary_.translations(stems.own).size() +
        (stems.own == stems.irregular ? 0 : dictionary_.translations(stems.irregular).size()));
  }

  void add(std::size_t s, std::size_t t, const Opposition& against, Suspicions& out) const {
    const ReviewWord& from = pairing_.source[s];
    const ReviewWord& to = pairing_.target[t];
    // What else could render the one, or be rendered by the other
    double source_spare = 0.0, target_spare = 0.0;
    for (const ReviewWord& other : pairing_.target) {
      source_spare += translates(dictionary_, from, other);
      target_spare -= same_stem(other.stems, to.stems);
    }
    for (const ReviewWord& other : pairing_.source) {
      source_spare -= same_stem(other.stems, from.stems);
      target_spare += translates(dictionary_, other, to);
    }
    Suspicion it;
    it.judge = Judge::opposite;
    it.kind = FindingKind::mistranslation;
    Measures& x = it.measures;
    x[0] = static_cast<double>(pairing_.target_met[t].met) / 4.0;
    x[1] = static_cast<double>(pairing_.source_met[s].met) / 4.0;
    x[2] = apart(s, t);
    x[3] = squeeze(std::abs(offset(s, t)));
    x[4] = neighbours_meet(pairing_.target_met, pairing_.target, t, 4);
    x[5] = neighbours_meet(pairing_.source_met, pairing_.source, s, 4);
    x[6] = (against.of_source > 0) + (against.of_target > 0);
    x[7] = joint(s, t, -1.0);
    x[8] = joint(s, t, 1.0);
    x[9] = against.of_source;
    x[10] = against.of_target;
    x[11] = against.derived;
    x[12] = squeeze(translations(s));
    x[13] = squeeze(sources_);
    x[14] = std::clamp(source_spare, -2.0, 2.0);
    x[15] = std::clamp(target_spare, -2.0, 2.0);
    x[16] = negators_near(source_negators_, s);
    x[17] = negators_near(target_negators_, t);
    x[18] = std::abs(x[16] - x[17]) > 0;
    x[19] = unmet_near(pairing_.source, pairing_.source_met, s);
    x[20] = unmet_near(pairing_.target, pairing_.target_met, t);
    x[21] = from.kind == WordClass::function;
    x[22] = to.kind == WordClass::function;
    x[23] = beside_number(pairing_.source, s) || beside_number(pairing_.target, t);
    it.source = from.span;
    it.target = to.span;
    it.message = Message{"{1} in the source, {2} in the translation: the opposite",
                         {std::string(slice(pairing_.from->side().document.text, it.source)),
                          std::string(slice(pairing_.to->side().document.text, it.target))}};
    out.push_back(std::move(it));
  }

  const Pairing& pairing_;
  const Dictionary& dictionary_;
  const Lexicon& source_lexicon_;
  const Lexicon& target_lexicon_;
  std::vector<Dictionary::Stems> source_roots_, target_roots_;
  std::vector<bool> source_negators_, target_negators_;
  std::vector<std::pair<double, double>> links_;  ///< places of words that meet, source and target
  std::map<Dictionary::Stem, double> by_target_, by_source_;
  double sources_ = 0.0;
};

}  // namespace

void suspect_opposites(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.source.size() > longest || pairing.target.size() > longest) return;
  Opposites(pairing, known).run(out);
}

}  // namespace cotejo
