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

enum class AnchorKind : std::uint8_t {
  number,  ///< "n:3500000000", "n:0.5", "n:-3"; also a percentage's "%:12.5" and an ordinal's "o:2"
  date,    ///< "d:2025-02-24", "d:--02-24" (no year), "d:2025-02", "m:02" (month), "w:1" (Monday),
           ///< "y:1990s", "c:20"
  time,    ///< "t:15:00"
  money,   ///< "$:USD:3500000000"; a bare dollar sign has the currency "?": "$:?:20"
  measure,  ///< "u:kilometer:5", "u:year:4", "u:celsius:-3"
  person,   ///< keys of names are those of lexicons/names: "volodymyr-zelensky", "ua", "nato"
  place,
  organisation,
  demonym,
  title,
  event,
  work,
  term,
  quotation,  ///< the quoted passage, marks included; key: "q:" and its number of words
  url,        ///< literals: the key is the folded literal itself
  email,
  code,     ///< "W3C", "SS19", "A-320": letters and digits mixed
  hashtag,  ///< "#..." and "@..."
  cognate,  ///< a capitalised word that no table holds: "k:" and its skeleton ("k:zlnsk" for
            ///< Zelensky and Zelenski)
};

/// The kind's name as the command line prints it: "number", "organisation".
std::string_view name(AnchorKind kind);

/// A passage and what it says. Equal keys say the same thing in either language.
///
///     "3.500 millones"   number   n:3500000000
///     "1.500"            number   n:1500 or n:1.5      (Spanish; the point parts thousands in
///     Madrid, decimals in Mexico) "ucranianos"       demonym  ua                   meets
///     "Ukraine", "Ucrania"
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
