/// @file  The pipeline: bytes to a document, its segments and anchors, and two of them to a ladder.
/// The one place that strings the stages together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cotejo/align.hpp"
#include "cotejo/lexicon.hpp"

namespace cotejo {

/// What cotejo ships for a document's language; for an unknown language, what holds for any.
Lexicon lexicon_for(const Document& document);

/// The word pairs that cotejo ships for two languages and, from these files, the user's own.
Dictionary dictionary_for(const std::string& source_language, const std::string& target_language,
                          const std::vector<std::string>& own);

/// Reads a file ("-" is standard input) and cuts it into segments. No anchors yet.
Side read_side(const std::string& path, const std::string& language, const InputOptions& reading);

/// Reads the overlaps, and maps the vectors into memory.
Embeddings read_embeddings(const EmbeddingPaths& paths);

/// What of an article's sides is wanted.
struct ArticleOptions {
  AlignOptions align;
  bool keep_metadata = false;
  std::vector<std::string> lexicons;  ///< files of the user's own word pairs
};

/// Two editions and how they go together.
struct Article {
  Side source;  ///< without the segments of date lines and bylines, unless they were asked for
  Side target;
  std::vector<Bead> beads;  ///< a ladder over those segments
  std::vector<Bead> moved;  ///< see Alignment
  Verdict verdict;
  std::vector<Message> warnings;
  Dictionary words;  ///< it was aligned with
};

/// Finds the anchors and aligns, text with text and metadata (date lines, bylines) with metadata.
///
/// Kept metadata stands in the ladder where it stands in the source. Where the editions have it in
/// different places, the target's segments are moved to meet it, so that the beads tile both sides
/// as always:
///
///     source   title  byline  s1  s2             beads  title-title  byline-byline  s1-t1  s2-t2
///     target   title  t1  t2  byline             target segments then: title, byline, t1, t2
Article align_article(Side source, Side target, const ArticleOptions& options);

/// The ladder counted in lines of the files, blank lines included, as tools that take a sentence a
/// line count them. A blank line between two beads is an insertion or a deletion. For sides whose
/// every line that is not blank is one segment.
std::vector<Bead> count_by_lines(const Side& source, const Side& target,
                                 const std::vector<Bead>& beads);

}  // namespace cotejo
