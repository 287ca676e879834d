/// @file  Small projects for tests.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "cotejo/project.hpp"
#include "side.hpp"

namespace cotejo {

/// Three pairs, an insertion and a deletion:
///
///     1  Uno. Dos. | One.     2  Tres. | Two. Three.     3  Cuatro. |     4  | Four.     5  Fin. |
///     End.
inline ProjectState small_project() {
  const Side source = side("es", {{"Uno.", "Dos."}, {"Tres.", "Cuatro.", "Fin."}});
  const Side target = side("en", {{"One.", "Two.", "Three."}, {"Four.", "End."}});
  return begin_project(source, target,
                       {{{0, 2}, {0, 1}, 0.9, {}},
                        {{2, 3}, {1, 3}, 0.8, {}},
                        {{3, 4}, {3, 3}, 0.7, {}},
                        {{4, 4}, {3, 4}, 0.6, {}},
                        {{4, 5}, {4, 5}, 0.5, {}}},
                       {});
}

/// "Uno. Dos. | One.": the texts of a row.
inline std::string said(const ProjectState& state, const ProjectRow& row) {
  std::string out;
  for (const SegmentId id : row.source) out.append(state.segment(id).text).append(1, ' ');
  out += '|';
  for (const SegmentId id : row.target) out.append(1, ' ').append(state.segment(id).text);
  return out;
}

inline std::vector<std::string> said(const ProjectState& state) {
  std::vector<std::string> out;
  for (const ProjectRow& row : state.rows) out.push_back(said(state, row));
  return out;
}

}  // namespace cotejo
