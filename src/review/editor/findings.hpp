/// @file  What the review finds in the rows of a project, kept while they stay as they are.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "cotejo/editor.hpp"
#include "cotejo/project.hpp"

namespace cotejo {

/// A finding in a row. Spans are UTF-16 units of the row's texts, its sentences parted by a space.
struct RowFinding {
  std::string id;  ///< by what it is about: the same wherever the same sentences stand
  FindingKind kind = FindingKind::mistranslation;
  Severity severity = Severity::minor;
  Message message;
  Span source;
  Span target;
  bool dismissed = false;
};

/// Rows reviewed together: as the other stages take them, and each finding's RowFinding::id.
struct ReviewedRows {
  ProjectSides sides;
  std::vector<Finding> findings;
  std::vector<std::string> ids;
};
ReviewedRows review_rows(const ProjectState& state, std::span<const ProjectRow> rows,
                         const EditorSetup& setup);

/// The findings of each of these rows, reviewed together.
std::vector<std::vector<RowFinding>> find_in(const ProjectState& state,
                                             std::span<const ProjectRow> rows,
                                             const EditorSetup& setup);

/// The findings last made for each row.
class Findings {
 public:
  /// Takes in findings of rows as they were when reviewed. Where they are news, `revision` is kept;
  /// true when some are.
  bool take(std::span<const ProjectRow> rows, std::vector<std::vector<RowFinding>> found,
            const ProjectState& now, std::int64_t revision);

  /// Says of each finding whether it is dismissed; rows where that is news keep `revision`.
  void dismiss(const std::set<std::string>& dismissed, std::int64_t revision);

  /// The rows whose sentences are not those that were reviewed.
  std::vector<ProjectRow> stale(const ProjectState& now) const;

  const std::vector<RowFinding>& of(RowId row) const;
  std::int64_t revision(RowId row) const;  ///< when they became known; 0: none are

 private:
  struct Reviewed {
    std::vector<SegmentId> source;
    std::vector<SegmentId> target;
    std::vector<RowFinding> findings;
    std::int64_t revision = 0;
  };
  std::unordered_map<RowId, Reviewed> rows_;
};

}  // namespace cotejo
