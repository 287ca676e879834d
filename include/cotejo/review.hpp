/// @file  The review: where a translation departs from its source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/dictionary.hpp"
#include "cotejo/error.hpp"
#include "cotejo/lexicon.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// What is wrong, in the terms of MQM (https://themqm.org). See name() for how files say it.
enum class FindingKind : std::uint8_t {
  omission,  ///< the source says it, the translation doesn't
  addition,  ///< the translation says it, the source doesn't
  number,
  date,
  time,
  currency,
  unit,
  entity,    ///< a name missing, changed, or another's
  negation,  ///< lost or gained
  untranslated,
  quotation,       ///< marks lost, words put inside or outside, another speaker
  mistranslation,  ///< words without a counterpart, or with the opposite one
  terminology,     ///< one name or term rendered in several ways
  order,           ///< a passage stands elsewhere
  doubled_word,
  punctuation,  ///< unpaired marks
  whitespace,
  encoding,  ///< mojibake
  language,  ///< a passage in the wrong language
};

/// Neutral findings are worth a look and no error: a converted measure.
enum class Severity : std::uint8_t { neutral, minor, major, critical };

/// One departure. Spans are empty where a side has nothing to show.
struct Finding {
  FindingKind kind = FindingKind::mistranslation;
  Severity severity = Severity::minor;
  std::size_t bead = 0;     ///< position in the ladder; of a moved passage its source's
  Span source;              ///< bytes of the source document
  Span target;              ///< bytes of the target document
  double confidence = 0.0;  ///< probability, 0 to 1, that a reader would call it an error
  Message message;          ///< one sentence in plain words, with what was found as its arguments
};

/// "omission", "doubled-word": one word as JSON, SARIF and configuration files have it.
std::string_view name(FindingKind kind);
std::string_view name(Severity severity);

/// How much doubt is enough for a finding to be major, see the README for what each costs.
enum class Strictness : std::uint8_t { lenient, normal, strict };

struct ReviewOptions {
  Strictness strictness = Strictness::normal;
  std::vector<FindingKind> off;  ///< checks not to be made
};

/// Findings in the order of the ladder, the gravest of a bead first. The lexicons are those of the
/// two documents' languages. `moved` as align gives it.
std::vector<Finding> review(const Side& source, const Side& target, const std::vector<Bead>& beads,
                            const std::vector<Bead>& moved, const Lexicon& source_lexicon,
                            const Lexicon& target_lexicon, const Dictionary& dictionary,
                            const ReviewOptions& options = {});

}  // namespace cotejo
