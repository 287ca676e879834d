/// @file  Anchors: what a text says that can be compared across languages by value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/document.hpp"
#include "cotejo/lexicon.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// The kinds and how their keys look. Numbers in keys are exact decimals, or fractions where no
/// finite decimal will do: "n:0.5", "n:2/3".
enum class AnchorKind : std::uint8_t {
  number,   ///< "n:3500000000", "n:-3"; a percentage "%:12.5"; an ordinal "o:2"; a vague number
            ///< has its order of magnitude: "n:~10000" for tens of thousands
  date,     ///< "d:2025-02-24", "d:--02-24" (no year), "d:2025-02", "m:02" (month), "w:1"
            ///< (Monday), "y:2019" (also "n:2019": it may be a number), "y:-300" (B.C.),
            ///< "y:1990s", "c:20"
  time,     ///< "t:15:00"; an hour with no part of the day has both: "t:03:00", "t:15:00"
  money,    ///< "$:EUR:20", by ISO 4217 code. Names that many currencies bear are codes of
            ///< their own: "20 dollars" is "$:dollar:20", "US$20" that and "$:USD:20", "$20"
            ///< "$:dollar:20" and "$:peso:20"
  measure,  ///< "u:kilometer:5", "u:year:4", "u:celsius:-3"; nothing is converted
  person,   ///< keys of names are those of lexicons/names: "volodymyr-zelensky", "ua", "nato"
  place,
  organisation,
  demonym,
  title,
  event,
  work,
  term,
  quotation,  ///< the quoted passage, marks included; key: "q:" and its number of words
  url,  ///< literals: the key is the folded literal itself; of a URL without scheme and "www."
  email,
  code,     ///< "W3C", "SS19", "F-16": letters and digits mixed; key without hyphens: "f16"
  hashtag,  ///< "#..." and "@..."
  cognate,  ///< a capitalised word that no table holds: "k:" and its skeleton ("k:slnsk" for
            ///< Zelensky and Zelenski), or the folded word where the skeleton is too short to tell
};

/// The kind's name as the command line prints it: "number", "organisation".
std::string_view name(AnchorKind kind);

/// A passage and what it says. Equal keys say the same thing in either language.
///
///     "3.500 millones"   number   n:3500000000
///     "1.500"            number   n:1500, n:1.5    (Spanish; the point parts thousands in Madrid,
///                                                  decimals in Mexico)
///     "3/4/2026"         date     d:2026-03-04, d:2026-04-03
///     "ucranianos"       demonym  ua               meets "Ukraine", "Ucrania"
///
/// A passage that can be read in several ways has several keys, the likeliest first, and agrees
/// with any of them.
struct Anchor {
  Span span;
  AnchorKind kind = AnchorKind::number;
  std::vector<std::string> keys;  ///< never empty
};

/// The anchors of a document in order of their begin. Anchors don't overlap, but for quotations,
/// which hold others. Of two readings of the same words the longer wins; at equal length the kind
/// that stands first in AnchorKind.
std::vector<Anchor> find_anchors(const Document& document, const Lexicon& lexicon);

}  // namespace cotejo
