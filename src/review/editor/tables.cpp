#include "review/editor/tables.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_set>
#include <utility>

#include "cotejo/text.hpp"
#include "review/editor/history.hpp"

namespace cotejo {
namespace {

/// Between the places of neighbours: room for thirty rows put between two, each between the last.
constexpr std::int64_t stride = std::int64_t{1} << 30;

[[noreturn]] void damaged(const Database& database) {
  throw Error(Message{"{1}: the project is damaged; take it from a backup", {database.path()}});
}

BlockKind block_kind(std::string_view wanted) {
  for (int i = 0; i <= static_cast<int>(BlockKind::caption); ++i) {
    if (name(static_cast<BlockKind>(i)) == wanted) return static_cast<BlockKind>(i);
  }
  return BlockKind::paragraph;
}

std::string valid(std::string_view text) {
  return std::string(text.substr(0, valid_utf8_prefix(text)));
}

void read_segments(Database& database, ProjectState& state) {
  Statement all =
      database.prepare("SELECT id, edition, text, edited, block, kind FROM segment ORDER BY id");
  while (all.step()) {
    if (all.integer(0) != std::ssize(state.segments) + 1) damaged(database);
    ProjectSegment& segment = state.segments.emplace_back();
    segment.edition = all.integer(1) == 0 ? Edition::source : Edition::target;
    segment.text = valid(all.text(2));
    segment.edited = all.integer(3) != 0;
    segment.block = static_cast<std::size_t>(all.integer(4));
    segment.kind = block_kind(all.text(5));
    if (segment.text.empty()) damaged(database);
  }
}

void read_rows(Database& database, ProjectState& state) {
  Statement all = database.prepare(
      "SELECT id, source, target, confidence, state, bookmark, moved FROM bead ORDER BY place, id");
  std::vector<bool> held(state.segments.size());  // each is in one row at most
  const auto take = [&](std::string_view numbers, Edition edition) {
    auto out = read_numbers(numbers, state.segments.size());
    if (!out) damaged(database);
    for (const SegmentId id : *out) {
      if (state.segment(id).edition != edition) damaged(database);
      const std::size_t at = static_cast<std::size_t>(id) - 1;
      if (held[at]) damaged(database);
      held[at] = true;
    }
    return std::move(*out);
  };
  while (all.step()) {
    ProjectRow& row = state.rows.emplace_back();
    row.id = all.integer(0);
    row.source = take(all.text(1), Edition::source);
    row.target = take(all.text(2), Edition::target);
    row.confidence = std::clamp(all.real(3), 0.0, 1.0);
    const auto known = row_state(all.text(4));
    if (!known || row.id < 1 || (row.source.empty() && row.target.empty())) damaged(database);
    row.state = *known;
    row.bookmark = all.integer(5) != 0;
    row.moved = all.integer(6);
    state.next_row = std::max(state.next_row, row.id + 1);
  }
}

void write_segment(Statement& insert, SegmentId id, const ProjectSegment& segment) {
  insert.bind(1, id)
      .bind(2, std::int64_t{segment.edition == Edition::target})
      .bind(3, segment.text)
      .bind(4, std::int64_t{segment.edited})
      .bind(5, static_cast<std::int64_t>(segment.block))
      .bind(6, name(segment.kind))
      .run();
}

constexpr const char* segment_insertion =
    "INSERT INTO segment(id, edition, text, edited, block, kind) VALUES(?, ?, ?, ?, ?, ?)";

void write_row(Statement& insert, const ProjectRow& row, std::int64_t place) {
  insert.bind(1, row.id)
      .bind(2, place)
      .bind(3, write_numbers(row.source))
      .bind(4, write_numbers(row.target))
      .bind(5, row.confidence)
      .bind(6, name(row.state))
      .bind(7, std::int64_t{row.bookmark})
      .bind(8, row.moved)
      .run();
}

constexpr const char* row_insertion =
    "INSERT OR REPLACE INTO bead(id, place, source, target, confidence, state, bookmark, moved)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?)";

/// Places for `count` rows between two neighbours'; false when there is no room.
bool fill(std::vector<std::int64_t>& out, std::int64_t low, std::int64_t high, std::size_t count) {
  const std::int64_t step = (high - low) / (static_cast<std::int64_t>(count) + 1);
  if (step < 1) return false;
  for (std::size_t i = 1; i <= count; ++i) out.push_back(low + step * static_cast<std::int64_t>(i));
  return true;
}

/// Places of the rows after the change; nothing when some have no room between their neighbours.
std::optional<std::vector<std::int64_t>> moved_places(const Change& change,
                                                      const std::vector<std::int64_t>& places) {
  std::vector<std::int64_t> out;
  std::size_t at = 0;
  for (const Splice& splice : change.splices) {
    const auto begin = places.begin();
    out.insert(out.end(), begin + static_cast<std::ptrdiff_t>(at),
               begin + static_cast<std::ptrdiff_t>(splice.at));
    at = splice.at + splice.before.size();
    if (splice.after.size() == splice.before.size()) {
      out.insert(out.end(), begin + static_cast<std::ptrdiff_t>(splice.at),
                 begin + static_cast<std::ptrdiff_t>(at));
      continue;
    }
    const std::int64_t low =
        out.empty() ? (places.empty() ? 0 : places.front() - stride) : out.back();
    const auto count = static_cast<std::int64_t>(splice.after.size());
    const std::int64_t high = at < places.size() ? places[at] : low + stride * (count + 1);
    if (!fill(out, low, high, splice.after.size())) return {};
  }
  out.insert(out.end(), places.begin() + static_cast<std::ptrdiff_t>(at), places.end());
  return out;
}

}  // namespace

ProjectState read_state(Database& database) {
  ProjectState state;
  state.source = {read_note(database, "source"), read_note(database, "source_language")};
  state.target = {read_note(database, "target"), read_note(database, "target_language")};
  read_segments(database, state);
  read_rows(database, state);
  state.next_row =
      std::max(state.next_row, database.integer("SELECT value FROM note WHERE name = 'next_row'"));
  Statement dismissed = database.prepare("SELECT finding FROM dismissed");
  while (dismissed.step()) state.dismissed.emplace(dismissed.text(0));
  return state;
}

std::vector<std::int64_t> read_places(Database& database) {
  std::vector<std::int64_t> out;
  Statement all = database.prepare("SELECT place FROM bead ORDER BY place, id");
  while (all.step()) out.push_back(all.integer(0));
  return out;
}

void write_state(Database& database, const ProjectState& state) {
  Transaction all(database);
  write_note(database, "source", state.source.name);
  write_note(database, "source_language", state.source.language);
  write_note(database, "target", state.target.name);
  write_note(database, "target_language", state.target.language);
  write_note(database, "next_row", std::to_string(state.next_row));
  write_note(database, "done", "0");
  Statement segment = database.prepare(segment_insertion);
  for (std::size_t i = 0; i < state.segments.size(); ++i) {
    write_segment(segment, static_cast<SegmentId>(i) + 1, state.segments[i]);
  }
  Statement row = database.prepare(row_insertion);
  for (std::size_t i = 0; i < state.rows.size(); ++i) {
    write_row(row, state.rows[i], stride * static_cast<std::int64_t>(i));
  }
  all.commit();
}

std::vector<std::int64_t> write_changed(Database& database, const ProjectState& state,
                                        const Change& change, std::vector<std::int64_t> places) {
  Statement segment = database.prepare(segment_insertion);
  SegmentId next = static_cast<SegmentId>(state.segments.size()) + 1;
  for (const ProjectSegment& one : change.segments) write_segment(segment, next++, one);
  if (!change.finding.empty()) {
    database
        .prepare(change.dismissed ? "INSERT OR IGNORE INTO dismissed(finding) VALUES(?)"
                                  : "DELETE FROM dismissed WHERE finding = ?")
        .bind(1, change.finding)
        .run();
  }
  Statement insert = database.prepare(row_insertion);
  auto moved = moved_places(change, places);
  if (!moved) {  // rare: all rows move apart
    for (std::size_t i = 0; i < places.size(); ++i) {
      places[i] = stride * static_cast<std::int64_t>(i);
      write_row(insert, state.rows[i], places[i]);
    }
    moved = moved_places(change, places);
    assert(moved);
  }
  std::unordered_set<RowId> stay;  // and are written over
  for (const Splice& splice : change.splices) {
    for (const ProjectRow& row : splice.after) stay.insert(row.id);
  }
  Statement gone = database.prepare("DELETE FROM bead WHERE id = ?");
  for (const Splice& splice : change.splices) {
    for (const ProjectRow& row : splice.before) {
      if (!stay.contains(row.id)) gone.bind(1, row.id).run();
    }
  }
  RowId next_row = state.next_row;
  std::size_t grown = 0;  // by the splices before; wraps around where rows were lost, and back
  for (const Splice& splice : change.splices) {
    std::size_t at = splice.at + grown;
    for (const ProjectRow& row : splice.after) {
      write_row(insert, row, (*moved)[at++]);
      next_row = std::max(next_row, row.id + 1);
    }
    grown += splice.after.size() - splice.before.size();
  }
  if (next_row > state.next_row) write_note(database, "next_row", std::to_string(next_row));
  return std::move(*moved);
}

std::string read_note(Database& database, const std::string& name) {
  Statement find = database.prepare("SELECT value FROM note WHERE name = ?");
  find.bind(1, name);
  return find.step() ? valid(find.text(0)) : std::string();
}

void write_note(Database& database, const std::string& name, const std::string& value) {
  database.prepare("INSERT OR REPLACE INTO note(name, value) VALUES(?, ?)")
      .bind(1, name)
      .bind(2, value)
      .run();
}

}  // namespace cotejo
