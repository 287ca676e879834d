/// @file  The tables of a project's file.
#pragma once

#include <string>

#include "foreign/sqlite.hpp"

namespace cotejo {

/// Makes the tables in an empty file.
void make_project(Database& database);

/// Brings an older project's tables up to date. Throws Error when the file is no project, or one of
/// a newer cotejo.
void expect_project(Database& database);

}  // namespace cotejo
