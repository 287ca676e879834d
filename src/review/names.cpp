#include <algorithm>
#include <cmath>
#include <string>

#include "review/acronyms.hpp"
#include "review/check.hpp"
#include "text/likeness.hpp"

namespace cotejo {
namespace {

/// A run of name words of which at least one isn't met.
struct SaidName {
  Range words;
  std::size_t missed = 0;  ///< words not met
  std::size_t shared = 0;  ///< words said once more than on the other side
  bool sibling = false;    ///< another word of the name is met
  bool table = false;      ///< a name of the tables
  bool known = false;      ///< words of the dictionary
  bool opens = false;
  bool quoted = false;
  bool acronym = false;
  bool used = false;
  double alike = 0.0;  ///< the likest word of the other side
  bool expanded =
      false;  ///< an acronym whose letters begin the other side's words, or the other way
};

bool is_known(const ReviewWord& word, const Dictionary& dictionary, Edition edition) {
  for (const Dictionary::Stem stem : {word.stems.own, word.stems.irregular}) {
    if (stem == Dictionary::unknown) continue;
    if (edition == Edition::source ? !dictionary.translations(stem).empty()
                                   : dictionary.translated(stem))
      return true;
  }
  return false;
}

/// What stands between the words of one name.
bool joined(std::string_view between) {
  return between == " " || between == "-" || between == ". " || between == "'";
}

/// The letters of the acronym begin capitalised words of the other side, in either order: NATO,
/// Organización del Tratado del Atlántico Norte.
bool expands(std::string_view acronym, std::span<const ReviewWord> words,
             std::span<const Meet> met) {
  std::string initials;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (met[i].met >= Met::far) continue;
    const ReviewWord& word = words[i];
    if (word.written != Case::lower && !word.folded.empty()) initials += word.folded[0];
  }
  std::size_t found = 0;
  for (const char letter : acronym) {
    const std::size_t at = initials.find(letter);
    if (at == std::string::npos) continue;
    initials.erase(at, 1);
    ++found;
  }
  return acronym.size() >= 2 && found + (acronym.size() > 3 ? 1 : 0) >= acronym.size();
}

/// Mr, Dr
bool is_title(const ReviewWord& word, const Lexicon& lexicon) {
  const auto short_form = lexicon.find(List::abbreviations, word.folded);
  return short_form && short_form->kind == "title";
}

std::vector<SaidName> names(const Pairing& pairing, Edition edition, const Explained& explained,
                            const Knowing& known) {
  const bool source = edition == Edition::source;
  const auto words = source ? pairing.source : pairing.target;
  const auto others = source ? pairing.target : pairing.source;
  const std::span<const Meet> met = source ? pairing.source_met : pairing.target_met;
  const std::span<const Meet> others_met = source ? pairing.target_met : pairing.source_met;
  std::vector<SaidName> out;
  const std::string_view text = (source ? pairing.from : pairing.to)->side().document.text;
  const Dictionary& dictionary = known.dictionary;
  const auto is_name = [&](std::size_t i) {
    if (words[i].kind != WordClass::name) return false;
    const Anchor* anchor = pairing.anchor(words[i], edition);
    if (anchor && (anchor->kind == AnchorKind::title || anchor->kind == AnchorKind::hashtag))
      return false;
    if (words[i].folded.size() <= 2 && text.substr(words[i].span.end).starts_with('-'))
      return false;  // Co-founder
    return !is_title(words[i], source ? known.source : known.target);
  };
  for (std::size_t i = 0; i < words.size();) {
    if (!is_name(i)) {
      ++i;
      continue;
    }
    SaidName name;
    name.words = {i, i};
    std::size_t shouted = 0;
    for (; i < words.size() && is_name(i) &&
           (i == name.words.begin ||
            joined(slice(text, {words[i - 1].span.end, words[i].span.begin})));
         ++i) {
      const ReviewWord& word = words[i];
      name.words.end = i + 1;
      shouted += word.written == Case::upper;
      if (word.folded.size() == 1) continue;  // an initial, "Y/N"
      if ((source ? explained.source : explained.target)[i]) {
        name.sibling = true;
        continue;
      }
      if (met[i].met == Met::weak && !resembles(word, others[met[i].with])) {
        // By way of a third word: no name is rendered so.
      } else if (met[i].met == Met::shared) {
        ++name.shared;
        continue;
      } else if (met[i].met > Met::shared) {
        name.sibling = true;
        continue;
      }
      ++name.missed;
      const Anchor* anchor = pairing.anchor(word, edition);
      name.table = name.table || (anchor && cotejo::is_name(anchor->kind));
      name.known = name.known || is_known(word, dictionary, edition);
      name.opens = name.opens || word.opens;
      name.quoted = name.quoted || word.quoted;
      name.acronym = name.acronym || word.written == Case::upper;
      if (word.written == Case::upper)
        name.expanded = name.expanded || expands(word.folded, others, others_met);
      for (std::size_t o = 0; o < others.size(); ++o) {
        const ReviewWord& other = others[o];
        if (other.kind == WordClass::function || other.numeric) continue;
        name.alike = std::max(name.alike, likeness(word.folded, other.folded));
        if (word.folded.size() >= 3 && other.folded.size() >= 3 &&
            (word.folded.starts_with(other.folded) || other.folded.starts_with(word.folded)))
          name.alike = 1.0;
        if (other.written == Case::upper && other.folded.size() >= 2 &&
            others_met[o].met == Met::no && other.folded.find(word.folded[0]) != std::string::npos)
          name.expanded = name.expanded || expands(other.folded, words, met);
      }
    }
    constexpr std::size_t outcry = 4;  // words: no name, but a sentence in capitals
    if (shouted >= outcry && shouted == name.words.size()) continue;
    if (name.missed > 0 || (source && name.shared > 0 && !name.sibling)) out.push_back(name);
  }
  return out;
}

/// A capitalised word that may be the name whose counterpart the other side lacks, though it begins
/// a sentence or has a translation: "West, 41".
const ReviewWord* likely_name(std::span<const ReviewWord> words, std::span<const Meet> met,
                              double at, const Lexicon& lexicon) {
  constexpr double near = 0.2;
  const ReviewWord* best = nullptr;
  double nearest = near;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ReviewWord& word = words[i];
    const double gap = std::abs(place(i, words.size()) - at);
    if (word.written == Case::lower || word.numeric || word.kind == WordClass::function ||
        word.kind == WordClass::number || met[i].met > Met::weak || gap >= nearest ||
        is_title(word, lexicon))
      continue;
    best = &word;
    nearest = gap;
  }
  return best;
}

/// Whether a word before or behind a name says that it is a work's: works are renamed freely.
bool called_work(std::span<const ReviewWord> words, Range name, const Lexicon& lexicon) {
  constexpr std::size_t before = 8;
  constexpr std::size_t behind = 4;
  for (std::size_t i = name.begin - std::min(name.begin, before);
       i < std::min(words.size(), name.end + behind); ++i) {
    const auto cue = lexicon.find(List::cues, words[i].folded);
    if (cue && cue->kind == "work" && words[i].written == Case::lower) return true;
  }
  return false;
}

/// How many of the words beside one name meet a word beside the other: said Reed, dijo WSMV.
double company(const Pairing& pairing, Range source, Range target) {
  constexpr std::size_t reach = 3;
  const auto beside = [](std::size_t word, Range name) {
    return word + reach >= name.begin && word < name.end + reach &&
           !(name.begin <= word && word < name.end);
  };
  double count = 0.0;
  for (std::size_t i = source.begin - std::min(source.begin, reach);
       i < std::min(pairing.source.size(), source.end + reach); ++i) {
    const Meet& meet = pairing.source_met[i];
    count += meet.met >= Met::far && beside(i, source) && beside(meet.with, target);
  }
  return count;
}

/// The share of the words that tell something and are met, without those of a name.
double rest_met(std::span<const ReviewWord> words, std::span<const Meet> met, Range name) {
  double all = 1.0;
  double count = 1.0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!content(words[i]) || (name.begin <= i && i < name.end)) continue;
    all += 1.0;
    count += met[i].met >= Met::weak;
  }
  return count / all;
}

/// Whether a word of a side's table names is met by nothing: titles too, Interior Secretary.
bool table_missed(const Pairing& pairing, Edition edition) {
  const auto words = edition == Edition::source ? pairing.source : pairing.target;
  const auto& met = edition == Edition::source ? pairing.source_met : pairing.target_met;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Anchor* anchor = pairing.anchor(words[i], edition);
    if (anchor && cotejo::is_name(anchor->kind) && met[i].met == Met::no &&
        words[i].kind != WordClass::function)
      return true;
  }
  return false;
}

double capitals(std::span<const ReviewWord> words) {
  double all = 1.0;
  double capital = 0.0;
  for (const ReviewWord& word : words) {
    if (word.kind == WordClass::function || word.numeric) continue;
    all += 1.0;
    capital += word.written != Case::lower;
  }
  return capital / all;
}

constexpr std::size_t longest = 400;  // words of a side: every name is compared with each of them

}  // namespace

void suspect_names(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.source.size() > longest || pairing.target.size() > longest) return;
  if (known.dictionary.size() == 0) return;  // which capitals are names isn't known
  const Explained explained = explain_acronyms(pairing);
  std::vector<SaidName> source = names(pairing, Edition::source, explained, known);
  std::vector<SaidName> target = names(pairing, Edition::target, explained, known);
  if (source.empty() && target.empty()) return;
  const double headline = std::max(0.0, capitals(pairing.source) - 0.6);
  const auto count_met = [](std::span<const ReviewWord> words, std::span<const Meet> met) {
    double count = 0.0;
    for (std::size_t i = 0; i < words.size(); ++i)
      count += words[i].kind == WordClass::name && met[i].met >= Met::weak;
    return count;
  };
  const double met = count_met(pairing.source, pairing.source_met);
  const auto gap = [&](const SaidName& s, const SaidName& t) {
    return std::abs(place(s.words.begin, pairing.source.size()) -
                    place(t.words.begin, pairing.target.size()));
  };
  // Flake is rather Blake than Coons, whatever their order.
  const auto cost = [&](const SaidName& s, const SaidName& t) {
    double alike = 0.0;
    for (std::size_t i = s.words.begin; i < s.words.end; ++i)
      for (std::size_t k = t.words.begin; k < t.words.end; ++k)
        alike = std::max(alike, likeness(pairing.source[i].folded, pairing.target[k].folded));
    return gap(s, t) - (alike >= 0.6 ? alike : 0.0);
  };
  // A title in words of the language, rendered by other words
  const auto retitled = [&](const SaidName& s, const SaidName& t) {
    for (std::size_t i = s.words.begin; i < s.words.end; ++i) {
      if (pairing.source_met[i].met <= Met::weak &&
          !is_known(pairing.source[i], known.dictionary, Edition::source))
        return false;
    }
    return called_work(pairing.source, s.words, known.source) ||
           called_work(pairing.target, t.words, known.target);
  };
  const auto add = [&](const SaidName* s, const SaidName* t) {
    if (s && t && retitled(*s, *t)) return;
    Suspicion it;
    it.judge = Judge::entity;
    it.kind = FindingKind::entity;
    Measures& x = it.measures;
    x[0] = s && t;
    x[1] = t && !s;
    x[2] = t ? static_cast<double>(std::min<std::size_t>(t->missed, 3)) : 0.0;
    x[3] =
        s ? (s->missed > 0 ? static_cast<double>(std::min<std::size_t>(s->missed, 3)) : 0.5) : 0.0;
    x[4] = t && t->table;
    x[5] = s && s->table;
    x[6] = t && t->known;
    x[7] = s && s->known;
    x[8] = t && t->opens;
    x[9] = s && s->opens;
    x[10] = (t && t->quoted) || (s && s->quoted);
    x[12] = (t && t->acronym) || (s && s->acronym);
    x[14] = t ? t->alike : 0.0;
    x[15] = s ? s->alike : 0.0;
    x[16] = s && t ? gap(*s, *t) : 0.0;
    x[17] = squeeze(static_cast<double>(source.size() + target.size()));
    x[18] = squeeze(met);
    x[19] = t ? neighbours_meet(pairing.target_met, pairing.target, t->words.begin, 4)
              : neighbours_meet(pairing.source_met, pairing.source, s->words.begin, 4);
    x[20] = (t && t->expanded) || (s && s->expanded);
    x[21] = headline;
    x[22] = (t && t->sibling) || (s && s->sibling);
    x[23] = !s && !t->table && !t->known && !t->opens;
    const Range in_source = s ? s->words : Range{};
    const Range in_target = t ? t->words : Range{};
    // A name that no table and no dictionary has became one of the tables, or an acronym
    x[24] = s && t && !s->known && !s->table && !s->sibling && (t->table || t->acronym);
    x[25] = s && t ? squeeze(company(pairing, in_source, in_target)) : 0.0;
    x[26] = std::min(rest_met(pairing.source, pairing.source_met, in_source),
                     rest_met(pairing.target, pairing.target_met, in_target));
    x[27] = t && t->acronym && !(s && s->acronym);
    x[28] = (!s && t->table && table_missed(pairing, Edition::source)) ||
            (!t && s->table && table_missed(pairing, Edition::target));
    if (s) it.source = span_of(pairing.source, s->words);
    if (t) it.target = span_of(pairing.target, t->words);
    if (!s) {
      const ReviewWord* other =
          likely_name(pairing.source, pairing.source_met,
                      place(t->words.begin, pairing.target.size()), known.source);
      x[11] = other != nullptr;
      if (other) it.source = other->span;
    } else if (!t) {
      const ReviewWord* other =
          likely_name(pairing.target, pairing.target_met,
                      place(s->words.begin, pairing.source.size()), known.target);
      x[13] = other != nullptr;
      if (other) it.target = other->span;
    }
    it.message = side_by_side(pairing, it.source, it.target);
    out.push_back(std::move(it));
  };
  for (const SaidName& t : target) {
    SaidName* best = nullptr;
    for (SaidName& s : source) {
      if (s.missed == 0 && (gap(s, t) > 0.12 || cost(s, t) < gap(s, t))) continue;
      if (!s.used && (!best || cost(s, t) < cost(*best, t))) best = &s;
    }
    if (best) best->used = true;
    add(best, &t);
  }
  for (const SaidName& s : source) {
    if (!s.used && s.missed > 0) add(&s, nullptr);
  }
}

}  // namespace cotejo
