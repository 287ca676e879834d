/// @file  The document: one text, its blocks, and the way back to the bytes it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/error.hpp"
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
/// at its ends.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

/// Where `text` and the source's bytes part ways. Text from `text` on (up to the next step) is
/// copied from the source from `source` on; a step whose text was rewritten (NFC, another encoding)
/// maps as a whole, to its begin.
struct OriginStep {
  std::size_t text = 0;
  std::size_t source = 0;
  bool copied = true;
};

/// An article as the later stages see it, whatever file it came from.
///
///     text     "Título\n\nUno. Dos.\n"
///     blocks    [0,7)   [9,18)             title, paragraph
///
/// The text is valid UTF-8 in NFC without control characters other than line feed and tab. Blocks
/// lie in it in order and don't overlap; between them is only white space (and marks of the format:
/// list bullets). An empty document has no blocks.
struct Document {
  std::string text;
  std::string source;    ///< name for people: the file's path as given, or "-"
  std::string encoding;  ///< what the bytes were read as: "UTF-8", "windows-1252", ...
  std::string
      language;  ///< BCP 47, hyphenated, as told or as detected: "es", "es-US"; empty when unknown
  std::vector<Block> blocks;
  std::vector<OriginStep> origin;  ///< empty when text and source are the same bytes
  std::vector<Message> warnings;

  /// The source offset of a text offset: the begin of the rewritten piece where the offset falls
  /// inside one.
  std::size_t source_offset(std::size_t text_offset) const;
};

enum class Paragraphs : std::uint8_t {
  automatic,  ///< blank lines where the text has them and its lines look wrapped or few; else one a
              ///< line
  blank,      ///< blank lines part paragraphs; single line ends are white space
  line,       ///< every line is a block
};

struct ReadOptions {
  std::string source = "-";  ///< see Document::source
  std::string language;      ///< empty: detect
  std::string encoding;  ///< an ICU converter name; empty: BOM, valid UTF-8, then ICU's detector
  Paragraphs paragraphs = Paragraphs::automatic;
  bool plain_blocks = false;  ///< every block is a paragraph: no title, heading, date line is
                              ///< looked for (--lines, --jsonl)
};

/// Reads plain text: any line ends (LF, CRLF, CR, NEL, U+2028, U+2029), BOM, UTF-8, UTF-16,
/// Windows-1252, ISO-8859-15 and what else ICU's detector knows. Control characters and NULs are
/// dropped, with a warning that counts them. Throws Error for an unknown encoding name, for bytes
/// that are no text, and for more than 1 GiB.
Document read_document(std::string_view bytes, const ReadOptions& options = {});

}  // namespace cotejo
