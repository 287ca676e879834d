/// @file  The other ways a ladder leaves the house, tables, lines of JSON, and text for people; and
/// the way back of the first two.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/sink.hpp"
#include "cotejo/source.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {

/// A unit a line: source, target, confidence (four decimals), parted by tabs. No head line, no
/// quoting: a tab or line end inside a text becomes a space. Moved passages stand where the source
/// has them, as any pair.
///
///     Llegó. Y se fue.⇥She came and went.⇥0.9731
void write_tsv(const Sink& sink, const std::vector<Unit>& units);

/// A bead a line as JSON, insertions, deletions and metadata included, so that nothing is lost:
///
///     {"bead": 3, "confidence": 0.9731, "metadata": false,
///      "source": {"segments": [4, 6], "spans": [[210, 216], [217, 226]], "text": "Llegó. Y se
///      fue."}, "target": {"segments": [4, 5], "spans": [[198, 217]], "text": "She came and
///      went."}, "evidence": [{"kind": "word", "source": [210, 216], "target": [202, 206],
///      "weight": 1.25}]}
///
/// "segments" is a half-open range, from 0; "spans" holds a half-open range for each
/// segment, in bytes of what the document was read from (see Document::source_span), as do the
/// reasons' "source" and "target". "metadata": every segment of the bead stands in
/// a date line or byline. "evidence" is there when the bead carries any.
///
/// A moved passage has a line of its own behind the bead of its source, with that bead's number and
/// "moved": true. The lines without "moved" are the ladder: they tile both sides.
void write_jsonl(const Sink& sink, const Side& source, const Side& target,
                 const std::vector<Bead>& beads, const std::vector<Bead>& moved = {});

/// Gives the units of a file as write_tsv and write_jsonl write it, one at a time: texts and
/// confidence (1 where a row has only two columns), and from JSON the bead and the segments on each
/// side; beads without text on both sides are passed over. Throws Error that names `name`, the line
/// and the mend for a line that is no unit, and whatever `take` and `source` throw.
void read_tsv(const Source& source, const std::string& name,
              const std::function<void(Unit unit)>& take);
void read_jsonl(const Source& source, const std::string& name,
                const std::function<void(Unit unit)>& take);

/// A bead a line as "[source segments]:[target segments]:confidence", from 0; an empty list stands
/// for an insertion or a deletion. Vecalign's format, with a confidence (six decimals) for its
/// cost.
///
///     [4, 5]:[4]:0.973100
///     []:[5]:0.861004
void write_ladder(const Sink& sink, const std::vector<Bead>& beads);

/// Reads a ladder over sides of so many segments, with or without confidences (1 where there are
/// none); `name` is the file's, for messages. Spaces and blank lines play no part. Throws Error
/// that names the line where it is no bead, and where a segment is missing, comes twice or out of
/// order.
std::vector<Bead> read_ladder(std::string_view bytes, std::string_view name,
                              std::size_t source_segments, std::size_t target_segments);

/// The two texts in pairs for reading, a segment a line behind its language, a blank line between
/// beads; the evidence, where a bead carries any, below it.
///
///     #4  2-1  97%
///     es  Llegó.
///     es  Y se fue.
///     en  She came and went.
///     +1.25  word  Llegó ~ came
///
/// Beads are counted from 1. "<" and ">" stand for the languages where they don't tell the sides
/// apart. A moved passage stands whole where the source has it, and where the target has it, once
/// more by itself:
///
///     #5  1-1  93%  moved
///     es  Nadie la vio.
///     en  Nobody saw her.
///
///     #9  0-1  88%  moved, see #5
///     en  Nobody saw her.
void write_text(const Sink& sink, const Side& source, const Side& target,
                const std::vector<Bead>& beads, const std::vector<Bead>& moved = {});

}  // namespace cotejo
