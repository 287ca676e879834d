/// @file  The file format of lexicons/: tab-separated rows, `#` comments, `|` between the forms in
/// a cell.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// Calls `row` with the cells of each row and its line number (from 1). Blank lines and lines that
/// begin with `#` followed by a space or nothing are comments. A final CR is dropped. Views point
/// into `table`.
void each_row(
    std::string_view table,
    const std::function<void(std::span<const std::string_view> cells, std::size_t line)>& row);

/// The parts of a cell between `separator`s. An empty cell has no parts.
std::vector<std::string_view> split(std::string_view cell, char separator);

}  // namespace cotejo
