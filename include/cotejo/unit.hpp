/// @file  Translation units: what a ladder says, in the words of translation memories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/align.hpp"

namespace cotejo {

/// A source passage and its translation, as TMX, TSV and a memory carry them. See passage for the
/// texts.
struct Unit {
  std::string source;
  std::string target;
  std::size_t bead = 0;  ///< position in the ladder, from 0; of a moved passage its source's
  std::size_t source_count = 0;  ///< segments on each side: 2 and 1 for a 2-1 bead
  std::size_t target_count = 0;
  double confidence = 0.0;  ///< see Bead::confidence
  /// For context matches, when a new source text stands beside the same neighbours: the hash of the
  /// source text of the unit before in the ladder, as 16 hex digits; empty at an end.
  std::string before;
  std::string after;   ///< the same of the unit after
  bool moved = false;  ///< stands elsewhere in the target, see Alignment::moved
};

struct UnitOptions {
  bool metadata = false;        ///< keep date lines and bylines
  double least_confidence = 0;  ///< leave out units below it
};

/// The units of a ladder in order: beads with text on both sides. Insertions, deletions and (unless
/// asked for) metadata are left out; a bead that holds metadata beside text gives a unit of the
/// text. Leaving out doubtful units doesn't change the context of the others: `before` and `after`
/// may be the hash of a unit left out. Moved passages stand where the source has them.
std::vector<Unit> units(const Side& source, const Side& target, const std::vector<Bead>& beads,
                        const UnitOptions& options = {}, const std::vector<Bead>& moved = {});

/// The text of a run of segments as people read it: the document's bytes with each run of spaces,
/// tabs and line ends made one space. No-break and other typographic spaces are text and stay.
/// Segments that touch in the document touch here. The range must lie within the segments.
std::string passage(const Side& side, Range segments);

/// 64-bit FNV-1a of a text's bytes; of a unit's two texts: the source's bytes, a NUL, the target's.
/// The same on every machine and in every version.
std::uint64_t hash(std::string_view text);
std::uint64_t hash(std::string_view source, std::string_view target);

/// A hash as files carry it: 16 lower-case hex digits.
std::string hex(std::uint64_t hash);

}  // namespace cotejo
