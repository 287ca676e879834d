#include <algorithm>
#include <string>

#include "review/check.hpp"

namespace cotejo {
namespace {

struct Quoted {
  std::vector<const Anchor*> quotations;
  double words = 0.0;  ///< share of the words that stand in quotations
};

Quoted quoted(const Wording& wording, std::span<const ReviewWord> words, Span span) {
  Quoted out;
  const std::vector<Anchor>& anchors = wording.side().anchors;
  for (auto anchor =
           std::lower_bound(anchors.begin(), anchors.end(), span.begin,
                            [](const Anchor&a, std::size_t at) { return a.span.begin < at; });
       anchor != anchors.end() && anchor->span.begin < span.end; ++anchor) {
    if (anchor->kind == AnchorKind::quotation && span.holds(anchor->span))
      out.quotations.push_back(&*anchor);
  }
  for (const ReviewWord& word : words) out.words += word.quoted;
  return out;
}

/// Marks of any style, doubled ones: apostrophes and single marks mean too much else.
bool has_marks(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u00AB", "\u00BB", "\u201E"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool has_any_marks(std::string_view text) {
  return has_marks(text) || text.find("\u2018") != std::string_view::npos ||
         text.find("\u2019") != std::string_view::npos ||
         text.find('\'') != std::string_view::npos || text.starts_with("\u2014") ||
         text.find("\u2014") != std::string_view::npos;
}

/// A run of words that stand in a quotation on one side and outside on the other.
struct Moved {
  Range source;
  std::size_t words = 0;  ///< that tell something, and are met
};

/// The longest such run; `out` of the quotations of the source, or into those of the target. "He
/// said" may stand inside as well: «Vengo —dijo—, no temas».
Moved moved(const Pairing& pairing, const Knowing& known, bool out) {
  Moved best;
  Moved run;
  for (std::size_t i = 0; i < pairing.source.size(); ++i) {
    const ReviewWord& word = pairing.source[i];
    const Meet& meet = pairing.source_met[i];
    const auto cue = known.source.find(List::cues, word.folded);
    if (cue && cue->kind.starts_with("says")) {
      run = {};
      i = std::min(i + 3, pairing.source.size());
      continue;
    }
    if (meet.met != Met::yes || !content(word)) continue;
    if (word.quoted != out || pairing.target[meet.with].quoted == out) {
      run = {};
      continue;
    }
    if (run.words == 0) run.source.begin = i;
    run.source.end = i + 1;
    ++run.words;
    if (run.words > best.words) best = run;
  }
  return best;
}

}  // namespace

void find_quotations(const Pairing& pairing, const Knowing& known, Span source_span,
                     Span target_span, std::vector<Finding>& out) {
  const Quoted source = quoted(*pairing.from, pairing.source, source_span);
  const Quoted target = quoted(*pairing.to, pairing.target, target_span);
  const std::string_view from = slice(pairing.from->side().document.text, source_span);
  const std::string_view to = slice(pairing.to->side().document.text, target_span);
  const auto add = [&](Span s, Span t, double confidence, Message message) {
    Finding& finding = out.emplace_back();
    finding.kind = FindingKind::quotation;
    finding.severity = Severity::minor;
    finding.source = s;
    finding.target = t;
    finding.confidence = confidence;
    finding.message = std::move(message);
  };
  // A quotation of three words or more without any mark on the other side; titles are set in
  // italics here and in marks there.
  const auto longest = [](const Quoted& side) -> const Anchor* {
    const Anchor* best = nullptr;
    for (const Anchor* anchor : side.quotations) {
      if (!best || anchor->span.size() > best->span.size()) best = anchor;
    }
    return best;
  };
  if (const Anchor* lost = longest(source);
      lost && source.words >= 4 && target.quotations.empty() && !has_any_marks(to)) {
    add(lost->span, {}, 0.6, Message{"the translation has no quotation marks for this", {}});
  } else if (const Anchor* gained = longest(target);
             gained && target.words >= 4 && source.quotations.empty() && !has_any_marks(from)) {
    add({}, gained->span, 0.5, Message{"quotation marks that the source doesn't have", {}});
  } else if (source.quotations.size() == target.quotations.size() && !source.quotations.empty()) {
    const Moved out_of = moved(pairing, known, true);
    const Moved into = moved(pairing, known, false);
    const Moved& worse = out_of.words >= into.words ? out_of : into;
    if (worse.words < 3) return;
    const std::size_t at = pairing.source_met[worse.source.begin].with;
    add(span_of(pairing.source, worse.source), pairing.target[at].span, 0.5,
        &worse == &out_of
            ? Message{"quoted words stand outside the quotation in the translation", {}}
            : Message{"words that stand outside the quotation are put inside in the translation",
                      {}});
  }
}

}  // namespace cotejo
