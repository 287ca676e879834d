#include "tables/rows.hpp"

namespace cotejo {

std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = cell.find(separator);
    parts.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return parts;
}

void each_row(std::string_view table,
              const std::function<void(std::span<const std::string_view>, std::size_t)>& row) {
  std::size_t number = 0;
  while (!table.empty()) {
    ++number;
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line == "#" || line.starts_with("# ")) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    row(cells, number);
  }
}

}  // namespace cotejo
