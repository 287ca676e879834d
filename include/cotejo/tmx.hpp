/// @file  TMX 1.4b (LISA OSCAR), the exchange format of translation memories.
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "cotejo/sink.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {

/// What the file says of itself. Languages are BCP 47 tags, hyphenated; srclang and xml:lang carry
/// them unchanged ("und" stands for an empty one).
struct TmxHeader {
  std::string source_language;
  std::string target_language;
  std::string source_document;  ///< names for the provenance props; an empty one makes no prop
  std::string target_document;
  std::time_t date = 0;                           ///< creation date, seconds since 1970, UTC
  std::optional<Verdict> verdict = std::nullopt;  ///< makes three props of the header
};

/// Writes units as a Level-1 TMX 1.4 file: UTF-8, XML 1.0 characters only (others are dropped,
/// bytes that are not UTF-8 become U+FFFD), source tuv first. Units with an empty side are left
/// out.
///
///     <header ...>
///       <prop type="x-verdict">partly-parallel</prop>        or parallel, unrelated: see Relation
///       <prop type="x-source-covered">0.7310</prop>          Coverage::share of each side
///       <prop type="x-target-covered">0.9862</prop>
///     </header>
///     <tu tuid="9c0e3a4f0b1d2e55" creationdate="20250224T120000Z">
///       <prop type="x-document">nota.es.txt</prop>           the source document
///       <prop type="x-target-document">nota.en.txt</prop>
///       <prop type="x-position">12</prop>                    of the bead in the ladder, from 0
///       <prop type="x-bead">2-1</prop>                       segments of each side
///       <prop type="x-confidence">0.9873</prop>
///       <prop type="x-moved">yes</prop>                      stands elsewhere in the target; else
///                                                            there is no such prop
///       <prop type="x-before-hash">0f...</prop>              Unit::before; none at an end
///       <prop type="x-after-hash">a3...</prop>
///       <tuv xml:lang="es-US"><seg>...</seg></tuv>
///       <tuv xml:lang="en"><seg>...</seg></tuv>
///     </tu>
///
/// x-document is the name memoQ gives it. The hashes have names of their own, since the names other
/// tools give to context promise its text (memoQ's x-context-pre, OmegaT's prev) or another sum
/// (XTM's x-previous-crc).
///
/// The tuid is the unit's hash (see hash in unit.hpp): the same pair has the same tuid in every
/// file, whatever stands around it. Where a pair returns in one file, "-2", "-3" follow.
///
/// There is no DOCTYPE: importers that don't hold the DTD would look for it, others refuse any.
void write_tmx(const Sink& sink, const TmxHeader& header, const std::vector<Unit>& units);

}  // namespace cotejo
