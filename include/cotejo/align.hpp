/// @file  The ladder: which run of source segments says the same as which run of target segments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cotejo/anchor.hpp"
#include "cotejo/dictionary.hpp"
#include "cotejo/document.hpp"
#include "cotejo/embeddings.hpp"
#include "cotejo/segment.hpp"
#include "cotejo/span.hpp"
#include "cotejo/weights.hpp"

namespace cotejo {

/// Which of the two is meant.
enum class Edition : std::uint8_t { source, target };

/// One edition as the aligner takes it: the document and what the earlier stages found in it.
struct Side {
  Document document;
  std::vector<Segment> segments;
  std::vector<Anchor> anchors;
};

enum class EvidenceKind : std::uint8_t { anchor, word, length };

/// One reason for (positive weight) or against (negative weight) a bead.
struct Evidence {
  EvidenceKind kind = EvidenceKind::anchor;
  Span source;  ///< bytes of the source document; empty when the reason stands on the other side
                ///< alone
  Span target;  ///< bytes of the target document
  double weight = 0.0;  ///< log-odds
};

/// One rung. Ranges are half-open over the segments of each side.
///
///     source  | s0 | s1 | s2 |      | s3 |
///     target  | t0 |    t1   | t2   |    |
///     beads    1-1     2-1     0-1    1-0        an empty range stands where the other side's
///     neighbours meet
///
/// The beads of a ladder tile both sides in order: bead k begins where bead k-1 ends, on both
/// sides. Two empty sides make an empty ladder.
struct Bead {
  Range source;
  Range target;
  double confidence = 0.0;  ///< posterior probability, 0 to 1, that exactly this bead is right
  std::vector<Evidence> evidence;  ///< only when AlignOptions::explain asks for it, strongest first
};

struct AlignOptions {
  std::size_t most_per_side = 6;  ///< segments on one side of a bead, 1 to 8; where the other side
                                  ///< has several too, at most 6 on both together
  bool explain = false;           ///< fill Bead::evidence
  Weights weights = Weights::shipped();
  bool monotone = false;                      ///< don't look for moved passages
  std::optional<EmbeddingPair> embeddings{};  ///< what a sentence encoder says, as one more reason
};

/// How much of a side the other side says too.
struct Coverage {
  double share = 0.0;          ///< of its characters, 0 to 1, each pair by its confidence
  std::vector<Range> missing;  ///< long runs of segments without a counterpart, in order
};

/// How two sides go together as a whole.
///
/// Unrelated: little of either side was paired, or not much more and its words speak against it.
/// Partly parallel: a long run of segments or much of the text has no counterpart, or one side is
/// several times as long as the other. An empty side is related to nothing.
enum class Relation : std::uint8_t { parallel, partly_parallel, unrelated };

/// As files have it: "parallel", "partly-parallel", "unrelated".
std::string_view name(Relation relation);

struct Verdict {
  Relation relation = Relation::unrelated;
  Coverage source;
  Coverage target;
};

struct Alignment {
  std::vector<Bead> beads;
  /// Passages that stand elsewhere in the other edition, in order of the source. All their segments
  /// stand alone in `beads`, and no two of them share one:
  ///
  ///     source  | s0 | s1 | s2 |    |        beads  1-1  1-0  1-1  0-1
  ///     target  | t0 |    | t1 | t2 |        moved  s1-t2
  ///
  /// Their confidence, at least 0.7, is the probability that the two belong together.
  std::vector<Bead> moved;
  Verdict verdict;
  std::vector<Message>
      warnings;  ///< an empty side, sides that are no translations of each other, a missing part
};

/// Pairs the segments of two sides by length (Gale & Church 1993), anchors and words; posteriors by
/// forward-backward over the lattice of beads. What that leaves alone on both sides is compared
/// across the ladder, for an editor may have moved it. Never refuses: the worst input gives a
/// ladder of insertions and deletions and a warning.
Alignment align(const Side& source, const Side& target, const Dictionary& dictionary,
                const AlignOptions& options = {});

}  // namespace cotejo
