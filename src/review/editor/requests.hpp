/// @file  What the page asks for, and what it is told: JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cotejo/memory.hpp"
#include "cotejo/project_file.hpp"
#include "review/editor/findings.hpp"

namespace cotejo {

struct Undo {};
struct Redo {};

/// The body of POST /api/act.
struct ActRequest {
  std::int64_t seen = 0;  ///< the revision that the window shows
  std::variant<Act, Undo, Redo> act;
};

/// Any bytes. Throws Error when they ask for nothing that there is. The state gives the sentences
/// in whose UTF-16 units offsets are counted.
ActRequest read_act(std::string_view body, const ProjectState& state);

/// The body of POST /api/memory: the location.
std::string read_location(std::string_view body);

/// Rows and findings as they are now.
struct Shown {
  const Project& project;
  const Findings& findings;
  const EditorSetup& setup;
};

/// The answer to GET /api/project.
std::string project_answer(const Shown& shown, std::string_view name, std::string_view memory);
/// What has changed since a revision; with `focus` the answer to an act.
std::string changes_answer(const Shown& shown, std::int64_t since);
std::string act_answer(const Shown& shown, std::int64_t since, std::optional<RowId> focus);
/// The answer to POST /api/memory: "left" are those that the memory would not take or change.
std::string memory_answer(const AddReport& report);
/// {"error": "...", "row": 3}
std::string error_answer(std::string_view error, std::optional<RowId> row = {});

}  // namespace cotejo
