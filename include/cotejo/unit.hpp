/// @file  Translation units: what a ladder says, in the words of translation memories.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cotejo/align.hpp"

namespace cotejo {

/// A source passage and its translation, as TMX, TSV, JSONL and a memory carry them. Texts are the
/// documents' bytes with each run of white space made one space.
struct Unit {
  std::string source;
  std::string target;
  std::size_t bead = 0;          ///< position in the ladder, from 0
  std::size_t source_count = 0;  ///< segments on each side: 2 and 1 for a 2-1 bead
  std::size_t target_count = 0;
  double confidence = 0.0;  ///< see Bead::confidence
  std::string before;       ///< 16 hex digits: hash of the unit before in the ladder, for context
                            ///< matches; empty at an end
  std::string after;
};

struct UnitOptions {
  bool metadata = false;        ///< keep date lines and bylines
  double least_confidence = 0;  ///< leave out units below it
};

/// The units of a ladder in order: beads with text on both sides. Insertions, deletions and (unless
/// asked for) metadata are left out.
std::vector<Unit> units(const Side& source, const Side& target, const std::vector<Bead>& beads,
                        const UnitOptions& options = {});

}  // namespace cotejo
