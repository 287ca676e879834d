#include <algorithm>
#include <cmath>
#include <utility>

#include "cotejo/project.hpp"
#include "cotejo/text.hpp"
#include "review/editor/realign.hpp"
#include "text/normalise.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

using Segments = std::vector<SegmentId>;

Segments& side(ProjectRow& row, Edition edition) {
  return edition == Edition::source ? row.source : row.target;
}
const Segments& side(const ProjectRow& row, Edition edition) {
  return edition == Edition::source ? row.source : row.target;
}
Edition other(Edition edition) {
  return edition == Edition::source ? Edition::target : Edition::source;
}
bool empty(const ProjectRow& row) { return row.source.empty() && row.target.empty(); }

[[noreturn]] void refuse(Message why) { throw Error(std::move(why)); }

/// A row that a person gave another shape is open again: what was confirmed is no more.
void reshaped(ProjectRow& row) {
  if (row.state == RowState::confirmed) row.state = RowState::open;
  row.moved = 0;
}

void append(Segments& to, const Segments& from) { to.insert(to.end(), from.begin(), from.end()); }

/// One row of two, under the first one's number.
ProjectRow joined(ProjectRow first, const ProjectRow& second) {
  append(first.source, second.source);
  append(first.target, second.target);
  first.confidence = std::min(first.confidence, second.confidence);
  if (first.state != second.state) {
    const bool doubted = first.state == RowState::review || second.state == RowState::review;
    first.state = doubted ? RowState::review : RowState::open;
  }
  first.bookmark = first.bookmark || second.bookmark;
  first.moved = 0;
  return first;
}

/// The rows from `first` to `last`, and nothing in their place yet.
Splice splice(const ProjectState& state, std::size_t first, std::size_t last) {
  const auto begin = state.rows.begin();
  return {
      first,
      {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last) + 1},
      {}};
}

std::size_t place(const ProjectState& state, RowId id) {
  const auto found = find_row(state, id);
  if (!found) refuse(Message{"there is no such row", {}});
  return *found;
}

std::size_t place(const Segments& segments, SegmentId id) {
  const auto found = std::ranges::find(segments, id);
  if (found == segments.end()) refuse(Message{"there is no such sentence in the row", {}});
  return static_cast<std::size_t>(found - segments.begin());
}

double length(const ProjectSegment& segment) {
  return static_cast<double>(code_points(segment.text) + 1);
}

Change plan_act(const ProjectState& state, const MergeRows& act) {
  const std::size_t at = place(state, act.row);
  if (at + 1 == state.rows.size()) refuse(Message{"there is no row below to merge with", {}});
  Splice change = splice(state, at, at + 1);
  change.after = {joined(change.before[0], change.before[1])};
  return {{std::move(change)}, {}, {}, false};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_layout_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_layout_space(text.back())) text.remove_suffix(1);
  return text;
}

/// How many of the segments belong to the first part, when it has `share` of the length.
std::size_t best_cut(const ProjectState& state, const Segments& segments, double share) {
  if (segments.size() < 2) return segments.size();
  double whole = 0.0;
  for (const SegmentId id : segments) whole += length(state.segment(id));
  double before = 0.0;
  std::size_t best = 1;
  double nearest = whole;
  for (std::size_t i = 1; i < segments.size(); ++i) {
    before += length(state.segment(segments[i - 1]));
    const double off = std::abs(before - share * whole);
    if (off < nearest) {
      nearest = off;
      best = i;
    }
  }
  return best;
}

Change plan_act(const ProjectState& state, const SplitRow& act) {
  const std::size_t at = place(state, act.row);
  Change out{{splice(state, at, at)}, {}, {}, false};
  const ProjectRow& row = out.splices[0].before[0];
  const Segments& whole = side(row, act.edition);
  const std::size_t cut = place(whole, act.segment);
  const ProjectSegment& segment = state.segment(act.segment);
  std::size_t offset = std::min(act.offset, segment.text.size());
  while (offset > 0 && offset < segment.text.size() &&
         (static_cast<unsigned char>(segment.text[offset]) & 0xC0) == 0x80) {
    --offset;
  }
  const std::string_view left = trimmed(std::string_view(segment.text).substr(0, offset));
  const std::string_view right = trimmed(std::string_view(segment.text).substr(offset));

  const auto middle = whole.begin() + static_cast<std::ptrdiff_t>(cut);
  Segments first(whole.begin(), middle);
  Segments second(middle + 1, whole.end());
  const auto add = [&](std::string_view text) {
    ProjectSegment part = segment;
    part.text = text;
    out.segments.push_back(std::move(part));
    return static_cast<SegmentId>(state.segments.size() + out.segments.size());
  };
  if (right.empty()) {
    first.push_back(act.segment);
  } else if (left.empty()) {
    second.insert(second.begin(), act.segment);
  } else {
    first.push_back(add(left));
    second.insert(second.begin(), add(right));
  }
  if (first.empty() || second.empty()) {
    refuse(Message{"nothing stands on one side of the cursor; put it inside the text", {}});
  }
  double before = 0.0;
  double all = 0.0;
  const auto measure = [&](SegmentId id) {
    const auto known = static_cast<SegmentId>(state.segments.size());
    const ProjectSegment& one =
        id <= known ? state.segment(id) : out.segments[static_cast<std::size_t>(id - known) - 1];
    return length(one);
  };
  for (const SegmentId id : first) before += measure(id);
  for (const SegmentId id : second) all += measure(id);
  all += before;

  const Segments& rest = side(row, other(act.edition));
  const auto border =
      rest.begin() + static_cast<std::ptrdiff_t>(best_cut(state, rest, before / all));
  ProjectRow upper = row;
  reshaped(upper);
  ProjectRow lower = upper;
  lower.id = state.next_row;
  lower.bookmark = false;
  side(upper, act.edition) = std::move(first);
  side(lower, act.edition) = std::move(second);
  side(upper, other(act.edition)) = {rest.begin(), border};
  side(lower, other(act.edition)) = {border, rest.end()};
  out.splices[0].after = {std::move(upper), std::move(lower)};
  return out;
}

Change plan_act(const ProjectState& state, const MoveBoundary& act) {
  const std::size_t at = place(state, act.row);
  if (act.up && at == 0) refuse(Message{"there is no row above", {}});
  if (!act.up && at + 1 == state.rows.size()) refuse(Message{"there is no row below", {}});
  if (side(state.rows[at], act.edition).empty())
    refuse(Message{"the row has no text on this side", {}});
  Splice change = act.up ? splice(state, at - 1, at) : splice(state, at, at + 1);
  change.after = change.before;
  Segments& above = side(change.after[0], act.edition);
  Segments& below = side(change.after[1], act.edition);
  if (act.up) {
    above.push_back(below.front());
    below.erase(below.begin());
  } else {
    below.insert(below.begin(), above.back());
    above.pop_back();
  }
  for (ProjectRow& row : change.after) reshaped(row);
  const double least = std::min(change.after[0].confidence, change.after[1].confidence);
  change.after[0].confidence = change.after[1].confidence = least;
  std::erase_if(change.after, empty);
  return {{std::move(change)}, {}, {}, false};
}

Change plan_act(const ProjectState& state, const UnlinkRow& act) {
  const std::size_t at = place(state, act.row);
  Splice change = splice(state, at, at);
  ProjectRow source = change.before[0];
  if (source.source.empty() || source.target.empty())
    refuse(Message{"the row has text on one side only", {}});
  reshaped(source);
  ProjectRow target = source;
  target.id = state.next_row;
  target.bookmark = false;
  source.target.clear();
  target.source.clear();
  change.after = {std::move(source), std::move(target)};
  return {{std::move(change)}, {}, {}, false};
}

/// Both have text in one edition, so that their order matters.
bool meet(const ProjectRow& a, const ProjectRow& b) {
  return (!a.source.empty() && !b.source.empty()) || (!a.target.empty() && !b.target.empty());
}

Change plan_act(const ProjectState& state, const LinkRows& act) {
  std::size_t first = place(state, act.row);
  std::size_t last = place(state, act.other);
  if (first == last) refuse(Message{"a row can't be linked with itself", {}});
  if (first > last) std::swap(first, last);
  Splice change = splice(state, first, last);
  const ProjectRow& upper = change.before.front();
  const ProjectRow& lower = change.before.back();
  ProjectRow both = joined(upper, lower);
  both.state = both.state == RowState::confirmed ? RowState::open : both.state;
  // What stands between goes below the new row when it must stay behind the upper one, else above.
  std::vector<ProjectRow> below;
  for (std::size_t i = 1; i + 1 < change.before.size(); ++i) {
    const ProjectRow& between = change.before[i];
    if (!meet(between, upper)) {
      change.after.push_back(between);
    } else if (!meet(between, lower)) {
      below.push_back(between);
    } else {
      refuse(Message{"a row between them is linked; the order of the sentences would be lost", {}});
    }
  }
  change.after.push_back(std::move(both));
  change.after.insert(change.after.end(), below.begin(), below.end());
  return {{std::move(change)}, {}, {}, false};
}

/// One line of NFC without control characters.
std::string clean_line(std::string_view typed) {
  std::string text(typed.substr(0, valid_utf8_prefix(typed)));
  if (auto cleaned = clean(text)) text = std::move(cleaned->text);
  if (auto normal = to_nfc(text)) text = std::move(normal->text);
  std::string line;
  append_squeezed(line, trimmed(text));
  return line;
}

Change plan_act(const ProjectState& state, const EditText& act) {
  const std::size_t at = place(state, act.row);
  Splice change = splice(state, at, at);
  change.after = change.before;
  ProjectRow& row = change.after[0];
  Segments& segments = side(row, act.edition);
  const std::size_t where = place(segments, act.segment);
  ProjectSegment segment = state.segment(act.segment);
  std::string text = clean_line(act.text);
  if (text == segment.text) return {};
  if (row.state == RowState::confirmed) row.state = RowState::open;
  Change out;
  if (text.empty()) {
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(where));
    row.moved = 0;
    std::erase_if(change.after, empty);
  } else {
    segment.text = std::move(text);
    segment.edited = true;
    segments[where] = static_cast<SegmentId>(state.segments.size() + 1);
    out.segments.push_back(std::move(segment));
  }
  out.splices.push_back(std::move(change));
  return out;
}

/// The same row with one thing changed by `mend`.
template <typename Mend>
Change touch(const ProjectState& state, RowId id, const Mend& mend) {
  const std::size_t at = place(state, id);
  Splice change = splice(state, at, at);
  change.after = change.before;
  mend(change.after[0]);
  if (change.after == change.before) return {};
  return {{std::move(change)}, {}, {}, false};
}

Change plan_act(const ProjectState& state, const SetState& act) {
  return touch(state, act.row, [&](ProjectRow& row) { row.state = act.state; });
}

Change plan_act(const ProjectState& state, const SetBookmark& act) {
  return touch(state, act.row, [&](ProjectRow& row) { row.bookmark = act.on; });
}

Change plan_act(const ProjectState& state, const ConfirmUntil& act) {
  const std::size_t last = place(state, act.row);
  Change out;
  for (std::size_t at = 0; at <= last; ++at) {
    const ProjectRow& row = state.rows[at];
    if (row.state == RowState::confirmed) continue;
    const bool goes_on =
        !out.splices.empty() && out.splices.back().at + out.splices.back().before.size() == at;
    if (!goes_on) out.splices.push_back({at, {}, {}});
    out.splices.back().before.push_back(row);
    out.splices.back().after.push_back(row);
    out.splices.back().after.back().state = RowState::confirmed;
  }
  return out;
}

Change plan_act(const ProjectState& state, const DismissFinding& act) {
  const std::size_t at = place(state, act.row);
  if (act.finding.empty()) refuse(Message{"there is no such finding", {}});
  if (state.dismissed.contains(act.finding) == act.on) return {};
  Splice change = splice(state, at, at);
  change.after = change.before;
  return {{std::move(change)}, {}, act.finding, act.on};
}

}  // namespace

Change plan(const ProjectState& state, const Act& act, const Aligner& aligner) {
  return std::visit(
      [&]<typename Chosen>(const Chosen& chosen) {
        if constexpr (std::is_same_v<Chosen, Realign>) {
          return realign(state, aligner);
        } else {
          return plan_act(state, chosen);
        }
      },
      act);
}

}  // namespace cotejo
