#include "cotejo/review.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "cotejo/text.hpp"
#include "review/document_checks.hpp"
#include "review/inspect.hpp"

namespace cotejo {
namespace {

Span passage(const Side& side, Range segments) {
  if (segments.empty()) return {};
  return {side.segments[segments.begin].span.begin, side.segments[segments.end - 1].span.end};
}

Severity severity(double probability, double major) {
  if (probability < major) return Severity::minor;
  return probability < 1.0 - 0.15 * (1.0 - major) ? Severity::major : Severity::critical;
}

/// Whether the language of a passage is told and is another than its document's.
std::optional<std::string> wrong_language(const Side& side, Span span) {
  constexpr std::size_t least = 60;  // bytes: shorter passages don't tell
  if (span.size() < least || side.document.language.empty()) return std::nullopt;
  const LanguageGuess guess = detect_language(slice(side.document.text, span));
  const std::string_view own = side.document.language;
  if (guess.language.empty() || guess.confidence < 0.9 ||
      own.substr(0, own.find('-')) == guess.language)
    return std::nullopt;
  return guess.language;
}

class Reviewer {
 public:
  Reviewer(const Side& source, const Side& target, const Knowing& known,
           const ReviewOptions& options)
      : source_(source),
        target_(target),
        known_(known),
        options_(options),
        from_(source, known.dictionary, Edition::source),
        to_(target, known.dictionary, Edition::target) {}

  std::vector<Finding> review(const std::vector<Bead>& beads, const std::vector<Bead>& moved) {
    std::vector<bool> elsewhere_source(source_.segments.size(), false);
    std::vector<bool> elsewhere_target(target_.segments.size(), false);
    for (const Bead& bead : moved) {
      for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) elsewhere_source[s] = true;
      for (std::size_t t = bead.target.begin; t < bead.target.end; ++t) elsewhere_target[t] = true;
    }
    std::vector<Finding> out;
    std::vector<Pairing> pairings(beads.size());
    for (std::size_t b = 0; b < beads.size(); ++b) {
      const Bead& bead = beads[b];
      std::vector<Finding> found;
      if (bead.source.empty() || bead.target.empty()) {
        const bool here = bead.target.empty();
        const std::vector<bool>& elsewhere = here ? elsewhere_source : elsewhere_target;
        const Range range = here ? bead.source : bead.target;
        if (!range.empty() && !elsewhere[range.begin]) found.push_back(alone(bead, here));
      } else {
        pairings[b] = pair_words(from_, bead.source, to_, bead.target, known_.dictionary);
        look(bead, pairings[b], found);
      }
      for (Finding& finding : found) {
        finding.bead = b;
        out.push_back(std::move(finding));
      }
    }
    find_terminology(pairings, options_.strictness, out);
    find_order(source_, target_, beads, moved, out);
    std::erase_if(out, [&](const Finding& finding) {
      return std::find(options_.off.begin(), options_.off.end(), finding.kind) !=
             options_.off.end();
    });
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
      if (a.bead != b.bead) return a.bead < b.bead;
      return a.severity != b.severity ? a.severity > b.severity : a.confidence > b.confidence;
    });
    return out;
  }

 private:
  /// A segment that the other side doesn't say at all.
  Finding alone(const Bead& bead, bool here) const {
    Finding finding;
    finding.kind = here ? FindingKind::omission : FindingKind::addition;
    finding.severity = bead.confidence >= 0.5 ? Severity::major : Severity::minor;
    finding.confidence = bead.confidence;
    finding.source = passage(source_, bead.source);
    finding.target = passage(target_, bead.target);
    finding.message = here ? Message{"the translation doesn't say this", {}}
                           : Message{"the source doesn't say this", {}};
    return finding;
  }

  void look(const Bead& bead, const Pairing& pairing, std::vector<Finding>& found) const {
    if (pairing.source.empty() != pairing.target.empty()) {  // marks alone say nothing
      found.push_back(alone(bead, pairing.target.empty()));
      return;
    }
    Suspicions suspicions = inspect(pairing, known_, found);
    std::vector<std::pair<double, Suspicion*>> likely;
    for (Suspicion& suspicion : suspicions) {
      const double p = probability(suspicion.measures, judgement(suspicion.judge));
      likely.push_back({p, &suspicion});
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    bool clause[2]{};  // one stretch left out and one put in are enough
    for (auto& [p, suspicion] : likely) {
      const double major =
          judgement(suspicion->judge).major[static_cast<std::size_t>(options_.strictness)];
      if (p < 0.6 * major) continue;
      if (suspicion->judge <= Judge::addition) {
        bool& seen = clause[static_cast<std::size_t>(suspicion->judge)];
        if (std::exchange(seen, true)) continue;
      }
      Finding& finding = found.emplace_back();
      finding.kind = suspicion->kind;
      finding.severity = severity(p, major);
      finding.source = suspicion->source;
      finding.target = suspicion->target;
      finding.confidence = p;
      finding.message = std::move(suspicion->message);
    }
    const Span source = passage(source_, bead.source);
    const Span target = passage(target_, bead.target);
    find_marks(pairing, source, target, found);
    find_quotations(pairing, known_, source, target, found);
    find_attribution(pairing, known_, found);
    if (const auto language = wrong_language(target_, target);
        language && !wrong_language(source_, source)) {
      Finding& finding = found.emplace_back();
      finding.kind = FindingKind::language;
      finding.severity = Severity::major;
      finding.target = target;
      finding.confidence = 0.9;
      finding.message = Message{"not in the language of the translation, but in {1}", {*language}};
    }
  }

  const Side& source_;
  const Side& target_;
  const Knowing& known_;
  const ReviewOptions& options_;
  Wording from_;
  Wording to_;
};

}  // namespace

std::vector<Finding> review(const Side& source, const Side& target, const std::vector<Bead>& beads,
                            const std::vector<Bead>& moved, const Lexicon& source_lexicon,
                            const Lexicon& target_lexicon, const Dictionary& dictionary,
                            const ReviewOptions& options) {
  const Knowing known{source_lexicon, target_lexicon, dictionary};
  return Reviewer(source, target, known, options).review(beads, moved);
}

}  // namespace cotejo
