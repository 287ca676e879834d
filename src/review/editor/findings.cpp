#include "review/editor/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "cotejo/anchor.hpp"
#include "cotejo/unit.hpp"
#include "review/editor/utf16.hpp"

namespace cotejo {
namespace {

std::string_view text_of(const Side& side, std::size_t segment) {
  return slice(side.document.text, side.segments[segment].span);
}

/// A byte of the document as a unit of the run's text.
std::size_t unit_of(const Side& side, Range run, std::size_t byte) {
  std::size_t before = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Span span = side.segments[i].span;
    if (byte <= span.end) {
      if (byte <= span.begin) return before;
      return before + utf16_size(slice(side.document.text, {span.begin, byte}));
    }
    before += utf16_size(text_of(side, i)) + 1;
  }
  return before == 0 ? 0 : before - 1;
}

/// Where it stands in the run; empty at 0 where it stands elsewhere, as moved passages do.
Span units_of(const Side& side, Range run, Span bytes) {
  if (run.empty() || bytes.empty()) return {};
  const Span whole{side.segments[run.begin].span.begin, side.segments[run.end - 1].span.end};
  if (!whole.overlaps(bytes)) return {};
  return {unit_of(side, run, bytes.begin), unit_of(side, run, bytes.end)};
}

/// What a span is about: the sentences it stands in, and where in them.
std::string about(const Side& side, Range run, Span bytes) {
  std::string out;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Span span = side.segments[i].span;
    if (!bytes.empty() && !span.overlaps(bytes)) continue;
    if (!bytes.empty() && out.empty()) {
      const std::size_t begin = std::max(bytes.begin, span.begin) - span.begin;
      out = std::to_string(begin) + '+' + std::to_string(bytes.size()) + ' ';
    }
    out += text_of(side, i);
    out += '\n';
  }
  return out;
}

std::string id_of(const ProjectSides& sides, const Bead& bead, const Finding& finding) {
  // An end that shows nothing says nothing, unless both do: then it is about the rows as a whole.
  const bool whole = finding.source.empty() && finding.target.empty();
  std::string source;
  std::string target;
  if (whole || !finding.source.empty()) source = about(sides.source, bead.source, finding.source);
  if (whole || !finding.target.empty()) target = about(sides.target, bead.target, finding.target);
  return hex(hash(std::string(name(finding.kind)) + '\n' + source, target));
}

bool same(const RowFinding& a, const RowFinding& b) {
  return std::tie(a.id, a.kind, a.severity, a.source, a.target, a.message.text,
                  a.message.arguments) == std::tie(b.id, b.kind, b.severity, b.source, b.target,
                                                   b.message.text, b.message.arguments);
}

}  // namespace

ReviewedRows review_rows(const ProjectState& state, std::span<const ProjectRow> rows,
                         const EditorSetup& setup) {
  ReviewedRows out{sides_of(state, rows), {}, {}};
  Side& source = out.sides.source;
  Side& target = out.sides.target;
  source.anchors = find_anchors(source.document, setup.source_lexicon);
  target.anchors = find_anchors(target.document, setup.target_lexicon);
  out.findings = review(source, target, out.sides.beads, out.sides.moved, setup.source_lexicon,
                        setup.target_lexicon, setup.dictionary, setup.review.options());
  setup.review.apply(out.findings);
  for (const Finding& finding : out.findings) {
    out.ids.push_back(id_of(out.sides, out.sides.beads[finding.bead], finding));
  }
  return out;
}

std::vector<std::vector<RowFinding>> find_in(const ProjectState& state,
                                             std::span<const ProjectRow> rows,
                                             const EditorSetup& setup) {
  std::vector<std::vector<RowFinding>> out(rows.size());
  if (rows.empty()) return out;
  ReviewedRows reviewed = review_rows(state, rows, setup);
  const ProjectSides& sides = reviewed.sides;
  for (std::size_t i = 0; i < reviewed.findings.size(); ++i) {
    Finding& finding = reviewed.findings[i];
    const Bead& bead = sides.beads[finding.bead];
    out[finding.bead].push_back({std::move(reviewed.ids[i]), finding.kind, finding.severity,
                                 std::move(finding.message),
                                 units_of(sides.source, bead.source, finding.source),
                                 units_of(sides.target, bead.target, finding.target)});
  }
  return out;
}

bool Findings::take(std::span<const ProjectRow> rows, std::vector<std::vector<RowFinding>> found,
                    const ProjectState& now, std::int64_t revision) {
  std::unordered_map<RowId, const ProjectRow*> live;
  for (const ProjectRow& row : now.rows) live[row.id] = &row;
  std::erase_if(rows_, [&](const auto& one) { return !live.contains(one.first); });
  bool news = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (RowFinding& finding : found[i]) finding.dismissed = now.dismissed.contains(finding.id);
    const auto is = live.find(rows[i].id);
    if (is == live.end() || is->second->source != rows[i].source ||
        is->second->target != rows[i].target) {
      continue;
    }
    Reviewed& kept = rows_[rows[i].id];
    kept.source = rows[i].source;
    kept.target = rows[i].target;
    if (std::ranges::equal(kept.findings, found[i], same)) continue;
    kept.findings = std::move(found[i]);
    kept.revision = revision;
    news = true;
  }
  return news;
}

void Findings::dismiss(const std::set<std::string>& dismissed, std::int64_t revision) {
  for (auto& [row, reviewed] : rows_) {
    for (RowFinding& finding : reviewed.findings) {
      const bool now = dismissed.contains(finding.id);
      if (std::exchange(finding.dismissed, now) != now) reviewed.revision = revision;
    }
  }
}

std::vector<ProjectRow> Findings::stale(const ProjectState& now) const {
  std::vector<ProjectRow> out;
  for (const ProjectRow& row : now.rows) {
    const auto kept = rows_.find(row.id);
    if (kept == rows_.end() || kept->second.source != row.source ||
        kept->second.target != row.target) {
      out.push_back(row);
    }
  }
  return out;
}

const std::vector<RowFinding>& Findings::of(RowId row) const {
  static const std::vector<RowFinding> none;
  const auto kept = rows_.find(row);
  return kept == rows_.end() ? none : kept->second.findings;
}

std::int64_t Findings::revision(RowId row) const {
  const auto kept = rows_.find(row);
  return kept == rows_.end() ? 0 : kept->second.revision;
}

}  // namespace cotejo
