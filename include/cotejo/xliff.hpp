/// @file  XLIFF 1.2 (OASIS), the exchange format of documents that are being translated.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cotejo/sink.hpp"

namespace cotejo {

/// What a memory offers for a segment.
struct XliffMatch {
  std::string source;
  std::string target;
  double score = 0.0;    ///< in percent, see Match::score; 101 for a context match
  std::string origin;    ///< the document it comes from; empty: unknown
  bool adapted = false;  ///< the target's numbers are those of the segment, not of the match
};

/// A segment to translate.
struct XliffUnit {
  std::string source;
  std::string target;               ///< what it is translated as so far; empty: it isn't
  double score = 0.0;               ///< of the match that `target` comes from; 0: from none
  std::vector<XliffMatch> matches;  ///< the best first
  bool confirmed = false;           ///< by a person: nothing is left to do
};

struct XliffHeader {
  std::string source_language;  ///< BCP 47; "und" stands for an empty one
  std::string target_language;
  std::string original;  ///< the document's name
};

/// Writes a document with one <trans-unit> a segment, numbered from 1, each match an <alt-trans>:
///
///     <trans-unit id="7" xml:space="preserve">
///       <source>Murieron 12 personas.</source>
///       <target state="needs-review-translation" state-qualifier="exact-match">...</target>
///       <alt-trans match-quality="96" origin="nota.es.txt" extradata="adapted"
///           xml:space="preserve">
///         <source xml:lang="es">Murieron 10 personas.</source>
///         <target xml:lang="en">12 people died.</target>
///       </alt-trans>
///     </trans-unit>
///
/// What is confirmed has the state "final", and no qualifier; nor has what comes from no match.
/// The match quality is rounded down, so that 100 is kept for what is equal. Texts are any bytes,
/// see write_tmx. Version 1.2, and not 2.x: it is what OmegaT, Weblate, Virtaal and the
/// translate-toolkit read alternatives from.
void write_xliff(const Sink& sink, const XliffHeader& header, const std::vector<XliffUnit>& units);

}  // namespace cotejo
