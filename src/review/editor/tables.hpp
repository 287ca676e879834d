/// @file  A project's state in the tables of its file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cotejo/project.hpp"
#include "foreign/sqlite.hpp"

namespace cotejo {

/// Throws Error when what the tables hold is no state.
ProjectState read_state(Database& database);
/// The places of the rows, in order.
std::vector<std::int64_t> read_places(Database& database);

/// Fills empty tables, in one transaction.
void write_state(Database& database, const ProjectState& state);

/// Writes what changes, in the transaction that is open. `places` are those of the rows before, and
/// become those of the rows after.
void write_change_to(Database& database, const Change& change, const ProjectState& before,
                     const ProjectState& after, std::vector<std::int64_t>& places);

std::string read_note(Database& database, const std::string& name);
void write_note(Database& database, const std::string& name, const std::string& value);

}  // namespace cotejo
