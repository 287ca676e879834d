#include "review/editor/schema.hpp"

#include <array>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

constexpr std::int64_t application = 0x636F7470;  // "cotp"

/// What each version added; the file's user_version is how many of them it has had.
///
/// A note is a word by name: what the editions are called, the numbers that are next. A row's place
/// gives the order and nothing else. History holds every act that can be taken back, and behind the
/// note "done" those that were.
constexpr std::array versions = {
    "CREATE TABLE note(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE segment(id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, text TEXT NOT NULL,"
    "  edited INTEGER NOT NULL, block INTEGER NOT NULL, kind TEXT NOT NULL);"
    "CREATE TABLE bead(id INTEGER PRIMARY KEY, place INTEGER NOT NULL, source TEXT NOT NULL,"
    "  target TEXT NOT NULL, confidence REAL NOT NULL, state TEXT NOT NULL,"
    "  bookmark INTEGER NOT NULL, moved INTEGER NOT NULL);"
    "CREATE TABLE dismissed(finding TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE history(id INTEGER PRIMARY KEY, change TEXT NOT NULL);",
};

void bring_up(Database& database, std::int64_t version) {
  Transaction all(database);  // also finds out whether we may write
  if (version == std::ssize(versions)) return;
  for (; version < std::ssize(versions); ++version) {
    database.execute(versions[static_cast<std::size_t>(version)]);
  }
  database.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
  all.commit();
}

}  // namespace

void make_project(Database& database) {
  database.execute(("PRAGMA application_id = " + std::to_string(application)).c_str());
  bring_up(database, 0);
}

void expect_project(Database& database) {
  if (database.integer("PRAGMA application_id") != application) {
    throw Error(Message{"{1}: is no project of cotejo's; name another file with --project",
                        {database.path()}});
  }
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version > std::ssize(versions)) {
    throw Error(Message{"{1}: was made by a newer cotejo; update cotejo", {database.path()}});
  }
  bring_up(database, version);
}

}  // namespace cotejo
