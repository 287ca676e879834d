/// @file  TMX 1.4b (LISA OSCAR), the exchange format of translation memories.
#pragma once

#include <cstddef>
#include <ctime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cotejo/sink.hpp"
#include "cotejo/source.hpp"
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

/// An attribute {"usagecount", "3"} or a prop element {"x-document", "nota.es.txt"}.
struct TmxProperty {
  std::string type;
  std::string text;

  friend bool operator==(const TmxProperty&, const TmxProperty&) = default;
};

/// What a TMX file says of itself, of a unit or of one of its variants, as it is written there; an
/// empty string where it says nothing. Dates are YYYYMMDDThhmmssZ when the file keeps the rules.
struct TmxNotes {
  std::string creation_date;
  std::string creation_id;
  std::string change_date;
  std::string change_id;
  std::vector<TmxProperty> attributes;  ///< those that have no member of their own
  std::vector<TmxProperty> properties;
  std::vector<std::string> notes;
};

/// The header: creationtool, datatype and the like are among the attributes.
struct TmxFile : TmxNotes {
  std::string version;          ///< "1.4"
  std::string source_language;  ///< srclang; "*all*" where units may be read from any language
};

/// One language's text of a unit.
struct TmxVariant : TmxNotes {
  std::string language;   ///< xml:lang, or lang as TMX 1.1 has it, as written: "EN_us"
  std::string text;       ///< without inline tags, white space kept
  std::size_t codes = 0;  ///< inline tags left out: bpt, ept, ph, it, ut, hi, sub
};

struct TmxUnit : TmxNotes {
  std::string id;                    ///< tuid
  std::string source_language;       ///< its own srclang, else the header's
  std::vector<TmxVariant> variants;  ///< any number, in the file's order
  std::size_t line = 0;              ///< where it begins, from 1
};

/// Reads TMX 1.1 to 1.4b in any encoding that it declares and libxml2 knows, a unit at a time: no
/// more is held than the longest unit (64 MiB at most). Gives each to `take` with what the header
/// says, and the header itself at the end. What write_tmx wrote comes back as it was: texts, tuid,
/// dates and props.
///
///     <tu tuid="7" changedate="20240101T090000Z"><note>checked</note>
///       <tuv xml:lang="es"><seg>Pulse <bpt i="1">&lt;b&gt;</bpt>Salir<ept i="1">&lt;/b&gt;</ept>
///     </seg></tuv></tu>
///
/// gives id "7", one note, and a variant of "es" with the text "Pulse Salir" (and the line end) and
/// two codes. Inline tags go with what they hold, the native codes, but the text of hi and sub
/// stays: that of hi where it stands, that of sub parted by spaces from what stands beside it.
/// The languages of notes and props, and user-defined encodings (ude), are not kept.
///
/// Nothing but the file is read: no DTD, no other file, no entity but XML's own. Throws Error that
/// names `name`, the line and the mend when it is not TMX or is damaged, cut short too; units given
/// before that were whole. What `take` and `source` throw passes through.
TmxFile read_tmx(const Source& source, const std::string& name,
                 const std::function<void(const TmxFile& file, TmxUnit unit)>& take);

}  // namespace cotejo
