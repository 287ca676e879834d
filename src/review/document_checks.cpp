#include "review/document_checks.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace cotejo {
namespace {

struct Rendering {
  std::size_t times = 0;
  std::size_t bead = 0;  ///< where it was met last
  Span source;
  Span target;
  std::string text;
};

}  // namespace

void find_terminology(const std::vector<Bead>& beads, const std::vector<Pairing>& pairings,
                      std::vector<Finding>& out) {
  constexpr std::size_t usual = 3;  // times, from which another rendering is an exception
  // Source word, folded -> target word, folded -> where. A name of the tables has one key whatever
  // its form, and "US" beside "United States" is no fault, so only other words count.
  std::map<std::string_view, std::map<std::string_view, Rendering>> renderings;
  for (std::size_t p = 0; p < pairings.size(); ++p) {
    const Pairing& pairing = pairings[p];
    for (std::size_t i = 0; i < pairing.source.size(); ++i) {
      const ReviewWord& word = pairing.source[i];
      const Meet& met = pairing.source_met[i];
      if (met.met != Met::yes || word.kind != WordClass::name || word.folded.size() < 3) continue;
      const ReviewWord& other = pairing.target[met.with];
      const Anchor* anchor = pairing.anchor(word, Edition::source);
      if ((anchor && is_name(anchor->kind)) || other.kind != WordClass::name) continue;
      Rendering& rendering = renderings[word.folded][other.folded];
      ++rendering.times;
      rendering.bead = p;
      rendering.source = word.span;
      rendering.target = other.span;
      rendering.text = slice(pairing.to->side().document.text, other.span);
    }
  }
  (void)beads;
  for (const auto& [word, all] : renderings) {
    const auto most = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.second.times < b.second.times;
    });
    if (most->second.times < usual) continue;
    for (const auto& [form, rendering] : all) {
      // Another form of the same word is inflection.
      if (form == most->first || rendering.times * 4 > most->second.times ||
          form.substr(0, 4) == most->first.substr(0, 4))
        continue;
      Finding& finding = out.emplace_back();
      finding.kind = FindingKind::terminology;
      finding.severity = Severity::minor;
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
