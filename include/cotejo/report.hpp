/// @file  Reports of a review: for the terminal, for programs, for code hosts, and as a page.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/review.hpp"
#include "cotejo/sink.hpp"

namespace cotejo {

/// What a report shows. It refers to what it is made of, which must outlive it.
struct Report {
  const Side& source;
  const Side& target;
  const std::vector<Bead>& beads;
  const std::vector<Bead>& moved;
  const std::vector<Finding>& findings;
  std::optional<Verdict> verdict;  ///< nothing for pairs that were aligned by somebody else
  /// Where a bead stands in what both sides come from: the line of a unit in its TMX, from 1, or
  /// its number in a memory. Empty for editions, whose lines are those of their documents.
  std::vector<std::size_t> lines;
};

/// Who reads it: the language of what the report says by itself, and how its sentences, which are
/// English, are translated into that. Messages come with their arguments not yet set in.
struct Reader {
  std::string language = "en";
  std::function<std::string(std::string_view english)> translate = [](std::string_view english) {
    return std::string(english);
  };
};

/// The sentence on how two editions of these names go together, and how much of each is covered.
Message summary(const Verdict& verdict, const std::string& source, const std::string& target);

/// The sentence on how many findings there are, by severity.
Message summary(const std::vector<Finding>& findings);

struct TextReportOptions {
  std::size_t columns = 80;  ///< of the screen; from 100 on the passages stand side by side
  bool styles = false;       ///< colours and underlines, by the codes of a terminal (ECMA-48)
};

/// The findings one below the other, each with its sentence and its two passages, what it is about
/// underlined or, without styles, in [brackets]. Nothing of the texts can command the terminal.
void write_text_report(const Sink& sink, const Report& report, const Reader& reader,
                       const TextReportOptions& options = {});

/// One JSON object:
///
///     {"source": {"file": "nota.es.txt", "language": "es", "segments": 20, "covered": 0.97},
///      "target": {...},
///      "relation": "partly-parallel",
///      "beads": 21,
///      "counts": {"critical": 1, "major": 0, "minor": 2, "neutral": 0},
///      "findings": [
///        {"kind": "number", "severity": "critical", "confidence": 0.97, "bead": 4,
///         "message": "3,5 millones became 3.5 billion",
///         "source": {"span": [210, 222], "line": 12, "column": 8, "end_line": 12,
///                    "end_column": 20, "text": "3,5 millones"},
///         "target": null}]}
///
/// "relation" (parallel, partly-parallel, unrelated) and "covered", the share of the side that has
/// a counterpart, are null where nobody looked. "span" is [begin, end) in bytes of what the
/// document was read from; lines and columns count from 1, columns in code points of the text in
/// NFC, the end behind the passage. Beads count from 0. A side on which the finding has nothing to
/// show is null. For pairs "line" is that of the unit in its file, without columns.
void write_json_report(const Sink& sink, const Report& report, const Reader& reader);

/// SARIF 2.1.0 (OASIS): a rule for each kind, a result for each finding. Its location is the
/// passage of the translation, or of the source where that has none; the other one is a related
/// location. critical and major are errors, minor is a warning, neutral a note; "rank" is the
/// confidence in percent. The fingerprint is made of kind and passages, so that it stays when lines
/// shift.
void write_sarif_report(const Sink& sink, const Report& report, const Reader& reader);

/// One HTML page that needs nothing else: the editions side by side, findings in the margin. Its
/// Content-Security-Policy allows its own script and style alone, and nothing is requested from
/// anywhere. It can be read without the script.
void write_html_report(const Sink& sink, const Report& report, const Reader& reader);

}  // namespace cotejo
