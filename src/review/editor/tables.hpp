/// @file  A project's state in the tables of its file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cotejo/project.hpp"
#include "foreign/sqlite.hpp"

namespace cotejo {

/// While it lives, everything is read as it was at one moment, whatever other programs write.
class Snapshot {
 public:
  explicit Snapshot(Database& database) : database_(database) {
    database.execute("SAVEPOINT moment");
  }
  ~Snapshot() {
    try {
      database_.execute("RELEASE moment");
    } catch (const Error&) {  // nothing was written
    }
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
};

/// Throws Error when what the tables hold is no state.
ProjectState read_state(Database& database);
/// The places of the rows, in order.
std::vector<std::int64_t> read_places(Database& database);

/// Fills empty tables, in one transaction.
void write_state(Database& database, const ProjectState& state);

/// Writes what a change that fits the state comes to, in the transaction that is open. `places` are
/// those of the state's rows; those of the rows after the change come back.
std::vector<std::int64_t> write_changed(Database& database, const ProjectState& state,
                                        const Change& change, std::vector<std::int64_t> places);

std::string read_note(Database& database, const std::string& name);
void write_note(Database& database, const std::string& name, const std::string& value);

}  // namespace cotejo
