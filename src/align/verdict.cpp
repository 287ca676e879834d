#include "align/verdict.hpp"

#include <algorithm>
#include <string>

#include "align/meeting.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

// Measured on 278 article pairs of 3 to 500 sentences and 1112 random pairings of their editions:
// all of the first have 0.7 and more of the better covered side, and words that speak for them; of
// the others those few of some ten sentences that reach least_paired do so by length alone, and
// their words speak against them.
constexpr double least_paired = 0.35;   // of the better covered side
constexpr double well_paired = 0.8;     // above it words that don't fit are a free translation's
constexpr double least_parallel = 0.6;  // of the side covered less
constexpr double odd_ratio = 3.0;       // of their lengths

/// What the other side has, by segment: the confidence of the pair it stands in, 0 for none.
std::vector<double> counterparts(const Side& side, const Alignment& alignment, Range Bead::*own,
                                 Range Bead::*other) {
  std::vector<double> found(side.segments.size(), 0.0);
  for (const std::vector<Bead>* beads : {&alignment.beads, &alignment.moved}) {
    for (const Bead& bead : *beads) {
      if ((bead.*other).empty()) continue;
      for (std::size_t s = (bead.*own).begin; s < (bead.*own).end; ++s) found[s] = bead.confidence;
    }
  }
  return found;
}

/// Runs of an eighth of the side or more, and of five segments at least.
std::vector<Range> missing_runs(const std::vector<double>& counterparts) {
  const std::size_t least = std::max<std::size_t>(5, (counterparts.size() + 7) / 8);
  std::vector<Range> runs;
  for (std::size_t s = 0; s < counterparts.size();) {
    const std::size_t begin = s;
    while (s < counterparts.size() && counterparts[s] == 0.0) ++s;
    if (s - begin >= least) runs.push_back({begin, s});
    if (s == begin) ++s;
  }
  return runs;
}

struct Size {
  double all = 0.0;     // code points
  double paired = 0.0;  // each by the confidence of its pair
};

Size measure(const Side& side, const std::vector<double>& counterparts, Coverage& coverage) {
  Size size;
  for (std::size_t s = 0; s < side.segments.size(); ++s) {
    const auto length =
        static_cast<double>(code_points(slice(side.document.text, side.segments[s].span)));
    size.all += length;
    size.paired += length * counterparts[s];
  }
  if (size.all > 0.0) coverage.share = size.paired / size.all;
  coverage.missing = missing_runs(counterparts);
  return size;
}

/// Whether the terms of the pairs are missed more often than chance pairs would miss them. Without
/// a dictionary they can't tell.
bool words_speak_against(const Terms& terms, const std::vector<Bead>& beads) {
  const auto known = [](const TermType& type) { return type.kind == TermClass::known; };
  if (std::none_of(terms.source.types.begin(), terms.source.types.end(), known)) return false;
  const Meeting from_source(terms.source, terms.target);
  const Meeting from_target(terms.target, terms.source);
  double sum = 0.0;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s)
      sum += from_source.ratio(s, bead.target);
    for (std::size_t s = bead.target.begin; s < bead.target.end; ++s)
      sum += from_target.ratio(s, bead.source);
  }
  return sum < 0.0;
}

void warn_of_missing(const Side& side, const Coverage& coverage, std::vector<Message>& warnings) {
  for (const Range run : coverage.missing) {
    warnings.push_back({"{1}: segments {2} to {3} of {4} have no counterpart on the other side",
                        {side.document.source, std::to_string(run.begin + 1),
                         std::to_string(run.end), std::to_string(side.segments.size())}});
  }
}

void warn_of_empty(const Side& source, const Side& target, std::vector<Message>& warnings) {
  if (source.segments.empty() && target.segments.empty()) {
    warnings.push_back(
        {"{1} and {2}: no text to align", {source.document.source, target.document.source}});
    return;
  }
  const Side& empty = source.segments.empty() ? source : target;
  warnings.push_back(
      {"{1}: no text to align: the other side stands alone", {empty.document.source}});
}

}  // namespace

std::string_view name(Relation relation) {
  switch (relation) {
    case Relation::parallel:
      return "parallel";
    case Relation::partly_parallel:
      return "partly-parallel";
    case Relation::unrelated:
      return "unrelated";
  }
  return {};
}

void judge(const Side& source, const Side& target, const Terms& terms, Alignment& alignment) {
  if (source.segments.empty() || target.segments.empty())
    return warn_of_empty(source, target, alignment.warnings);
  Verdict& verdict = alignment.verdict;
  const Size from = measure(source, counterparts(source, alignment, &Bead::source, &Bead::target),
                            verdict.source);
  const Size to = measure(target, counterparts(target, alignment, &Bead::target, &Bead::source),
                          verdict.target);
  const auto [less, more] = std::minmax(verdict.source.share, verdict.target.share);
  if (more < least_paired || (more < well_paired && words_speak_against(terms, alignment.beads))) {
    const double share = (from.paired + to.paired) / (from.all + to.all);
    alignment.warnings.push_back(
        {"{1} and {2} do not look like translations of each other: only {3} % of the text was "
         "paired",
         {source.document.source, target.document.source,
          std::to_string(static_cast<int>(100.0 * share))}});
    return;
  }
  const bool odd = from.all > odd_ratio * to.all || to.all > odd_ratio * from.all;
  verdict.relation = odd || less < least_parallel || !verdict.source.missing.empty() ||
                             !verdict.target.missing.empty()
                         ? Relation::partly_parallel
                         : Relation::parallel;
  warn_of_missing(source, verdict.source, alignment.warnings);
  warn_of_missing(target, verdict.target, alignment.warnings);
  if (odd) {
    alignment.warnings.push_back(
        {"{1} and {2} differ much in length: {3} against {4} characters of text",
         {source.document.source, target.document.source,
          std::to_string(static_cast<std::size_t>(from.all)),
          std::to_string(static_cast<std::size_t>(to.all))}});
  }
}

}  // namespace cotejo
