#include "align/verdict.hpp"

#include <algorithm>
#include <string>

namespace cotejo {
namespace {

std::size_t size_of(const Side& side, Range range) {
  std::size_t bytes = 0;
  for (std::size_t s = range.begin; s < range.end; ++s) bytes += side.segments[s].span.size();
  return bytes;
}

/// The longest run of segments of one side that stand alone. Beads of the other side may stand
/// between them.
Range longest_alone(const std::vector<Bead>& beads, Range Bead::*side, Range Bead::*other) {
  Range longest;
  Range run;
  for (const Bead& bead : beads) {
    const Range own = bead.*side;
    if (own.empty()) continue;
    if (!(bead.*other).empty()) {
      run = {own.end, own.end};
      continue;
    }
    run = run.end == own.begin && !run.empty() ? Range{run.begin, own.end} : own;
    if (run.size() > longest.size()) longest = run;
  }
  return longest;
}

void warn_of_run(const Side& side, Range run, Alignment& alignment) {
  constexpr std::size_t least_run = 5;
  if (run.size() < least_run || run.size() * 8 < side.segments.size()) return;
  alignment.warnings.push_back(
      {"{1}: segments {2} to {3} of {4} have no counterpart on the other side",
       {side.document.source, std::to_string(run.begin + 1), std::to_string(run.end),
        std::to_string(side.segments.size())}});
}

}  // namespace

void warn_of_parts(const Side& source, const Side& target, Alignment& alignment) {
  if (source.segments.empty() && target.segments.empty()) {
    alignment.warnings.push_back(
        {"{1} and {2}: no text to align", {source.document.source, target.document.source}});
    return;
  }
  for (const Side* side : {&source, &target}) {
    if (side->segments.empty()) {
      alignment.warnings.push_back(
          {"{1}: no text to align: the other side stands alone", {side->document.source}});
    }
  }
  if (source.segments.empty() || target.segments.empty()) return;

  double paired = 0.0;
  double total = 0.0;
  for (const Bead& bead : alignment.beads) {
    const auto bytes =
        static_cast<double>(size_of(source, bead.source) + size_of(target, bead.target));
    total += bytes;
    if (!bead.source.empty() && !bead.target.empty()) paired += bytes * bead.confidence;
  }
  constexpr double least_paired = 0.35;
  if (paired < least_paired * total) {
    alignment.warnings.push_back(
        {"{1} and {2} do not look like translations of each other: only {3} % of the text was "
         "paired",
         {source.document.source, target.document.source,
          std::to_string(static_cast<int>(100.0 * paired / total))}});
    return;
  }
  warn_of_run(source, longest_alone(alignment.beads, &Bead::source, &Bead::target), alignment);
  warn_of_run(target, longest_alone(alignment.beads, &Bead::target, &Bead::source), alignment);
  const auto source_bytes = static_cast<double>(size_of(source, {0, source.segments.size()}));
  const auto target_bytes = static_cast<double>(size_of(target, {0, target.segments.size()}));
  constexpr double odd_ratio = 3.0;
  if (source_bytes > odd_ratio * target_bytes || target_bytes > odd_ratio * source_bytes) {
    alignment.warnings.push_back(
        {"{1} and {2} differ much in length: {3} against {4} bytes of text",
         {source.document.source, target.document.source,
          std::to_string(static_cast<std::size_t>(source_bytes)),
          std::to_string(static_cast<std::size_t>(target_bytes))}});
  }
}

}  // namespace cotejo
