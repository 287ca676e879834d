#include "review/wording.hpp"

#include <algorithm>
#include <string_view>

#include "cotejo/text.hpp"
#include "text/case.hpp"

namespace cotejo {
namespace {

/// "Mr.", "Sen.", "J.": the point ends no sentence.
bool abbreviates(const ReviewWord& word) {
  return word.written != Case::lower && word.folded.size() <= 3;
}

/// Marks behind which a sentence or a quotation begins. A comma, a hyphen or an apostrophe before
/// a word is no such mark.
bool opens_behind(std::string_view between, const ReviewWord* before) {
  if (!before) return true;
  if (between == ". " && abbreviates(*before)) return false;
  for (std::size_t at = 0; at < between.size();) {
    const char32_t mark = next_code_point(between, at);
    // A straight mark that a space follows closes: "there," Reed said.
    if (mark == U'"' && at < between.size()) continue;
    switch (mark) {
      case U'.':
      case U'?':
      case U'!':
      case U':':
      case U'\u2026':
      case U'"':
      case U'\u201C':
      case U'\u00AB':
      case U'\u00BF':
      case U'\u00A1':
      case U'\u2014':
      case U'\u2022':
        return true;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

Wording::Wording(const Side& side, const Dictionary& dictionary, Edition edition) : side_(&side) {
  const std::string_view text = side.document.text;
  std::size_t anchor = 0;
  std::size_t quotation = 0;
  std::size_t quoted_to = 0;
  first_.push_back(0);
  for (const Segment& segment : side.segments) {
    std::size_t last = segment.span.begin;
    bool first = true;
    for (const Word& word : cotejo::words(slice(text, segment.span), segment.span.begin)) {
      ReviewWord& out = words_.emplace_back();
      out.span = word.span;
      out.folded = fold(slice(text, word.span));
      out.written = word.written;
      out.numeric = word.numeric;
      out.opens = opens_behind(slice(text, {last, word.span.begin}),
                               first ? nullptr : &words_[words_.size() - 2]);
      first = false;
      last = word.span.end;
      for (;
           quotation < side.anchors.size() && side.anchors[quotation].span.begin <= word.span.begin;
           ++quotation) {
        if (side.anchors[quotation].kind == AnchorKind::quotation)
          quoted_to = std::max(quoted_to, side.anchors[quotation].span.end);
      }
      out.quoted = word.span.begin < quoted_to;
      while (anchor < side.anchors.size() && (side.anchors[anchor].kind == AnchorKind::quotation ||
                                              side.anchors[anchor].span.end <= word.span.begin))
        ++anchor;
      if (anchor < side.anchors.size() && side.anchors[anchor].span.overlaps(word.span))
        out.anchor = anchor;
    }
    first_.push_back(words_.size());
  }
  know(dictionary, edition);
}

void Wording::know(const Dictionary& dictionary, Edition edition) {
  constexpr std::size_t few = 2;
  constexpr std::size_t some = 5;
  std::vector<std::string> lower;
  lower.reserve(words_.size());
  for (const ReviewWord& word : words_)
    lower.push_back(lower_case(slice(side_->document.text, word.span)));
  const bool source = edition == Edition::source;
  const auto stems = source ? dictionary.source_stems(lower) : dictionary.target_stems(lower);
  const auto counterparts = [&](Dictionary::Stem stem) {
    return source ? dictionary.translations(stem).size() : dictionary.sources(stem).size();
  };
  for (std::size_t i = 0; i < words_.size(); ++i) {
    ReviewWord& word = words_[i];
    word.stems = stems[i];
    const AnchorKind* anchor = word.anchor == none ? nullptr : &side_->anchors[word.anchor].kind;
    const std::size_t count =
        std::max(counterparts(word.stems.own), counterparts(word.stems.irregular));
    if (word.numeric || (anchor && has_value(*anchor))) {
      word.kind = WordClass::number;
    } else if (word.stems.function &&
               !(word.written == Case::upper && word.folded.size() > 1 && anchor)) {
      word.kind = WordClass::function;
    } else if (word.stems.light && !anchor) {
      word.kind = WordClass::light;
    } else if ((anchor && is_name(*anchor) && *anchor != AnchorKind::term) ||
               (word.written != Case::lower && (!word.opens || count == 0))) {
      word.kind = WordClass::name;
    } else if (count == 0) {
      word.kind = WordClass::other;
    } else {
      word.kind = count <= few    ? WordClass::exact
                  : count <= some ? WordClass::usual
                                  : WordClass::frequent;
    }
  }
}

bool same_stem(const Dictionary::Stems& a, const Dictionary::Stems& b) {
  for (const Dictionary::Stem x : {a.own, a.irregular}) {
    if (x != Dictionary::unknown && (x == b.own || x == b.irregular)) return true;
  }
  return false;
}

}  // namespace cotejo
