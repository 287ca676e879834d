/// @file  A project: two editions while a person puts right how they go together. Every act is a
/// pure function of the state and can be taken back; see project_file.hpp for how it is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/document.hpp"

namespace cotejo {

using SegmentId = std::int64_t;  ///< from 1, in ProjectState::segments
using RowId = std::int64_t;      ///< from 1; stays the row's own while it lives

/// A sentence of an edition. It is never changed: an edit makes another, and so does a cut.
struct ProjectSegment {
  Edition edition = Edition::source;
  std::string text;       ///< UTF-8 in NFC, one line
  bool edited = false;    ///< by a person; else as it was read
  std::size_t block = 0;  ///< neighbours with one number share a paragraph
  BlockKind kind = BlockKind::paragraph;
};

enum class RowState : std::uint8_t { open, confirmed, review };

/// "open", "confirmed", "review".
std::string_view name(RowState state);

/// A rung: what of the source says the same as what of the target. One side may be empty, not both.
struct ProjectRow {
  RowId id = 0;
  std::vector<SegmentId> source;
  std::vector<SegmentId> target;
  double confidence = 0.0;  ///< see Bead; of a row made by hand, the least of those it came from
  RowState state = RowState::open;
  bool bookmark = false;
  SegmentId moved =
      0;  ///< the rows with the two ends of a moved passage name its first sentence; 0: none

  friend bool operator==(const ProjectRow&, const ProjectRow&) = default;
};

/// What an edition is called and written in.
struct ProjectEdition {
  std::string name;      ///< see Document::source
  std::string language;  ///< see Document::language
};

/// Two editions and how they go together.
///
///     segments   1 "Llegó."  2 "Y se fue."  3 "She came and went."  4 "The end."
///     rows       {1, 2 | 3}  { | 4}
///
/// The rows hold the segments of each edition in reading order, each at most once; segments that no
/// row holds are what edits and cuts replaced. An empty project has no rows.
struct ProjectState {
  ProjectEdition source;
  ProjectEdition target;
  std::vector<ProjectSegment> segments;  ///< SegmentId n stands at n - 1; they are only ever added
  std::vector<ProjectRow> rows;
  std::set<std::string> dismissed;  ///< findings that a person waved through, by name
  RowId next_row = 1;               ///< no row had this number or a greater one

  const ProjectSegment& segment(SegmentId id) const {
    return segments[static_cast<std::size_t>(id) - 1];
  }
};

/// The state to begin with. `moved` as align gives it.
ProjectState begin_project(const Side& source, const Side& target, const std::vector<Bead>& beads,
                           const std::vector<Bead>& moved);

/// Rows as the other stages take them: the sides' anchors are left empty. A confirmed row's
/// confidence is 1.
struct ProjectSides {
  Side source;
  Side target;
  std::vector<Bead> beads;  ///< one a row
  std::vector<Bead> moved;  ///< passages with both ends among the rows
};
ProjectSides sides_of(const ProjectState& state, std::span<const ProjectRow> rows);

// What a person can do. Rows and segments are named by their numbers.

struct MergeRows {  ///< with the next row
  RowId row = 0;
};
struct SplitRow {  ///< at a place in one edition; the other is cut where the lengths fit best
  RowId row = 0;
  Edition edition = Edition::source;
  SegmentId segment = 0;
  std::size_t offset = 0;  ///< bytes of the segment's text
};
struct MoveBoundary {  ///< up: the row's first segment joins the row above; else its last the one
                       ///< below
  RowId row = 0;
  Edition edition = Edition::source;
  bool up = false;
};
struct UnlinkRow {  ///< its two sides become two rows
  RowId row = 0;
};
struct LinkRows {  ///< two rows become one; nothing that is linked may stand between
  RowId row = 0;
  RowId other = 0;
};
struct EditText {  ///< an empty text takes the segment away
  RowId row = 0;
  Edition edition = Edition::source;
  SegmentId segment = 0;
  std::string text;
};
struct SetState {
  RowId row = 0;
  RowState state = RowState::open;
};
struct SetBookmark {
  RowId row = 0;
  bool on = false;
};
struct ConfirmUntil {  ///< this row and all before it
  RowId row = 0;
};
struct Realign {};  ///< everything between confirmed rows anew
struct DismissFinding {
  RowId row = 0;        ///< where it was seen
  std::string finding;  ///< its name
  bool on = true;
};
using Act = std::variant<MergeRows, SplitRow, MoveBoundary, UnlinkRow, LinkRows, EditText, SetState,
                         SetBookmark, ConfirmUntil, Realign, DismissFinding>;

/// A run of rows and what takes its place. Rows that only the act looked at stand on both sides.
struct Splice {
  std::size_t at = 0;  ///< position of the first row, before the change
  std::vector<ProjectRow> before;
  std::vector<ProjectRow> after;
};

/// What an act comes to. Empty when it changes nothing.
struct Change {
  std::vector<Splice> splices;           ///< in order, apart from each other
  std::vector<ProjectSegment> segments;  ///< added behind those there are
  std::string finding;                   ///< dismissed, or no longer; empty: none
  bool dismissed = false;

  bool empty() const { return splices.empty() && finding.empty(); }
};

/// Aligns sides without anchors.
using Aligner = std::function<Alignment(Side source, Side target)>;

/// What the act comes to in this state. Throws Error that says why when it can't be done; rows that
/// it names must be there. The aligner is asked for Realign alone.
Change plan(const ProjectState& state, const Act& act, const Aligner& aligner = {});

/// Throws Error when the change is not one of this state, as apply does before it changes anything.
void expect_fit(const ProjectState& state, const Change& change);
void apply(ProjectState& state, const Change& change);

/// What takes it back, and what does it again when asked twice.
Change inverse(const Change& change);

/// The row where the eye should go after a change; nothing when no row is left of what it touched.
std::optional<RowId> focus(const Change& change);

/// The row with this number.
std::optional<std::size_t> find_row(const ProjectState& state, RowId id);

}  // namespace cotejo
