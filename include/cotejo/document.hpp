/// @file  The document: one text, its blocks, and the way back to the bytes it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/error.hpp"
#include "cotejo/origin.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

enum class BlockKind : std::uint8_t {
  title,
  heading,
  byline,
  dateline,  ///< a date line, or a date line and byline run together
  paragraph,
  list_item,
  quote,
  caption,
};

/// The block's name as the command line prints it: "title", "list-item".
std::string_view name(BlockKind kind);

/// Metadata speaks of the article, not in it: aligned with its like, left out of a translation
/// memory.
constexpr bool is_metadata(BlockKind kind) {
  return kind == BlockKind::byline || kind == BlockKind::dateline;
}

/// A run of text that stands by itself: no segment crosses its border. Its span has no white space
/// at its ends, and is not empty but for an empty line where every line is a block (see
/// ReadOptions::plain_blocks).
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

/// An article as the later stages see it, whatever file it came from.
///
///     text     "Título\n\nUno. Dos.\n"
///     blocks    [0,7)   [9,18)             title, paragraph
///
/// The text is valid UTF-8 in NFC without control characters other than line feed and tab. Blocks
/// lie in it in order and don't overlap; between them is only white space (and marks of the format:
/// bullets, the > of a quote, a line of asterisks). An empty document has no blocks.
struct Document {
  std::string text;
  std::string source;    ///< name for people: the file's path as given, or "-"
  std::string encoding;  ///< what the bytes were read as: "UTF-8", "windows-1252", ...
  std::string
      language;  ///< BCP 47, hyphenated, as told or as detected: "es", "es-US"; empty when unknown
  std::vector<Block> blocks;
  Origin origin;  ///< the way back to the source's bytes
  std::vector<Message> warnings;

  /// See cotejo::source_offset.
  std::size_t source_offset(std::size_t text_offset) const;

  /// See cotejo::source_span.
  Span source_span(Span text_span) const;
};

enum class Paragraphs : std::uint8_t {
  automatic,  ///< blank lines part paragraphs, and so does a line end unless the lines around it
              ///< look wrapped
  blank,      ///< blank lines part paragraphs; single line ends are white space
  line,       ///< every line is a block
};

struct ReadOptions {
  std::string source = "-";  ///< see Document::source
  std::string language{};    ///< empty: detect
  std::string encoding{};    ///< an ICU converter name; empty: see read_document
  Paragraphs paragraphs = Paragraphs::automatic;
  bool plain_blocks = false;  ///< every block is a paragraph: no title, heading, list or date line
                              ///< is looked for (--lines, --jsonl). With Paragraphs::line every
                              ///< line has its block, so that blocks and lines have the same
                              ///< numbers: an empty line has an empty span, and only LF, CRLF and
                              ///< (where there is no LF) CR end a line
};

/// Reads plain text: any line ends (LF, CRLF, CR, VT, FF, NEL, U+2028, U+2029). The encoding is
/// that of the byte order mark, else `options.encoding`, else UTF-16 where its pattern of NULs
/// shows, else UTF-8 where the bytes are valid, else the likeliest by their look; a warning names
/// it when it was neither UTF-8 nor asked for. Control characters and NULs are dropped, with a
/// warning that counts them. Throws Error for an unknown encoding name, for bytes that are no text,
/// and for more than 1 GiB, as given or as UTF-8.
Document read_document(std::string_view bytes, const ReadOptions& options = {});

}  // namespace cotejo
