#include <algorithm>
#include <cmath>
#include <string>

#include "review/check.hpp"

namespace cotejo {
namespace {

bool has(std::span<const Dictionary::Stem> stems, Dictionary::Stem stem) {
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

bool one_of(const Dictionary::Stems& stems, Dictionary::Stem stem) {
  return stem != Dictionary::unknown && (stems.own == stem || stems.irregular == stem);
}

/// By the target's antonyms: an antonym of the target's word would translate the source's.
bool opposite_of_target(const Dictionary& dictionary, const ReviewWord& s, const ReviewWord& t) {
  for (const Dictionary::Stem stem : {t.stems.own, t.stems.irregular}) {
    for (const Dictionary::Stem opposite : dictionary.target_opposites(stem)) {
      const auto sources = dictionary.sources(opposite);
      if (has(sources, s.stems.own) || has(sources, s.stems.irregular)) return true;
    }
  }
  return false;
}

bool opposite_of_source(const Dictionary& dictionary, const ReviewWord& s, const ReviewWord& t) {
  for (const Dictionary::Stem stem : {s.stems.own, s.stems.irregular}) {
    for (const Dictionary::Stem opposite : dictionary.source_opposites(stem)) {
      for (const auto& translation : dictionary.translations(opposite)) {
        if (one_of(t.stems, translation.stem)) return true;
      }
    }
  }
  return false;
}

/// Inside a number or a measure a word has no opposite, but for ordinals.
bool measured(const Pairing& pairing, std::size_t word, Edition edition) {
  const auto& words = edition == Edition::source ? pairing.source : pairing.target;
  const Anchor* anchor = pairing.anchor(words[word], edition);
  return words[word].numeric ||
         (anchor && has_value(anchor->kind) && !anchor->keys[0].starts_with("o:"));
}

constexpr std::size_t longest = 300;  // words of a side: all are compared with all

}  // namespace

void suspect_opposites(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.source.size() > longest || pairing.target.size() > longest) return;
  const Dictionary& dictionary = known.dictionary;
  const auto negators = [](std::span<const ReviewWord> words, const Lexicon& lexicon) {
    double count = 0.0;
    for (const ReviewWord& word : words) {
      const auto entry = lexicon.find(List::polarity, word.folded);
      count += entry && entry->kind != "weak" && entry->kind != "idle";
    }
    return count;
  };
  std::vector<std::size_t> open;
  for (std::size_t s = 0; s < pairing.source.size(); ++s) {
    if (pairing.source_met[s].met != Met::yes && !measured(pairing, s, Edition::source))
      open.push_back(s);
  }
  for (std::size_t t = 0; t < pairing.target.size(); ++t) {
    const ReviewWord& word = pairing.target[t];
    if (pairing.target_met[t].met == Met::yes || measured(pairing, t, Edition::target)) continue;
    std::size_t best = none;
    double nearest = 0.45;
    bool both = false;
    for (const std::size_t s : open) {
      const ReviewWord& other = pairing.source[s];
      const double gap =
          std::abs(place(s, pairing.source.size()) - place(t, pairing.target.size()));
      if (gap >= nearest) continue;
      const bool one = opposite_of_target(dictionary, other, word);
      const bool two = opposite_of_source(dictionary, other, word);
      if ((!one && !two) || translates(dictionary, other, word)) continue;
      nearest = gap;
      best = s;
      both = one && two;
    }
    if (best == none) continue;
    Suspicion it;
    it.judge = Judge::opposite;
    it.kind = FindingKind::mistranslation;
    Measures& x = it.measures;
    x[0] = pairing.target_met[t].met == Met::no;
    x[1] = pairing.source_met[best].met == Met::no;
    x[2] = nearest;
    x[3] = std::abs(negators(pairing.source, known.source) -
                    negators(pairing.target, known.target)) > 0;
    x[4] = neighbours_meet(pairing.target_met, pairing.target, t, 4);
    x[5] = neighbours_meet(pairing.source_met, pairing.source, best, 4);
    x[6] = squeeze(static_cast<double>(pairing.target.size()));
    x[7] = word.kind == WordClass::frequent;
    x[8] = pairing.source[best].kind == WordClass::frequent;
    x[9] = both;
    x[10] = word.kind == WordClass::function;
    x[11] = pairing.source[best].kind == WordClass::function;
    x[12] = word.kind == WordClass::exact;
    x[13] = word.kind == WordClass::name || pairing.source[best].kind == WordClass::name;
    it.source = pairing.source[best].span;
    it.target = word.span;
    it.message = Message{"{1} in the source, {2} in the translation: the opposite",
                         {std::string(slice(pairing.from->side().document.text, it.source)),
                          std::string(slice(pairing.to->side().document.text, it.target))}};
    out.push_back(std::move(it));
  }
}

}  // namespace cotejo
