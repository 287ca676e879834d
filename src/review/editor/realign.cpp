#include "review/editor/realign.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "review/editor/moved.hpp"

namespace cotejo {
namespace {

/// A pair that is so little surer or less sure than before is as it was.
constexpr double least_news = 0.005;

std::vector<SegmentId> taken(const std::vector<SegmentId>& all, Range range) {
  return {all.begin() + static_cast<std::ptrdiff_t>(range.begin),
          all.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

void mark_moved(std::vector<ProjectRow>& rows, const std::vector<Bead>& beads,
                const std::vector<Bead>& moved, const std::vector<SegmentId>& source) {
  for (const Bead& passage : moved) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (is_end_of(passage, beads[i])) rows[i].moved = source[passage.source.begin];
    }
  }
}

/// The new rows take what is theirs of the old ones.
void inherit(std::vector<ProjectRow>& rows, const std::vector<ProjectRow>& old, RowId& next) {
  std::map<SegmentId, const ProjectRow*> by_segment;  // ids are of both editions, and of one only
  for (const ProjectRow& row : old) {
    for (const SegmentId id : row.source) by_segment[id] = &row;
    for (const SegmentId id : row.target) by_segment[id] = &row;
  }
  for (ProjectRow& row : rows) {
    const ProjectRow& was = *by_segment.at(row.source.empty() ? row.target[0] : row.source[0]);
    if (was.source == row.source && was.target == row.target) {
      row.id = was.id;
      row.state = was.state;
      row.bookmark = was.bookmark;
      if (std::abs(row.confidence - was.confidence) < least_news) row.confidence = was.confidence;
      continue;
    }
    row.id = next++;
    for (const auto* segments : {&row.source, &row.target}) {
      for (const SegmentId id : *segments) {
        const ProjectRow& from = *by_segment.at(id);
        const SegmentId first = from.source.empty() ? from.target[0] : from.source[0];
        if (id != first) continue;
        row.bookmark = row.bookmark || from.bookmark;
        if (from.state == RowState::review) row.state = RowState::review;
      }
    }
  }
}

Splice realigned(const ProjectState& state, Range run, const Aligner& aligner, RowId& next) {
  Splice out{run.begin,
             {state.rows.begin() + static_cast<std::ptrdiff_t>(run.begin),
              state.rows.begin() + static_cast<std::ptrdiff_t>(run.end)},
             {}};
  std::vector<SegmentId> source;
  std::vector<SegmentId> target;
  for (const ProjectRow& row : out.before) {
    source.insert(source.end(), row.source.begin(), row.source.end());
    target.insert(target.end(), row.target.begin(), row.target.end());
  }
  if (source.empty() || target.empty()) {
    out.after = out.before;
    return out;
  }
  ProjectSides sides = sides_of(state, out.before);
  const Alignment found = aligner(std::move(sides.source), std::move(sides.target));
  for (const Bead& bead : found.beads) {
    ProjectRow row;
    row.source = taken(source, bead.source);
    row.target = taken(target, bead.target);
    row.confidence = bead.confidence;
    out.after.push_back(std::move(row));
  }
  mark_moved(out.after, found.beads, found.moved, source);
  inherit(out.after, out.before, next);
  return out;
}

/// Only the rows that differ, in as many splices as it takes: what stays as it is costs nothing to
/// write, to send or to draw, and no other window's act on it is refused.
void add_differences(std::vector<Splice>& out, const Splice& whole) {
  std::unordered_map<RowId, std::size_t> places;
  for (std::size_t i = 0; i < whole.before.size(); ++i) places[whole.before[i].id] = i;
  std::size_t done = 0;  // of the rows before
  Splice next{whole.at, {}, {}};
  const auto close = [&](std::size_t end) {
    next.before.assign(whole.before.begin() + static_cast<std::ptrdiff_t>(done),
                       whole.before.begin() + static_cast<std::ptrdiff_t>(end));
    if (!next.before.empty() || !next.after.empty()) out.push_back(std::move(next));
    done = std::min(end + 1, whole.before.size());
    next = {whole.at + done, {}, {}};
  };
  for (const ProjectRow& row : whole.after) {
    const auto place = places.find(row.id);
    if (place != places.end() && place->second >= done && whole.before[place->second] == row) {
      close(place->second);
    } else {
      next.after.push_back(row);
    }
  }
  close(whole.before.size());
}

}  // namespace

Change realign(const ProjectState& state, const Aligner& aligner) {
  assert(aligner);
  Change out;
  RowId next = state.next_row;
  for (std::size_t begin = 0; begin < state.rows.size();) {
    std::size_t end = begin;
    while (end < state.rows.size() && state.rows[end].state != RowState::confirmed) ++end;
    if (end > begin) {
      add_differences(out.splices, realigned(state, {begin, end}, aligner, next));
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace cotejo
