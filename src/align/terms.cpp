#include "align/terms.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "align/cognate.hpp"
#include "cotejo/text.hpp"
#include "text/case.hpp"
#include "text/skeleton.hpp"

namespace cotejo {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// What is known of a type while the sides are being linked.
struct Spelling {
  std::string folded;
  std::string lower;  // accents in place, for the stemmer
  bool anchor = false;
  std::uint32_t capitalised = 0;  // occurrences inside a sentence with a capital
  std::uint32_t occurrences = 0;
  bool numeric = false;
  Dictionary::Stems stems;
};

class Gatherer {
 public:
  Gatherer(const Side& side, SideTerms& out) : side_(side), out_(out) {}

  void gather() {
    out_.first.push_back(0);
    std::size_t anchor = 0;
    for (const Segment& segment : side_.segments) {
      std::size_t position = 0;
      for (const Word& word : words(slice(side_.document.text, segment.span), segment.span.begin)) {
        add_word(word, position++ == 0);
      }
      (void)anchor;
      out_.first.push_back(static_cast<std::uint32_t>(out_.terms.size()));
    }
    count_segments();
  }

  std::vector<Spelling>& spellings() { return spellings_; }

 private:
  void add_word(const Word& word, bool first) {
    const std::string_view text = slice(side_.document.text, word.span);
    std::string folded = fold(text);
    const auto [place, fresh] =
        numbers_.try_emplace(std::move(folded), static_cast<std::uint32_t>(spellings_.size()));
    if (fresh) {
      Spelling spelling;
      spelling.folded = place->first;
      spelling.lower = lower_case(text);
      spelling.numeric = word.numeric;
      spellings_.push_back(std::move(spelling));
    }
    Spelling& spelling = spellings_[place->second];
    ++spelling.occurrences;
    spelling.capitalised += !first && word.written != Case::lower;
    out_.terms.push_back({place->second, word.span});
  }

  void count_segments() {
    out_.types.resize(spellings_.size());
    std::vector<std::uint32_t> last(spellings_.size(), none);
    for (std::uint32_t s = 0; s + 1 < out_.first.size(); ++s) {
      for (const Term& term : out_.of(s)) {
        if (last[term.type] == s) continue;
        last[term.type] = s;
        ++out_.types[term.type].segments;
      }
    }
  }

  const Side& side_;
  SideTerms& out_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Spelling> spellings_;
};

using Matches = std::vector<std::vector<Link>>;

constexpr float dictionary_strength = 0.9F;
constexpr float skeleton_strength = 0.6F;

/// Source type -> target types that can be its translation.
Matches link(const std::vector<Spelling>& source, const std::vector<Spelling>& target,
             const Dictionary& dictionary) {
  std::unordered_map<std::string_view, std::uint32_t> by_spelling;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_bones;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_beginning;
  std::unordered_map<Dictionary::Stem, std::vector<std::uint32_t>> by_stem;
  for (std::uint32_t t = 0; t < target.size(); ++t) {
    const Spelling& spelling = target[t];
    by_spelling.emplace(spelling.folded, t);
    for (const Dictionary::Stem stem : {spelling.stems.own, spelling.stems.irregular}) {
      if (stem != Dictionary::unknown) by_stem[stem].push_back(t);
    }
    if (spelling.numeric) continue;
    if (spelling.folded.size() >= 4) by_bones[skeleton(spelling.folded)].push_back(t);
    if (spelling.folded.size() >= 5)
      by_beginning[std::string_view(spelling.folded).substr(0, 4)].push_back(t);
  }
  Matches matches(source.size());
  for (std::uint32_t s = 0; s < source.size(); ++s) {
    const Spelling& spelling = source[s];
    std::vector<Link>& found = matches[s];
    if (const auto same = by_spelling.find(spelling.folded); same != by_spelling.end()) {
      if (spelling.numeric || spelling.folded.size() >= 3 || spelling.capitalised)
        found.push_back({same->second, 1.0F});
    }
    for (const Dictionary::Stem own : {spelling.stems.own, spelling.stems.irregular}) {
      for (const Dictionary::Stem stem : dictionary.translations(own)) {
        const auto known = by_stem.find(stem);
        if (known == by_stem.end()) continue;
        for (const std::uint32_t t : known->second) found.push_back({t, dictionary_strength});
      }
    }
    if (spelling.numeric) continue;
    const auto consider = [&](std::uint32_t t) {
      const double alike = likeness(spelling.folded, target[t].folded);
      if (alike >= 0.7) found.push_back({t, static_cast<float>(std::min(0.9, alike * alike))});
    };
    if (spelling.folded.size() >= 4) {
      const std::string bones = skeleton(spelling.folded);
      if (bones.size() >= 3) {
        if (const auto alike = by_bones.find(bones); alike != by_bones.end()) {
          for (const std::uint32_t t : alike->second) consider(t);
        }
      }
    }
    if (spelling.folded.size() >= 5) {
      if (const auto alike = by_beginning.find(std::string_view(spelling.folded).substr(0, 4));
          alike != by_beginning.end()) {
        for (const std::uint32_t t : alike->second) consider(t);
      }
    }
  }
  return matches;
}

Matches turned(const Matches& matches, std::size_t types) {
  Matches back(types);
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    for (const Link& match : matches[s]) back[match.type].push_back({s, match.strength});
  }
  return back;
}

void post(SideTerms& here, const SideTerms& there, const Matches& matches) {
  std::vector<std::vector<std::uint32_t>> where(there.types.size());
  for (std::uint32_t s = 0; s < there.segments(); ++s) {
    for (const Term& term : there.of(s)) {
      if (where[term.type].empty() || where[term.type].back() != s) where[term.type].push_back(s);
    }
  }
  for (std::size_t type = 0; type < here.types.size(); ++type) {
    std::vector<Posting>& postings = here.types[type].postings;
    for (const Link& match : matches[type]) {
      for (const std::uint32_t segment : where[match.type])
        postings.push_back({segment, match.strength});
    }
    std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
      return a.segment != b.segment ? a.segment < b.segment : a.strength > b.strength;
    });
    postings.erase(
        std::unique(postings.begin(), postings.end(),
                    [](const Posting& a, const Posting& b) { return a.segment == b.segment; }),
        postings.end());
  }
}

/// Function words by what they are: the most frequent short words of a language say nothing of a
/// translation.
bool is_function(const Spelling& spelling, std::string_view language) {
  static const std::unordered_set<std::string_view> en{
      "the",   "a",     "an",    "of",     "and",   "to",    "in",    "he",     "she",  "it",
      "is",    "was",   "that",  "this",   "these", "those", "for",   "on",     "with", "as",
      "at",    "by",    "from",  "his",    "her",   "its",   "their", "they",   "them", "him",
      "i",     "you",   "we",    "us",     "me",    "my",    "your",  "our",    "be",   "been",
      "being", "are",   "were",  "am",     "have",  "has",   "had",   "having", "do",   "does",
      "did",   "or",    "but",   "if",     "so",    "than",  "then",  "there",  "will", "would",
      "can",   "could", "shall", "should", "may",   "might", "must",  "not",    "no",   "s",
      "t",     "d",     "ll",    "re",     "ve",    "m",     "who",   "which",  "what", "into",
      "up",    "out",   "all",   "one",    "some",  "any",   "very",  "also",   "just", "such",
      "more",  "most",  "about"};
  static const std::unordered_set<std::string_view> es{
      "el",    "la",      "los",    "las",   "un",   "una",   "unos",  "unas",   "de",      "del",
      "y",     "e",       "o",      "u",     "a",    "al",    "en",    "que",    "se",      "es",
      "era",   "por",     "con",    "no",    "su",   "sus",   "lo",    "le",     "les",     "me",
      "te",    "nos",     "mi",     "tu",    "como", "mas",   "pero",  "si",     "ya",      "para",
      "este",  "esta",    "estos",  "estas", "ese",  "esa",   "eso",   "esto",   "ha",      "han",
      "he",    "habia",   "habian", "hay",   "ser",  "son",   "fue",   "fueron", "sido",    "esta",
      "estan", "estaba",  "muy",    "yo",    "ella", "ellos", "ellas", "usted",  "ustedes", "quien",
      "cual",  "cuando",  "sobre",  "sin",   "ni",   "tan",   "todo",  "toda",   "todos",   "todas",
      "uno",   "tambien", "sea"};
  const auto& list = language.starts_with("es") ? es : en;
  return list.contains(spelling.folded);
}

void classify(SideTerms& side, const std::vector<Spelling>& spellings, std::string_view language) {
  for (std::size_t type = 0; type < side.types.size(); ++type) {
    const Spelling& spelling = spellings[type];
    TermClass& kind = side.types[type].kind;
    if (spelling.numeric) {
      kind = TermClass::number;
    } else if (is_function(spelling, language)) {
      kind = TermClass::function;
    } else if (spelling.capitalised * 2 > spelling.occurrences) {
      kind = TermClass::name;
    } else if (spelling.stems.own != Dictionary::unknown ||
               spelling.stems.irregular != Dictionary::unknown) {
      kind = TermClass::known;
    } else {
      kind = TermClass::other;
    }
  }
}

std::vector<std::string> lowered(const std::vector<Spelling>& spellings) {
  std::vector<std::string> all;
  all.reserve(spellings.size());
  for (const Spelling& spelling : spellings) all.push_back(spelling.lower);
  return all;
}

}  // namespace

Terms find_terms(const Side& source, const Side& target, const Dictionary& dictionary) {
  Terms terms;
  Gatherer left(source, terms.source);
  Gatherer right(target, terms.target);
  left.gather();
  right.gather();
  const std::vector<Dictionary::Stems> left_stems =
      dictionary.source_stems(lowered(left.spellings()));
  const std::vector<Dictionary::Stems> right_stems =
      dictionary.target_stems(lowered(right.spellings()));
  for (std::size_t i = 0; i < left_stems.size(); ++i) left.spellings()[i].stems = left_stems[i];
  for (std::size_t i = 0; i < right_stems.size(); ++i) right.spellings()[i].stems = right_stems[i];
  classify(terms.source, left.spellings(), source.document.language);
  classify(terms.target, right.spellings(), target.document.language);
  terms.links = link(left.spellings(), right.spellings(), dictionary);
  post(terms.source, terms.target, terms.links);
  post(terms.target, terms.source, turned(terms.links, right.spellings().size()));
  return terms;
}

}  // namespace cotejo
