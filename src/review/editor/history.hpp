/// @file  Changes and rows as the project's file writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/project.hpp"

namespace cotejo {

/// {"splices": [{"at": 3, "before": [row, ...], "after": [row, ...]}], "finding": "...",
/// "dismissed": true}, a row as [id, [source], [target], confidence, "state", bookmark, moved]. The
/// added segments are no part of it.
std::string write_change(const Change& change);

/// Any bytes. Throws Error when they are no change; segments are numbered up to `segments`.
Change read_change(std::string_view bytes, std::size_t segments);

/// "3 4 5", as a column of the file has it. Reading any bytes: nothing when they are no such list.
std::string write_numbers(const std::vector<SegmentId>& numbers);
std::optional<std::vector<SegmentId>> read_numbers(std::string_view text, std::size_t segments);

/// The state with this name.
std::optional<RowState> row_state(std::string_view name);

}  // namespace cotejo
