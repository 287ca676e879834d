#include "align/gather.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "cotejo/text.hpp"
#include "text/case.hpp"

namespace cotejo {
namespace {

bool tells(const Anchor& anchor) {
  return anchor.kind != AnchorKind::quotation && anchor.kind != AnchorKind::cognate;
}

bool is_name(AnchorKind kind) { return kind >= AnchorKind::person && kind <= AnchorKind::term; }

class Gatherer {
 public:
  Gatherer(const Side& side, const Dictionary& dictionary, Place place, SideTerms& out)
      : side_(side), dictionary_(dictionary), place_(place), out_(out) {}

  std::vector<Spelling> gather() {
    take_words();
    know_words();
    join_phrases();
    count_segments();
    return std::move(spellings_);
  }

 private:
  std::uint32_t type_of(std::string name) {
    return types_.try_emplace(std::move(name), static_cast<std::uint32_t>(types_.size()))
        .first->second;
  }

  /// Anchors swallow the words they stand on.
  void take_words() {
    out_.first.push_back(0);
    auto anchor = side_.anchors.begin();
    for (const Segment& segment : side_.segments) {
      bool first = true;
      Span last;
      for (const Word& word : words(slice(side_.document.text, segment.span), segment.span.begin)) {
        while (anchor != side_.anchors.end() &&
               (anchor->span.end <= word.span.begin || !tells(*anchor)))
          ++anchor;
        if (anchor != side_.anchors.end() && anchor->span.overlaps(word.span)) {
          if (!(anchor->span == last)) add_anchor(*anchor);
          last = anchor->span;
        } else {
          add_word(word, first);
        }
        first = false;
      }
      out_.first.push_back(static_cast<std::uint32_t>(out_.terms.size()));
    }
  }

  void add_anchor(const Anchor& anchor) {
    std::string name = "\x01";  // no word begins so
    for (const std::string& key : anchor.keys) name += key + '\x01';
    const std::uint32_t type = type_of(std::move(name));
    if (type == spellings_.size()) {
      Spelling& spelling = spellings_.emplace_back();
      spelling.keys = anchor.keys;
      spelling.name = is_name(anchor.kind);
      spelling.numeric = !spelling.name;
      lower_.emplace_back();
    }
    ++spellings_[type].occurrences;
    out_.terms.push_back({type, anchor.span});
  }

  void add_word(const Word& word, bool first) {
    const std::string_view text = slice(side_.document.text, word.span);
    std::string folded = fold(text);
    const std::uint32_t type = type_of(folded);
    if (type == spellings_.size()) {
      Spelling& spelling = spellings_.emplace_back();
      spelling.folded = std::move(folded);
      spelling.numeric = word.numeric;
      lower_.push_back(lower_case(text));
    }
    ++spellings_[type].occurrences;
    spellings_[type].capitalised += !first && word.written != Case::lower;
    out_.terms.push_back({type, word.span});
  }

  void know_words() {
    const auto stems = place_ == Place::source ? dictionary_.source_stems(lower_)
                                               : dictionary_.target_stems(lower_);
    for (std::size_t type = 0; type < stems.size(); ++type) {
      if (!spellings_[type].folded.empty()) spellings_[type].stems = stems[type];
    }
  }

  /// Puts one term in the place of the words of a fixed phrase; the longest phrase wins.
  void join_phrases() {
    std::vector<Term> joined;
    joined.reserve(out_.terms.size());
    std::vector<std::uint32_t> first{0};
    for (std::size_t s = 0; s < side_.segments.size(); ++s) {
      const std::span<const Term> terms = out_.of(s);
      for (std::size_t t = 0; t < terms.size();) {
        const Dictionary::Phrase* phrase = phrase_at(terms.subspan(t));
        if (!phrase) {
          joined.push_back(terms[t++]);
          continue;
        }
        std::string name(1, '\x02');
        name += std::to_string(phrase->whole);
        const std::uint32_t type = type_of(std::move(name));
        if (type == spellings_.size()) spellings_.emplace_back().stems.own = phrase->whole;
        ++spellings_[type].occurrences;
        const std::size_t end = t + phrase->words.size();
        joined.push_back({type, {terms[t].span.begin, terms[end - 1].span.end}});
        t = end;
      }
      first.push_back(static_cast<std::uint32_t>(joined.size()));
    }
    out_.terms = std::move(joined);
    out_.first = std::move(first);
  }

  const Dictionary::Phrase* phrase_at(std::span<const Term> terms) const {
    const Dictionary::Stems& stems = spellings_[terms[0].type].stems;
    for (const Dictionary::Stem stem : {stems.own, stems.irregular}) {
      if (stem == Dictionary::unknown) continue;
      for (const Dictionary::Phrase& phrase : place_ == Place::source
                                                  ? dictionary_.source_phrases(stem)
                                                  : dictionary_.target_phrases(stem)) {
        if (phrase.words.size() <= terms.size() &&
            std::equal(phrase.words.begin(), phrase.words.end(), terms.begin(),
                       [&](Dictionary::Stem word, const Term& term) {
                         const Dictionary::Stems& own = spellings_[term.type].stems;
                         return own.own == word || own.irregular == word;
                       })) {
          return &phrase;
        }
      }
    }
    return nullptr;
  }

  void count_segments() {
    constexpr std::uint32_t none = 0xFFFFFFFF;
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
  const Dictionary& dictionary_;
  Place place_;
  SideTerms& out_;
  std::unordered_map<std::string, std::uint32_t> types_;
  std::vector<Spelling> spellings_;
  std::vector<std::string>
      lower_;  // of each type that is a word: accents in place, for the stemmer
};

}  // namespace

std::vector<Spelling> gather(const Side& side, const Dictionary& dictionary, Place place,
                             SideTerms& terms) {
  return Gatherer(side, dictionary, place, terms).gather();
}

}  // namespace cotejo
