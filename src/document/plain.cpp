#include <algorithm>
#include <string>
#include <utility>

#include "cotejo/document.hpp"
#include "cotejo/text.hpp"
#include "document/kinds.hpp"
#include "document/lines.hpp"
#include "document/marks.hpp"
#include "text/blank.hpp"
#include "text/charset.hpp"
#include "text/decode.hpp"
#include "text/normalise.hpp"

namespace cotejo {
namespace {

// ICU counts a text's bytes in 31 bits, and a text of one byte a character grows as UTF-8.
constexpr std::size_t largest_input = std::size_t{1} << 30;

/// Bytes that hold this many characters that no text has are no text.
bool is_binary(std::size_t lost, std::size_t size, bool is_utf8) {
  if (lost * 2 > size) return true;
  return is_utf8 ? lost > 16 && lost * 50 > size : lost > 3 && lost * 100 > size;
}

Error binary_error(const ReadOptions& options) {
  return Error(
      {"{1}: this is not text; give a plain text file, or name its encoding", {options.source}});
}

/// A sample is enough to spare a picture the trouble of being decoded; what passes is judged again
/// when all of it is.
void refuse_binary_sample(std::string_view bytes, const ReadOptions& options) {
  const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                        bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)) ||
                        !guess_utf16(bytes).empty();
  if (is_utf16) return;
  if (bytes.starts_with("%PDF-") || bytes.starts_with("{\\rtf")) throw binary_error(options);
  const std::string_view sample = bytes.substr(0, 65536);
  const auto lost =
      static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
      }));
  if (is_binary(lost, sample.size(), false) && valid_utf8_prefix(sample) + 4 < sample.size()) {
    throw binary_error(options);
  }
}

Decoded decode_or_throw(std::string_view bytes, const ReadOptions& options) {
  auto decoded = decode(bytes, options.encoding);
  if (!decoded) {
    throw Error({"{1}: unknown encoding {2}; names are like UTF-8, windows-1252, UTF-16LE",
                 {options.source, options.encoding}});
  }
  return std::move(*decoded);
}

/// A page of the web saved as it came.
bool looks_marked_up(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == text.npos || text[begin] != '<') return false;
  const std::string opening = fold(text.substr(begin, 9));
  return opening.starts_with("<!doctype") || opening.starts_with("<html") ||
         opening.starts_with("<?xml");
}

/// The document's text with its way back, and the warnings about it.
void take_text(Document& document, std::string_view bytes, const ReadOptions& options) {
  Decoded decoded = decode_or_throw(bytes, options);
  document.encoding = decoded.encoding;
  std::string_view text = bytes.substr(decoded.mark);
  if (decoded.mark > 0 && !text.empty()) document.origin = {{0, decoded.mark, 1, 1}};
  const auto take = [&](Rewritten&& rewritten) {
    document.origin = compose(rewritten.origin, rewritten.text.size(), document.origin);
    document.text = std::move(rewritten.text);
    text = document.text;
  };
  if (decoded.text) {
    if (decoded.text->lost > 0) {
      document.warnings.push_back({"{1}: {2} malformed characters replaced",
                                   {options.source, std::to_string(decoded.text->lost)}});
    }
    take(std::move(*decoded.text));
  }
  const bool is_utf8 = decoded.encoding == "UTF-8";
  if (!is_utf8 && options.encoding.empty()) {
    document.warnings.push_back(
        {"{1}: not UTF-8; read as {2}", {options.source, decoded.encoding}});
  }
  const bool by_lines = options.plain_blocks && options.paragraphs == Paragraphs::line;
  const std::size_t malformed = decoded.text ? decoded.text->lost : 0;
  std::size_t lost = 0;
  const std::size_t size = text.size();
  if (auto cleaned = clean(text, by_lines ? LineEnds::newline : LineEnds::any)) {
    lost = cleaned->lost;
    take(std::move(*cleaned));
  }
  if (is_binary(lost + malformed, size, is_utf8)) throw binary_error(options);
  if (lost > 0) {
    document.warnings.push_back(
        {"{1}: control characters dropped: {2}", {options.source, std::to_string(lost)}});
  }
  if (looks_marked_up(text)) {
    document.warnings.push_back(
        {"{1}: looks like HTML or XML; read as plain text, tags and all", {options.source}});
  }
  if (auto composed = to_nfc(text)) take(std::move(*composed));
  if (document.text.empty()) document.text = text;
}

/// A block a line, empty ones too.
std::vector<Block> blocks_by_line(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    blocks.push_back({trim(text, {at, end}), BlockKind::paragraph});
    at = end + 1;
  }
  return blocks;
}

/// In a quote of several lines each line has its mark: blanks take its place, so that the block is
/// one run of text.
void blank_inner_marks(std::string& text, const std::vector<Paragraph>& paragraphs) {
  for (const Paragraph& paragraph : paragraphs) {
    if (!paragraph.quoted) continue;
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
      at = std::min(text.find('\n', at), paragraph.span.end);
      while (at < paragraph.span.end && (text[at] == '\n' || text[at] == ' ')) ++at;
      const std::size_t mark =
          quote_mark(std::string_view(text).substr(at, paragraph.span.end - at));
      std::replace(text.begin() + static_cast<std::ptrdiff_t>(at),
                   text.begin() + static_cast<std::ptrdiff_t>(at + mark), '>', ' ');
    }
  }
}

void find_blocks(Document& document, const ReadOptions& options) {
  if (options.plain_blocks && options.paragraphs == Paragraphs::line) {
    document.blocks = blocks_by_line(document.text);
    return;
  }
  const std::vector<Paragraph> paragraphs =
      find_paragraphs(document.text, options.paragraphs, !options.plain_blocks);
  if (!options.plain_blocks) {
    blank_inner_marks(document.text, paragraphs);
    document.blocks = tell_kinds(document.text, paragraphs);
    return;
  }
  document.blocks.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    document.blocks.push_back({paragraph.span, BlockKind::paragraph});
  }
}

}  // namespace

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list-item";
    case BlockKind::quote:
      return "quote";
    case BlockKind::caption:
      return "caption";
  }
  return "paragraph";
}

std::size_t Document::source_offset(std::size_t text_offset) const {
  return cotejo::source_offset(origin, text_offset);
}

Span Document::source_span(Span text_span) const { return cotejo::source_span(origin, text_span); }

Document read_document(std::string_view bytes, const ReadOptions& options) {
  const auto refuse_larger = [&](std::size_t size) {
    if (size > largest_input) throw Error({"{1}: larger than 1 GiB; split it", {options.source}});
  };
  refuse_larger(bytes.size());
  Document document;
  document.source = options.source;
  if (options.encoding.empty()) refuse_binary_sample(bytes, options);
  take_text(document, bytes, options);
  refuse_larger(document.text.size());
  find_blocks(document, options);
  document.language =
      options.language.empty() ? detect_language(document.text).language : options.language;
  return document;
}

}  // namespace cotejo
