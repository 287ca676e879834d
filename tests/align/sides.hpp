/// @file  Sides made from lines, for tests of the aligner.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/align.hpp"

namespace cotejo::testing {

inline Side side_of(const std::vector<std::string>& lines, std::string_view language) {
  Side side;
  side.document.source = language;
  side.document.language = language;
  for (const std::string& line : lines) {
    const Span span{side.document.text.size(), side.document.text.size() + line.size()};
    side.segments.push_back({span, side.document.blocks.size()});
    side.document.blocks.push_back({span, BlockKind::paragraph});
    side.document.text += line + "\n";
  }
  return side;
}

inline std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(std::string(COTEJO_TEST_DATA) + "/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// Whether the beads hold every segment of both sides once and in order.
inline bool tiles(const std::vector<Bead>& beads, std::size_t source, std::size_t target) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Bead& bead : beads) {
    if (bead.source.begin != i || bead.target.begin != j) return false;
    if (bead.source.empty() && bead.target.empty()) return false;
    i = bead.source.end;
    j = bead.target.end;
  }
  return i == source && j == target;
}

}  // namespace cotejo::testing
