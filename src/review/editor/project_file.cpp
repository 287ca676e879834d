#include "cotejo/project_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "foreign/sqlite.hpp"
#include "review/editor/history.hpp"
#include "review/editor/schema.hpp"
#include "review/editor/tables.hpp"

namespace cotejo {

class Project::Store {
 public:
  explicit Store(const std::string& path) : database_(path, OpenMode::write) {
    expect_project(database_);
    database_.execute("PRAGMA journal_mode = WAL");
    database_.execute("PRAGMA synchronous = FULL");
    load();
    for (const ProjectRow& row : state_.rows) versions_[row.id] = revision_;
  }

  /// As a whole or, when it throws, not at all.
  void load() {
    const Snapshot one_moment(database_);
    const std::int64_t seen = database_.integer("PRAGMA data_version");
    ProjectState state = read_state(database_);
    std::vector<std::int64_t> places = read_places(database_);
    done_ = database_.integer("SELECT value FROM note WHERE name = 'done'");
    last_ = database_.integer("SELECT max(id) FROM history");
    state_ = std::move(state);
    places_ = std::move(places);
    seen_ = seen;
  }

  bool refresh() {
    if (database_.integer("PRAGMA data_version") == seen_) return false;
    const std::vector<ProjectRow> old = state_.rows;
    load();
    ++revision_;
    std::unordered_map<RowId, const ProjectRow*> was;
    for (const ProjectRow& row : old) was[row.id] = &row;
    std::unordered_map<RowId, std::int64_t> versions;
    for (const ProjectRow& row : state_.rows) {
      const auto before = was.find(row.id);
      const bool same = before != was.end() && *before->second == row;
      versions[row.id] = same ? versions_[row.id] : revision_;
    }
    versions_ = std::move(versions);
    if (!std::ranges::equal(old, state_.rows, {}, &ProjectRow::id, &ProjectRow::id)) {
      order_revision_ = revision_;
    }
    return true;
  }

  /// Writes and applies what `make` makes of the state as it is now, whoever wrote it.
  template <typename Make>
  std::optional<RowId> change(std::int64_t seen, const Make& make) {
    Transaction transaction(database_);
    refresh();
    const auto [change, done, last, record] = make();
    if (change.empty()) return {};
    expect_seen(change, seen);
    expect_fit(state_, change);
    std::vector<std::int64_t> places = write_changed(database_, state_, change, places_);
    if (record) {
      database_.prepare("DELETE FROM history WHERE id > ?").bind(1, done_).run();
      database_.prepare("INSERT INTO history(id, change) VALUES(?, ?)")
          .bind(1, done)
          .bind(2, write_change(change))
          .run();
    }
    write_note(database_, "done", std::to_string(done));
    transaction.commit();
    apply(state_, change);
    places_ = std::move(places);
    done_ = done;
    last_ = last;
    mark(change);
    return focus(change);
  }

  struct Made {
    Change change;
    std::int64_t done;  ///< the act that the history then stands behind
    std::int64_t last;
    bool record;
  };

  std::optional<RowId> act(const Act& act, std::int64_t seen, const Aligner& aligner) {
    return change(seen, [&]() -> Made {
      std::visit([&](const auto& chosen) { expect_rows(chosen, seen); }, act);
      return {plan(state_, act, aligner), done_ + 1, done_ + 1, true};
    });
  }

  std::optional<RowId> undo(std::int64_t seen) {
    return change(seen, [&]() -> Made {
      if (done_ == 0) throw Error(Message{"there is nothing to undo", {}});
      return {inverse(recorded(done_)), done_ - 1, last_, false};
    });
  }

  std::optional<RowId> redo(std::int64_t seen) {
    return change(seen, [&]() -> Made {
      if (done_ >= last_) throw Error(Message{"there is nothing to redo", {}});
      return {recorded(done_ + 1), done_ + 1, last_, false};
    });
  }

  Change recorded(std::int64_t id) {
    Statement find = database_.prepare("SELECT change FROM history WHERE id = ?");
    find.bind(1, id);
    return read_change(find.step() ? find.text(0) : "", state_.segments.size());
  }

  [[noreturn]] static void conflict(RowId row) {
    throw Conflict(Message{"the row was changed elsewhere meanwhile; nothing was done", {}}, row);
  }

  void expect_row(RowId row, std::int64_t seen) const {
    const auto version = versions_.find(row);
    const bool was_there = row > 0 && row < state_.next_row;
    if (version == versions_.end() && (!was_there || seen >= revision_)) {
      throw Error(Message{"there is no such row", {}});
    }
    if (version == versions_.end() || version->second > seen) conflict(row);
  }

  template <typename Chosen>
  void expect_rows(const Chosen& act, std::int64_t seen) const {
    if constexpr (requires { act.row; }) expect_row(act.row, seen);
    if constexpr (requires { act.other; }) expect_row(act.other, seen);
  }

  void expect_seen(const Change& change, std::int64_t seen) const {
    for (const Splice& splice : change.splices) {
      for (const ProjectRow& row : splice.before) {
        const auto version = versions_.find(row.id);
        if (version == versions_.end() || version->second > seen) conflict(row.id);
      }
    }
  }

  void mark(const Change& change) {
    ++revision_;
    for (const Splice& splice : change.splices) {
      for (const ProjectRow& row : splice.before) versions_.erase(row.id);
    }
    for (const Splice& splice : change.splices) {
      for (const ProjectRow& row : splice.after) versions_[row.id] = revision_;
      if (!std::ranges::equal(splice.before, splice.after, {}, &ProjectRow::id, &ProjectRow::id)) {
        order_revision_ = revision_;
      }
    }
  }

  Database database_;
  ProjectState state_;
  std::vector<std::int64_t> places_;  ///< of the rows, in the file
  std::unordered_map<RowId, std::int64_t> versions_;
  std::int64_t revision_ = 1;
  std::int64_t order_revision_ = 1;
  std::int64_t seen_ = 0;  ///< SQLite's count of what other connections wrote
  std::int64_t done_ = 0;  ///< the last act in the history that stands
  std::int64_t last_ = 0;  ///< the last that could be done again
};

Project::Project(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Project Project::create(const std::string& path, ProjectState state) {
  // Whole or not at all: it gets its name when all is in it, unless the name is taken by then.
  const std::string temporary = path + "." + std::to_string(::getpid()) + ".part";
  std::remove(temporary.c_str());
  try {
    Database database(temporary, OpenMode::create);
    make_project(database);
    write_state(database, state);
  } catch (const Error&) {
    std::remove(temporary.c_str());
    throw;
  }
  bool named = ::link(temporary.c_str(), path.c_str()) == 0;
  // Not every file system knows links.
  if (!named && ::access(path.c_str(), F_OK) != 0) {
    named = std::rename(temporary.c_str(), path.c_str()) == 0;
  }
  std::remove(temporary.c_str());
  if (!named) {
    throw Error(Message{"{1}: cannot be made; is a file of that name there already?", {path}});
  }
  return open(path);
}

Project Project::open(const std::string& path) { return Project(std::make_unique<Store>(path)); }

const std::string& Project::path() const { return store_->database_.path(); }
const ProjectState& Project::state() const { return store_->state_; }
std::int64_t Project::revision() const { return store_->revision_; }
std::int64_t Project::order_revision() const { return store_->order_revision_; }
bool Project::can_undo() const { return store_->done_ > 0; }
bool Project::can_redo() const { return store_->done_ < store_->last_; }
std::int64_t Project::count_revision() { return ++store_->revision_; }
bool Project::refresh() { return store_->refresh(); }

std::int64_t Project::version(RowId row) const {
  const auto found = store_->versions_.find(row);
  return found == store_->versions_.end() ? 0 : found->second;
}

std::optional<RowId> Project::act(const Act& act, std::int64_t seen, const Aligner& aligner) {
  return store_->act(act, seen, aligner);
}
std::optional<RowId> Project::undo(std::int64_t seen) { return store_->undo(seen); }
std::optional<RowId> Project::redo(std::int64_t seen) { return store_->redo(seen); }

std::string Project::note(const std::string& key) {
  return read_note(store_->database_, "their " + key);
}

void Project::set_note(const std::string& key, const std::string& value) {
  write_note(store_->database_, "their " + key, value);
}

}  // namespace cotejo
