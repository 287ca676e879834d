/// @file  The project's file: every act is safe on the disk before it is answered, and can be taken
/// back after any number of days.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "cotejo/error.hpp"
#include "cotejo/project.hpp"

namespace cotejo {

/// The act would change a row that has changed since it was last seen. Nothing was done.
class Conflict : public Error {
 public:
  Conflict(Message message, RowId row) : Error(std::move(message)), row_(row) {}
  RowId row() const { return row_; }

 private:
  RowId row_;
};

/// A project on the disk (SQLite), for one thread at a time. Several programs may have one open:
/// each sees what the others did with refresh() and, at the latest, when it acts.
///
/// A revision counts what changed since this object was made, from 1; versions of rows are
/// revisions. They are this object's own and not kept.
class Project {
 public:
  /// Throws Error when the file is there already or cannot be made.
  static Project create(const std::string& path, ProjectState state);
  /// Throws Error that says so when there is none, when it is no project, is damaged, was made by a
  /// newer cotejo or may not be written.
  static Project open(const std::string& path);
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  ~Project();

  const std::string& path() const;
  const ProjectState& state() const;
  std::int64_t revision() const;
  std::int64_t version(RowId row) const;  ///< the revision that changed it; 0: no such row
  std::int64_t order_revision() const;    ///< the last that added, removed or moved rows
  std::int64_t count_revision();  ///< a new one, for a change beside the rows, such as findings
  bool can_undo() const;
  bool can_redo() const;

  /// Takes in what other programs did; true when there was something.
  bool refresh();

  /// Does it, or throws: Conflict when it touches a row whose version is greater than `seen`, Error
  /// when it can't be done. Gives the row where the eye should go.
  std::optional<RowId> act(const Act& act, std::int64_t seen, const Aligner& aligner = {});
  std::optional<RowId> undo(std::int64_t seen);
  std::optional<RowId> redo(std::int64_t seen);

  /// A word to remember beside the rows, such as which memory the rows went to. Empty: none.
  std::string note(const std::string& key);
  void set_note(const std::string& key, const std::string& value);

 private:
  class Store;
  explicit Project(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace cotejo
