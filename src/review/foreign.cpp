#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <unordered_map>

#include "review/check.hpp"

namespace cotejo {
namespace {

/// The longest run of words that both sides spell the same, by its lower-case words.
struct Copied {
  Range source;
  Range target;
  std::size_t lower = 0;
};

/// Whether it stays as it is in every language.
bool is_address(AnchorKind kind) {
  return kind == AnchorKind::url || kind == AnchorKind::email || kind == AnchorKind::hashtag;
}

/// Whether a word often stands in lower case inside a title, or begins one: the, of, and.
bool inside_title(const ReviewWord& word, const Lexicon& lexicon) {
  if (!lexicon.find(List::function, word.folded)) return false;
  const auto cue = lexicon.find(List::cues, word.folded);
  return cue && (cue->kind == "inside" || cue->kind == "beside");
}

/// Words of names and titles that both sides spell the same: The Lord of the Rings. Each run begins
/// and ends with a capital, and what isn't capitalised in it is too frequent to tell anything. The
/// article before it belongs to it, though the source may have it in lower case, or not.
std::vector<bool> kept_titles(std::span<const ReviewWord> source,
                              std::span<const ReviewWord> target, const Lexicon& lexicon) {
  std::vector<bool> out(target.size(), false);
  constexpr std::size_t longest = 400;  // words: all are compared with all
  if (source.size() > longest || target.size() > longest) return out;
  const auto capital = [](const ReviewWord& word) { return word.written != Case::lower; };
  for (std::size_t t = 0; t < target.size(); ++t) {
    if (!capital(target[t])) continue;
    std::size_t best = 0;
    for (std::size_t s = 0; s < source.size(); ++s) {
      std::size_t size = 0;  // up to the last capital
      for (std::size_t k = 0; s + k < source.size() && t + k < target.size(); ++k) {
        const ReviewWord& word = target[t + k];
        if (word.folded != source[s + k].folded || word.written != source[s + k].written) break;
        if (capital(word) || word.numeric) {
          size = k + 1;
        } else if (!lexicon.find(List::function, word.folded)) {
          break;
        }
      }
      best = std::max(best, size);
    }
    if (best == target.size()) continue;  // a headline is no title in a sentence
    if (best > 0 && t > 0 && inside_title(target[t - 1], lexicon) &&
        target[t - 1].written == Case::capitalised && !target[t - 1].opens)
      out[t - 1] = true;
    if (best < 2) continue;
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(t), best, true);
    t += best - 1;
  }
  return out;
}

Copied longest_copy(std::span<const ReviewWord> source, std::span<const ReviewWord> target,
                    const std::vector<bool>& titles) {
  constexpr std::size_t most_places = 64;  // of one word on the source's side
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t s = 0; s < source.size(); ++s) {
    std::vector<std::size_t>& at = places[source[s].folded];
    if (at.size() < most_places) at.push_back(s);
  }
  Copied best;
  std::unordered_map<std::size_t, std::size_t> last;  // run's end in the source -> its begin
  std::unordered_map<std::size_t, std::size_t> next;
  for (std::size_t t = 0; t < target.size(); ++t) {
    next.clear();
    const auto found = places.find(target[t].folded);
    if (found == places.end()) {
      last.clear();
      continue;
    }
    for (const std::size_t s : found->second) {
      const auto before = s == 0 ? last.end() : last.find(s - 1);
      const std::size_t begin = before == last.end() ? s : before->second;
      next[s] = begin;
      const std::size_t size = s + 1 - begin;
      if (size <= best.source.size()) continue;
      std::size_t lower = 0;
      for (std::size_t k = begin; k <= s; ++k)
        lower += source[k].written == Case::lower && !source[k].numeric && !titles[t + k - s];
      if (lower >= best.lower) best = {{begin, s + 1}, {t + 1 - size, t + 1}, lower};
    }
    std::swap(last, next);
  }
  return best;
}

/// Whether the dictionary renders a word, and by others than this one.
bool rendered(const ReviewWord& source, const ReviewWord& target, const Dictionary& dictionary) {
  const auto known = [&](Dictionary::Stem stem) {
    return stem != Dictionary::unknown && !dictionary.translations(stem).empty();
  };
  return !source.numeric && (known(source.stems.own) || known(source.stems.irregular)) &&
         !translates(dictionary, source, target);
}

/// What a segment is that stays as it is in the source, word for word.
enum class Whole : std::uint8_t {
  no,
  name,      ///< nothing but names, or the title of a work
  headline,  ///< a sentence whose words are capitalised
  sentence,
};

Whole whole_copy(const Pairing& pairing, const Knowing& known) {
  const auto source = pairing.source;
  const auto target = pairing.target;
  if (source.size() != target.size() || target.empty()) return Whole::no;
  std::size_t inside = 0, telling = 0, others = 0, last = none;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const ReviewWord& word = source[i];
    if (word.folded != target[i].folded) return Whole::no;
    if (inside_title(word, known.source)) {
      inside += word.written == Case::lower || word.opens;
      continue;
    }
    if (word.written == Case::lower && !word.numeric) return Whole::sentence;
    if (known.source.find(List::function, word.folded)) {
      telling += word.folded.size() > 1 && !known.target.find(List::function, word.folded);
      continue;
    }
    const Anchor* anchor = pairing.anchor(word, Edition::source);
    const bool called =
        anchor && (anchor->kind == AnchorKind::person || anchor->kind == AnchorKind::place ||
                   anchor->kind == AnchorKind::demonym);
    others += !called && (rendered(word, target[i], known.dictionary) ||
                          (word.kind == WordClass::number && !word.numeric));
    last = i;
  }
  if (last == none) return Whole::sentence;
  constexpr std::size_t words = 4;
  constexpr std::size_t many = 5;
  const std::string_view text = pairing.from->side().document.text;
  const std::string_view all = slice(text, span_of(source, {0, source.size()}));
  const bool list = all.find_first_of(",;/|") != std::string_view::npos;
  const bool spoken = telling > 0 && others > 0;
  const bool said =
      !list && others >= (inside > 0 ? many : words) && others * 3 >= source.size() * 2;
  return source.size() >= words && (spoken || said) ? Whole::headline : Whole::name;
}

/// Whether a word that stands in the source too has an ending with which languages hardly lend a
/// word to others.
bool inflected(const ReviewWord& word, std::string_view language) {
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
      return word.folded.size() > ending.size() + 2 && word.folded.ends_with(ending);
    });
  };
  if (language.starts_with("en")) return ends({"ing", "ed", "ly", "ght"});
  if (language.starts_with("es")) return ends({"ando", "iendo", "aron", "ieron", "mente", "cion"});
  return false;
}

/// Single words left in the source's language, where no longer stretch is.
struct Strays {
  std::size_t words = 0;
  std::size_t inflected = 0;
  std::size_t frequent = 0;  ///< with many translations
  bool at_end = false;
  bool by_name = false;  ///< beside a word that both sides spell the same
  std::size_t first = none;
  std::size_t last = none;
  std::size_t source = none;  ///< the first one's place there
};

Strays strays(const Pairing& pairing, const Knowing& known, const std::vector<bool>& titles) {
  Strays out;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t s = pairing.source.size(); s-- > 0;) {
    if (pairing.source[s].written == Case::lower) places[pairing.source[s].folded] = s;
  }
  const std::string_view text = pairing.to->side().document.text;
  const auto marked = [&](Span span) {  // (word), *word*, spin-off
    const std::string_view marks = "()[]*_-/<>'@#&.";
    return (span.begin > 0 && marks.find(text[span.begin - 1]) != std::string_view::npos) ||
           (span.end + 1 < text.size() && text[span.end] != '.' &&
            marks.find(text[span.end]) != std::string_view::npos);
  };
  const auto words = pairing.target;
  for (std::size_t t = 0; t < words.size(); ++t) {
    const ReviewWord& word = words[t];
    if (word.written != Case::lower || word.numeric || word.quoted || word.folded.size() < 3 ||
        titles[t] || word.stems.function || known.dictionary.translated(word.stems.own) ||
        known.dictionary.translated(word.stems.irregular) || marked(word.span))
      continue;
    const auto found = places.find(word.folded);
    if (found == places.end()) continue;
    const std::size_t s = found->second;
    const ReviewWord& other = pairing.source[s];
    if (other.quoted || !rendered(other, word, known.dictionary)) continue;
    ++out.words;
    out.inflected += inflected(word, pairing.from->side().document.language);
    out.frequent += other.kind == WordClass::usual || other.kind == WordClass::frequent;
    out.at_end = out.at_end || t == 0 || t + 1 == words.size();
    const auto same = [&](std::size_t a, std::size_t b) {
      return a < pairing.source.size() && b < words.size() &&
             pairing.source[a].folded == words[b].folded && !words[b].numeric;
    };
    out.by_name = out.by_name || same(s + 1, t + 1) || (s > 0 && t > 0 && same(s - 1, t - 1));
    if (out.first == none) {
      out.first = t;
      out.source = s;
    }
    out.last = t;
  }
  return out;
}

}  // namespace

void suspect_foreign(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.from->side().document.language == pairing.to->side().document.language) return;
  const auto words = pairing.target;
  const Whole whole = whole_copy(pairing, known);
  if (whole == Whole::name) return;
  const bool headline = whole == Whole::headline;
  std::vector<bool> titles = headline ? std::vector<bool>(words.size(), false)
                                      : kept_titles(pairing.source, words, known.source);
  for (std::size_t t = 0; t < words.size(); ++t) {
    const Anchor* anchor = pairing.anchor(words[t], Edition::target);
    if (anchor && is_address(anchor->kind)) titles[t] = true;
  }
  Copied copy = longest_copy(pairing.source, words, titles);
  if (headline) copy.lower = words.size();  // as it would be in a sentence
  const Strays stray = strays(pairing, known, titles);
  // Frequent words that only one of the two languages has
  const auto theirs = [&](const ReviewWord& word) {
    return word.folded.size() > 1 && known.source.find(List::function, word.folded) &&
           !known.target.find(List::function, word.folded);
  };
  const auto ours = [&](const ReviewWord& word) {
    return known.target.find(List::function, word.folded) &&
           !known.source.find(List::function, word.folded);
  };
  double copied = 0.0, foreign = 0.0, own = 0.0, in_copy = 0.0, quoted = 0.0, source_own = 0.0;
  std::size_t first = none, last = none;
  for (std::size_t t = 0; t < words.size(); ++t) {
    const bool inside = copy.target.begin <= t && t < copy.target.end;
    if (theirs(words[t]) && !titles[t]) {
      foreign += 1.0;
      in_copy += inside;
      quoted += words[t].quoted;
      if (first == none) first = t;
      last = t;
    }
    own += ours(words[t]);
    copied += inside;
  }
  for (const ReviewWord& word : pairing.source) source_own += ours(word);
  if (foreign == 0.0 && copy.lower < 2 && stray.words == 0) return;
  // A title or a whole quotation kept as it is, inside a sentence that is translated
  const auto quotation = [](std::span<const ReviewWord> side, Range range) {
    return !range.empty() && (range.begin == 0 || !side[range.begin - 1].quoted) &&
           (range.end == side.size() || !side[range.end].quoted) && side[range.begin].quoted &&
           side[range.end - 1].quoted;
  };
  if (own > 0.0 && foreign == in_copy && quotation(words, copy.target) &&
      quotation(pairing.source, copy.source))
    return;
  double others = 0.0;  // copied words that the dictionary renders by others
  for (std::size_t k = 0; k < copy.source.size(); ++k) {
    const ReviewWord& word = pairing.source[copy.source.begin + k];
    const std::size_t t = copy.target.begin + k;
    others += (headline || word.written == Case::lower) && !word.numeric && !titles[t] &&
              word.kind != WordClass::other && word.kind != WordClass::function &&
              !translates(known.dictionary, word, words[t]);
  }
  const double size = static_cast<double>(words.size());
  Suspicion it;
  it.judge = Judge::foreign;
  it.kind = FindingKind::untranslated;
  Measures& x = it.measures;
  x[0] = squeeze(static_cast<double>(copy.lower));
  x[1] = static_cast<double>(copy.lower) /
         static_cast<double>(std::max<std::size_t>(1, copy.target.size()));
  x[2] = copied / size;
  x[3] = squeeze(foreign);
  x[4] = foreign / size;
  x[5] = squeeze(in_copy);
  x[6] = own / size;
  x[7] = foreign > 0 ? quoted / foreign : 0.0;
  x[8] = squeeze(source_own);
  x[9] = copy.target.end == words.size();
  x[10] = copied >= size && copy.lower > 1;
  x[11] = own == 0.0;
  x[12] = squeeze(others);
  x[13] = others / size;
  x[14] = squeeze(static_cast<double>(stray.words));
  x[15] = static_cast<double>(stray.words) / size;
  x[16] = squeeze(static_cast<double>(stray.inflected));
  x[17] = squeeze(static_cast<double>(stray.frequent));
  x[18] = stray.at_end;
  x[19] = stray.by_name;
  x[20] = headline;
  Range said = copy.target;
  if (copy.lower < 2 && first != none) said = {first, last + 1};
  if (copy.lower < 2 && first == none) {
    said = {stray.first, stray.last + 1};
    copy.source = {stray.source, stray.source + 1};
  }
  it.source = span_of(pairing.source, copy.source);
  it.target = span_of(words, said);
  it.message = Message{"not translated: {1}",
                       {std::string(slice(pairing.to->side().document.text, it.target))}};
  out.push_back(std::move(it));
}

}  // namespace cotejo
