#include "review/pairing.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/likeness.hpp"
#include "text/skeleton.hpp"

namespace cotejo {
namespace {

constexpr std::size_t most_candidates = 24;  // of a word: more tell nothing and cost time

/// A run of words on each side that may say the same.
struct Tie {
  Range source;
  Range target;
  double strength = 0.0;
  double gap = 0.0;   ///< between their places, in parts of the sentence
  double kept = 0.0;  ///< how many of its neighbours meet neighbours
};

/// Where words stand, by what they are looked up by. Of what stands everywhere the first places do.
template <typename Key>
class Places {
 public:
  void add(const Key& key, std::size_t place) {
    std::vector<std::size_t>& at = places_[key];
    if (at.size() < most_candidates) at.push_back(place);
  }
  std::span<const std::size_t> at(const Key& key) const {
    const auto found = places_.find(key);
    if (found == places_.end()) return {};
    return found->second;
  }

 private:
  std::unordered_map<Key, std::vector<std::size_t>> places_;
};

using Index = Places<std::string_view>;

class Pairer {
 public:
  Pairer(Pairing& pairing, const Dictionary& dictionary)
      : pairing_(pairing),
        dictionary_(dictionary),
        source_(pairing.source),
        target_(pairing.target) {}

  void pair() {
    tie_anchors();
    tie_words();
    assign();
    // Once more, now that it shows which neighbours meet side by side
    if (ties_.size() <= most_ties) {
      for (Tie& tie : ties_) tie.kept = beside(tie);
      assign();
    }
    for (const Tie& tie : ties_) {
      meet(pairing_.source_met, tie.source, tie.target.begin, Met::shared);
      meet(pairing_.target_met, tie.target, tie.source.begin, Met::shared);
    }
  }

 private:
  static constexpr double weak = 0.65;
  static constexpr std::size_t most_ties = 20000;

  /// The likeliest first, one to one.
  void assign() {
    std::stable_sort(ties_.begin(), ties_.end(),
                     [](const Tie& a, const Tie& b) { return worth(a) > worth(b); });
    pairing_.source_met.assign(source_.size(), {});
    pairing_.target_met.assign(target_.size(), {});
    for (const Tie& tie : ties_) {
      if (free(pairing_.source_met, tie.source) && free(pairing_.target_met, tie.target)) {
        const Met met = tie.strength < weak ? Met::weak : far(tie) ? Met::far : Met::yes;
        meet(pairing_.source_met, tie.source, tie.target.begin, met);
        meet(pairing_.target_met, tie.target, tie.source.begin, met);
      }
    }
  }

  /// How many of the words around meet words around, up to two.
  double beside(const Tie& tie) const {
    constexpr std::size_t reach = 4;
    const std::size_t begin = tie.source.begin - std::min(tie.source.begin, reach);
    const std::size_t end = std::min(source_.size(), tie.source.end + reach);
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (i >= tie.source.begin && i < tie.source.end) continue;
      const Meet& met = pairing_.source_met[i];
      if (met.met < Met::far || source_[i].kind == WordClass::function) continue;
      const std::size_t with = met.with;
      if (tie.target.begin <= with && with < tie.target.end) continue;
      count += with + reach >= tie.target.begin && with < tie.target.end + reach;
    }
    return static_cast<double>(std::min<std::size_t>(count, 2));
  }

  static double worth(const Tie& tie) {
    return tie.strength - 0.4 * tie.gap + 0.08 * tie.kept +
           0.02 *
               static_cast<double>(std::min<std::size_t>(tie.source.size() + tie.target.size(), 8));
  }

  bool far(const Tie& tie) const {
    const double longer = static_cast<double>(std::max(source_.size(), target_.size()));
    return tie.kept < 1.0 && tie.gap > 0.35 && tie.gap * longer > 8.0;
  }

  static bool free(const std::vector<Meet>& met, Range words) {
    for (std::size_t i = words.begin; i < words.end; ++i) {
      if (met[i].met != Met::no) return false;
    }
    return true;
  }

  static void meet(std::vector<Meet>& all, Range words, std::size_t with, Met met) {
    for (std::size_t i = words.begin; i < words.end; ++i) {
      if (all[i].met == Met::no) all[i] = {met, with};
    }
  }

  void tie(Range source, Range target, double strength) {
    const auto place = [](Range words, std::size_t all) {
      return (static_cast<double>(words.begin) + 0.5 * static_cast<double>(words.size())) /
             static_cast<double>(all);
    };
    ties_.push_back({source, target, strength,
                     std::abs(place(source, source_.size()) - place(target, target_.size())), 0.0});
  }

  /// The words that an anchor stands on, as ranges of a bead's words.
  static std::vector<Range> anchored(std::span<const ReviewWord> words) {
    std::vector<Range> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].anchor == none) continue;
      if (i > 0 && words[i - 1].anchor == words[i].anchor) {
        out.back().end = i + 1;
      } else {
        out.push_back({i, i + 1});
      }
    }
    return out;
  }

  void tie_anchors() {
    const std::vector<Range> left = anchored(source_);
    const std::vector<Range> right = anchored(target_);
    Index by_key;
    for (std::size_t t = 0; t < right.size(); ++t) {
      for (const std::string& key : pairing_.anchor(target_[right[t].begin], Edition::target)->keys)
        by_key.add(key, t);
    }
    for (const Range words : left) {
      const Anchor& anchor = *pairing_.anchor(source_[words.begin], Edition::source);
      std::size_t found = 0;
      for (const std::string& key : anchor.keys) {
        for (const std::size_t place : by_key.at(key)) {
          if (found++ >= most_candidates) break;
          tie(words, right[place], anchor.kind == AnchorKind::cognate ? 0.85 : 1.0);
        }
      }
    }
  }

  /// The words of a phrase of the dictionary that begins at word i, and its number.
  std::pair<Range, Dictionary::Stem> phrase(std::span<const ReviewWord> words, std::size_t i,
                                            Edition edition) const {
    for (const Dictionary::Stem stem : {words[i].stems.own, words[i].stems.irregular}) {
      if (stem == Dictionary::unknown) continue;
      for (const Dictionary::Phrase& phrase : edition == Edition::source
                                                  ? dictionary_.source_phrases(stem)
                                                  : dictionary_.target_phrases(stem)) {
        const std::size_t size = phrase.words.size();
        if (size > words.size() - i) continue;
        bool all = true;
        for (std::size_t k = 0; k < size && all; ++k) {
          const Dictionary::Stems& own = words[i + k].stems;
          all = own.own == phrase.words[k] || own.irregular == phrase.words[k];
        }
        if (all) return {{i, i + size}, phrase.whole};
      }
    }
    return {{i, i}, Dictionary::unknown};
  }

  struct Unit {
    Range words;
    Dictionary::Stem stems[2];
  };

  std::vector<Unit> units(std::span<const ReviewWord> words, Edition edition) const {
    std::vector<Unit> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      out.push_back({{i, i + 1}, {words[i].stems.own, words[i].stems.irregular}});
      const auto [range, whole] = phrase(words, i, edition);
      if (whole != Dictionary::unknown) out.push_back({range, {whole, Dictionary::unknown}});
    }
    return out;
  }

  void tie_words() {
    Places<Dictionary::Stem> by_stem;
    const std::vector<Unit> right = units(target_, Edition::target);
    for (std::size_t u = 0; u < right.size(); ++u) {
      for (const Dictionary::Stem stem : right[u].stems)
        if (stem != Dictionary::unknown) by_stem.add(stem, u);
    }
    for (const Unit& unit : units(source_, Edition::source)) {
      std::size_t found = 0;
      const auto look = [&](Dictionary::Stem stem, double strength) {
        for (const std::size_t place : by_stem.at(stem)) {
          if (found++ >= most_candidates) break;
          const Unit& other = right[place];
          if (unit.words.size() == 1 && other.words.size() == 1 &&
              source_[unit.words.begin].kind == WordClass::function &&
              target_[other.words.begin].kind == WordClass::function)
            continue;
          tie(unit.words, other.words, strength);
        }
      };
      for (const Dictionary::Stem own : unit.stems) {
        if (own == Dictionary::unknown) continue;
        for (const auto& [stem, probability] : dictionary_.translations(own))
          look(stem, probability > 0 ? 0.7 + 0.25 * static_cast<double>(probability) : 0.9);
      }
      if (unit.words.size() > 1 || source_[unit.words.begin].kind == WordClass::function) continue;
      // By way of a word that both translate: weaker, but better than nothing
      found = 0;
      for (const Dictionary::Stem own : unit.stems) {
        if (own == Dictionary::unknown) continue;
        const auto first = dictionary_.translations(own);
        if (first.size() > 8) continue;
        for (const auto& between : first) {
          const auto back = dictionary_.sources(between.stem);
          if (back.size() > 8) continue;
          for (const Dictionary::Stem same : back) {
            if (same == own) continue;
            const auto second = dictionary_.translations(same);
            if (second.size() > 8) continue;
            for (const auto& translation : second) look(translation.stem, 0.5);
          }
        }
      }
    }
    tie_alike();
  }

  /// Words spelt the same or alike.
  void tie_alike() {
    Index same;
    Index beginning;
    Places<std::string> bones;
    for (std::size_t t = 0; t < target_.size(); ++t) {
      const ReviewWord& word = target_[t];
      if (word.kind == WordClass::function) continue;
      const std::string_view folded = word.folded;
      same.add(folded, t);
      if (word.numeric) continue;
      if (folded.size() >= 5) beginning.add(folded.substr(0, 4), t);
      if (folded.size() >= 4) bones.add(skeleton(folded), t);
    }
    for (std::size_t s = 0; s < source_.size(); ++s) {
      const ReviewWord& word = source_[s];
      if (word.kind == WordClass::function) continue;
      const std::string_view folded = word.folded;
      for (const std::size_t place : same.at(folded)) {
        if (word.numeric || folded.size() >= 3 || word.written != Case::lower)
          tie({s, s + 1}, {place, place + 1}, 0.95);
      }
      if (word.numeric) continue;
      const auto compare = [&](std::size_t t) {
        const double alike = likeness(folded, target_[t].folded);
        if (alike >= 0.6 && alike < 1.0)
          tie({s, s + 1}, {t, t + 1}, alike >= 0.8 ? 0.8 * alike : 0.6 * alike);
      };
      if (folded.size() >= 5) {
        for (const std::size_t place : beginning.at(folded.substr(0, 4))) compare(place);
      }
      if (folded.size() >= 4) {
        const std::string own = skeleton(folded);
        if (own.size() < 3) continue;
        for (const std::size_t place : bones.at(own)) compare(place);
      }
    }
  }

  Pairing& pairing_;
  const Dictionary& dictionary_;
  std::span<const ReviewWord> source_;
  std::span<const ReviewWord> target_;
  std::vector<Tie> ties_;
};

}  // namespace

bool translates(const Dictionary& dictionary, const ReviewWord& source, const ReviewWord& target) {
  for (const Dictionary::Stem own : {source.stems.own, source.stems.irregular}) {
    if (own == Dictionary::unknown) continue;
    for (const auto& translation : dictionary.translations(own)) {
      if (translation.stem == target.stems.own || translation.stem == target.stems.irregular)
        return true;
    }
  }
  return false;
}

Pairing pair_words(const Wording& source, Range source_segments, const Wording& target,
                   Range target_segments, const Dictionary& dictionary) {
  Pairing pairing{&source, &target, source.words(source_segments), target.words(target_segments),
                  {},      {}};
  Pairer(pairing, dictionary).pair();
  return pairing;
}

}  // namespace cotejo
