#include "review/document_checks.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

struct Rendering {
  std::size_t times = 0;
  std::size_t bead = 0;  ///< where it was met last
  Span source;
  Span target;
  std::string text;
};

using Renderings = std::map<std::string, std::map<std::string, Rendering>>;

void note(Renderings& all, const std::string& from, const std::string& to, std::size_t bead,
          Span source, Span target, std::string_view text) {
  Rendering& rendering = all[from][to];
  ++rendering.times;
  rendering.bead = bead;
  rendering.source = source;
  rendering.target = target;
  rendering.text = slice(text, target);
}

/// The words of an anchor that stands at word i, and the word behind it.
std::pair<Span, std::size_t> whole(std::span<const ReviewWord> words, std::size_t i) {
  std::size_t end = i + 1;
  while (end < words.size() && words[end].anchor == words[i].anchor) ++end;
  return {span_of(words, {i, end}), end};
}

/// Forms that differ in number, or of which one is a short form of the other: Obama and Barack
/// Obama, NATO and North Atlantic Treaty Organization.
bool akin(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.find(a) != std::string_view::npos || a.size() <= 5) return true;
  const auto stem = [](std::string_view form) {
    if (form.ends_with('s')) form.remove_suffix(1);
    if (form.ends_with('e') || form.ends_with('o') || form.ends_with('a')) form.remove_suffix(1);
    return form;
  };
  return stem(a) == stem(b);
}

}  // namespace

void find_terminology(const std::vector<Pairing>& pairings, Strictness strictness,
                      std::vector<Finding>& out) {
  Renderings renderings;
  for (std::size_t p = 0; p < pairings.size(); ++p) {
    const Pairing& pairing = pairings[p];
    for (std::size_t i = 0; i < pairing.source.size(); ++i) {
      const ReviewWord& word = pairing.source[i];
      const Meet& met = pairing.source_met[i];
      if (met.met != Met::yes || word.folded.size() < 3) continue;
      const ReviewWord& other = pairing.target[met.with];
      const std::string_view text = pairing.to->side().document.text;
      const Anchor* anchor = pairing.anchor(word, Edition::source);
      if (anchor && is_name(anchor->kind)) {
        // Of a name of the tables "US" beside "United States" is no fault, and persons have many
        // ways to be called.
        const Anchor* theirs = pairing.anchor(other, Edition::target);
        const auto [span, end] = whole(pairing.source, i);
        if (theirs && anchor->kind != AnchorKind::person && anchor->kind != AnchorKind::title &&
            anchor->kind != AnchorKind::demonym && theirs->keys == anchor->keys &&
            word.written != Case::upper && other.written != Case::upper) {
          const std::string_view from = pairing.from->side().document.text;
          note(renderings, fold(slice(from, span)), fold(slice(text, theirs->span)), p, span,
               theirs->span, text);
        }
        i = end - 1;
      } else if (word.kind == WordClass::name && other.kind == WordClass::name) {
        note(renderings, word.folded, other.folded, p, word.span, other.span, text);
      }
    }
  }
  for (const auto& [word, all] : renderings) {
    const auto most = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.second.times < b.second.times;
    });
    for (const auto& [form, rendering] : all) {
      if (rendering.times * 2 > most->second.times || akin(form, most->first)) continue;
      Finding& finding = out.emplace_back();
      finding.kind = FindingKind::terminology;
      finding.severity = strictness == Strictness::strict ? Severity::major : Severity::minor;
      finding.bead = rendering.bead;
      finding.source = rendering.source;
      finding.target = rendering.target;
      finding.confidence = 0.5;
      finding.message = Message{"{1} here, elsewhere {2}", {rendering.text, most->second.text}};
    }
  }
}

void find_order(const Side& source, const Side& target, const std::vector<Bead>& beads,
                const std::vector<Bead>& moved, std::vector<Finding>& out) {
  const auto passage = [](const Side& side, Range segments) {
    return Span{side.segments[segments.begin].span.begin, side.segments[segments.end - 1].span.end};
  };
  for (const Bead& bead : moved) {
    if (bead.source.empty() || bead.target.empty()) continue;
    Finding& finding = out.emplace_back();
    finding.kind = FindingKind::order;
    finding.severity = Severity::minor;
    finding.confidence = bead.confidence;
    finding.source = passage(source, bead.source);
    finding.target = passage(target, bead.target);
    finding.message = Message{"this passage stands elsewhere in the translation", {}};
    for (std::size_t b = 0; b < beads.size(); ++b) {
      if (beads[b].source.begin <= bead.source.begin && bead.source.begin < beads[b].source.end)
        finding.bead = b;
    }
  }
}

}  // namespace cotejo
