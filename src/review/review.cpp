#include "cotejo/review.hpp"

#include <algorithm>

#include "review/inspect.hpp"

namespace cotejo {

std::vector<Finding> review(const Side& source, const Side& target, const std::vector<Bead>& beads,
                            const std::vector<Bead>& /*moved*/, const Lexicon& source_lexicon,
                            const Lexicon& target_lexicon, const Dictionary& dictionary,
                            const ReviewOptions& options) {
  const Knowing known{source_lexicon, target_lexicon, dictionary};
  const Wording from(source, dictionary, Edition::source);
  const Wording to(target, dictionary, Edition::target);
  std::vector<Finding> out;
  for (std::size_t b = 0; b < beads.size(); ++b) {
    const Bead& bead = beads[b];
    std::vector<Finding> found;
    const auto passage = [](const Side& side, Range segments) {
      return segments.empty() ? Span{}
                              : Span{side.segments[segments.begin].span.begin,
                                     side.segments[segments.end - 1].span.end};
    };
    if (bead.source.empty() || bead.target.empty()) {
      Finding& finding = found.emplace_back();
      finding.kind = bead.target.empty() ? FindingKind::omission : FindingKind::addition;
      finding.severity = Severity::major;
      finding.confidence = bead.confidence;
      finding.source = passage(source, bead.source);
      finding.target = passage(target, bead.target);
      finding.message = bead.target.empty() ? Message{"the translation doesn't say this", {}}
                                            : Message{"the source doesn't say this", {}};
    } else {
      Suspicions suspicions = inspect(from, bead.source, to, bead.target, known, found);
      for (Suspicion& suspicion : suspicions) {
        const Judgement& by = judgement(suspicion.judge);
        const double p = probability(suspicion.measures, by);
        const double major = by.major[static_cast<std::size_t>(options.strictness)];
        if (p < 0.5 * major) continue;
        Finding& finding = found.emplace_back();
        finding.kind = suspicion.kind;
        finding.severity = p < major                       ? Severity::minor
                           : p < 1.0 - 0.1 * (1.0 - major) ? Severity::major
                                                           : Severity::critical;
        finding.source = suspicion.source;
        finding.target = suspicion.target;
        finding.confidence = p;
        finding.message = std::move(suspicion.message);
      }
    }
    std::erase_if(found, [&](const Finding& finding) {
      return std::find(options.off.begin(), options.off.end(), finding.kind) != options.off.end();
    });
    std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
      return a.severity != b.severity ? a.severity > b.severity : a.confidence > b.confidence;
    });
    for (Finding& finding : found) {
      finding.bead = b;
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace cotejo
