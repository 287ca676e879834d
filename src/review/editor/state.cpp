#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

#include "cotejo/project.hpp"
#include "cotejo/unit.hpp"
#include "review/editor/moved.hpp"

namespace cotejo {
namespace {

/// A block's segments follow one another in the assembled text, parted by a space.
void append(Side& side, const ProjectState& state, SegmentId id,
            std::optional<std::size_t>& block) {
  const ProjectSegment& segment = state.segment(id);
  std::string& text = side.document.text;
  const bool joins = block == segment.block;
  if (!text.empty()) text += joins ? " " : "\n\n";
  const std::size_t begin = text.size();
  text += segment.text;
  if (joins) {
    side.document.blocks.back().span.end = text.size();
  } else {
    side.document.blocks.push_back({{begin, text.size()}, segment.kind});
    block = segment.block;
  }
  side.segments.push_back({{begin, text.size()}, side.document.blocks.size() - 1});
}

/// Takes in an edition; its segment i gets the number that comes back, and i more.
SegmentId take(ProjectState& state, const Side& side, Edition edition) {
  const auto first = static_cast<SegmentId>(state.segments.size()) + 1;
  for (std::size_t i = 0; i < side.segments.size(); ++i) {
    const std::size_t block = side.segments[i].block;
    state.segments.push_back(
        {edition, passage(side, {i, i + 1}), false, block, side.document.blocks[block].kind});
  }
  return first;
}

std::vector<SegmentId> numbers(SegmentId first, Range segments) {
  std::vector<SegmentId> out(segments.size());
  std::iota(out.begin(), out.end(), first + static_cast<SegmentId>(segments.begin));
  return out;
}

}  // namespace

std::string_view name(RowState state) {
  switch (state) {
    case RowState::open:
      return "open";
    case RowState::confirmed:
      return "confirmed";
    case RowState::review:
      return "review";
  }
  return {};
}

bool is_end_of(const Bead& moved, const Bead& bead) {
  const auto inside = [](Range part, Range whole) {
    return whole.begin <= part.begin && part.end <= whole.end;
  };
  if (bead.target.empty()) return inside(bead.source, moved.source);
  return bead.source.empty() && inside(bead.target, moved.target);
}

ProjectState begin_project(const Side& source, const Side& target, const std::vector<Bead>& beads,
                           const std::vector<Bead>& moved) {
  ProjectState state;
  state.source = {source.document.source, source.document.language};
  state.target = {target.document.source, target.document.language};
  const SegmentId first_source = take(state, source, Edition::source);
  const SegmentId first_target = take(state, target, Edition::target);
  for (const Bead& bead : beads) {
    ProjectRow row;
    row.source = numbers(first_source, bead.source);
    row.target = numbers(first_target, bead.target);
    if (row.source.empty() && row.target.empty()) continue;
    row.id = state.next_row++;
    row.confidence = bead.confidence;
    for (const Bead& passage : moved) {
      if (is_end_of(passage, bead)) row.moved = numbers(first_source, passage.source)[0];
    }
    state.rows.push_back(std::move(row));
  }
  return state;
}

ProjectSides sides_of(const ProjectState& state, std::span<const ProjectRow> rows) {
  ProjectSides out;
  out.source.document.source = state.source.name;
  out.source.document.language = state.source.language;
  out.target.document.source = state.target.name;
  out.target.document.language = state.target.language;
  std::optional<std::size_t> source_block;
  std::optional<std::size_t> target_block;
  std::map<std::int64_t, Bead> moved;
  for (const ProjectRow& row : rows) {
    const std::size_t from = out.source.segments.size();
    const std::size_t to = out.target.segments.size();
    for (const SegmentId id : row.source) append(out.source, state, id, source_block);
    for (const SegmentId id : row.target) append(out.target, state, id, target_block);
    const Range source{from, out.source.segments.size()};
    const Range target{to, out.target.segments.size()};
    const double confidence = row.state == RowState::confirmed ? 1.0 : row.confidence;
    out.beads.push_back({source, target, confidence, {}});
    if (row.moved == 0 || source.empty() == target.empty()) continue;
    Bead& passage = moved.try_emplace(row.moved, Bead{{}, {}, 1.0, {}}).first->second;
    Range& whole = source.empty() ? passage.target : passage.source;
    const Range part = source.empty() ? target : source;
    // A passage in two places is none: something was put between its rows.
    if (!whole.empty() && whole.end != part.begin) {
      passage.confidence = 0.0;
    } else {
      whole = {whole.empty() ? part.begin : whole.begin, part.end};
      passage.confidence = std::min(passage.confidence, confidence);
    }
  }
  for (auto& [number, passage] : moved) {
    if (passage.confidence > 0 && !passage.source.empty() && !passage.target.empty()) {
      out.moved.push_back(std::move(passage));
    }
  }
  std::ranges::sort(out.moved, {}, [](const Bead& bead) { return bead.source.begin; });
  return out;
}

std::optional<std::size_t> find_row(const ProjectState& state, RowId id) {
  const auto found = std::ranges::find(state.rows, id, &ProjectRow::id);
  if (found == state.rows.end()) return {};
  return static_cast<std::size_t>(found - state.rows.begin());
}

void expect_fit(const ProjectState& state, const Change& change) {
  std::size_t at = 0;
  for (const Splice& splice : change.splices) {
    const bool inside = splice.at >= at && splice.at <= state.rows.size() &&
                        splice.before.size() <= state.rows.size() - splice.at;
    if (!inside || !std::equal(splice.before.begin(), splice.before.end(),
                               state.rows.begin() + static_cast<std::ptrdiff_t>(splice.at))) {
      throw Error(Message{"the history and the rows of the project disagree", {}});
    }
    at = splice.at + splice.before.size();
  }
}

void apply(ProjectState& state, const Change& change) {
  expect_fit(state, change);
  for (auto at = change.splices.rbegin(); at != change.splices.rend(); ++at) {
    const Splice& splice = *at;
    const std::size_t common = std::min(splice.before.size(), splice.after.size());
    const auto begin = state.rows.begin() + static_cast<std::ptrdiff_t>(splice.at);
    const auto rest = splice.after.begin() + static_cast<std::ptrdiff_t>(common);
    std::copy(splice.after.begin(), rest, begin);
    state.rows.erase(begin + static_cast<std::ptrdiff_t>(common),
                     begin + static_cast<std::ptrdiff_t>(splice.before.size()));
    state.rows.insert(state.rows.begin() + static_cast<std::ptrdiff_t>(splice.at + common), rest,
                      splice.after.end());
    for (const ProjectRow& row : splice.after) {
      state.next_row = std::max(state.next_row, row.id + 1);
    }
  }
  state.segments.insert(state.segments.end(), change.segments.begin(), change.segments.end());
  if (change.finding.empty()) return;
  if (change.dismissed) {
    state.dismissed.insert(change.finding);
  } else {
    state.dismissed.erase(change.finding);
  }
}

Change inverse(const Change& change) {
  Change back;
  std::size_t grown = 0;  // by the splices before; wraps around where rows were lost, and back
  for (const Splice& splice : change.splices) {
    back.splices.push_back({splice.at + grown, splice.after, splice.before});
    grown += splice.after.size() - splice.before.size();
  }
  back.finding = change.finding;
  back.dismissed = !change.dismissed;
  return back;
}

std::optional<RowId> focus(const Change& change) {
  for (const Splice& splice : change.splices) {
    if (!splice.after.empty()) return splice.after.front().id;
  }
  return {};
}

}  // namespace cotejo
