/// @file  Segments: the sentences of a document.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "cotejo/document.hpp"
#include "cotejo/lexicon.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// A sentence, or what stands for one (a heading, a list item).
///
///     block      "¿Vienes? —preguntó. Sí."
///     segments    [------------------][--)      the white space between them belongs to neither
///
/// The segments of a block lie in it in order; outside them the block has only white space. No
/// segment is empty.
struct Segment {
  Span span;
  std::size_t block = 0;  ///< index into Document::blocks
};

/// The document cut into sentences: ICU's boundaries (UAX #29), vetoed and completed by the rules
/// and lists of `lexicon`, which is of the document's language. A line end inside a block is white
/// space. Takes time linear in the text.
std::vector<Segment> segment(const Document& document, const Lexicon& lexicon);

/// One line of the document a segment, as --lines asks: every block is one segment. See
/// ReadOptions::plain_blocks.
std::vector<Segment> segment_by_block(const Document& document);

}  // namespace cotejo
