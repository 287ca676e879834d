#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// The anchors that begin in each segment, as ranges of indices: both are in order of their begins.
std::vector<Range> by_segment(const Side& side) {
  std::vector<Range> out;
  std::size_t next = 0;
  for (const Segment& segment : side.segments) {
    while (next < side.anchors.size() && side.anchors[next].span.begin < segment.span.begin) ++next;
    const std::size_t first = next;
    while (next < side.anchors.size() && side.anchors[next].span.begin < segment.span.end) ++next;
    out.push_back({first, next});
  }
  return out;
}

/// One line of text, whatever line ends and tabs a passage has.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& byte : out) {
    if (byte == '\n' || byte == '\t') byte = ' ';
  }
  return out;
}

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : " | ") + key;
  return out;
}

void write_columns(OutputFile& out, const Side& side) {
  const std::vector<Range> found = by_segment(side);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t k = found[i].begin; k < found[i].end; ++k) {
      const Anchor& anchor = side.anchors[k];
      out.write(std::to_string(side.segments[i].block) + '\t' + std::to_string(i) + '\t' +
                std::string(name(anchor.kind)) + '\t' + one_line(joined(anchor.keys)) + '\t' +
                one_line(slice(side.document.text, anchor.span)) + '\n');
    }
  }
}

void write_jsonl(OutputFile& out, const Side& side) {
  const std::vector<Range> found = by_segment(side);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t block = side.segments[i].block;
    for (std::size_t k = found[i].begin; k < found[i].end; ++k) {
      const Anchor& anchor = side.anchors[k];
      nlohmann::ordered_json record;
      record["block"] = block;
      record["block_kind"] = name(side.document.blocks[block].kind);
      record["segment"] = i;
      record["kind"] = name(anchor.kind);
      record["keys"] = anchor.keys;
      const Span bytes = side.document.source_span(anchor.span);
      record["span"] = {bytes.begin, bytes.end};
      record["text"] = slice(side.document.text, anchor.span);
      out.write(record.dump() + '\n');
    }
  }
}

/// The text of a segment with its anchors underlined and what they say behind them, dimmed.
/// Quotations hold other anchors and are left plain: their marks show them.
std::string highlighted(const Side& side, Span segment, Range anchors) {
  std::string out;
  std::size_t at = segment.begin;
  for (std::size_t k = anchors.begin; k < anchors.end; ++k) {
    const Anchor& anchor = side.anchors[k];
    if (anchor.kind == AnchorKind::quotation || anchor.span.begin < at) continue;
    out += slice(side.document.text, {at, anchor.span.begin});
    out.append("\x1b[4;36m")
        .append(slice(side.document.text, anchor.span))
        .append("\x1b[0m\x1b[2m");
    out.append("[").append(joined(anchor.keys)).append("]\x1b[0m");
    at = anchor.span.end;
  }
  return out.append(slice(side.document.text, {at, std::max(at, segment.end)}));
}

void write_highlighted(OutputFile& out, const Side& side) {
  const std::vector<Range> found = by_segment(side);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Segment& segment = side.segments[i];
    if (i > 0 && side.segments[i - 1].block != segment.block) out.write("\n");
    out.write(highlighted(side, segment.span, found[i]) + '\n');
  }
}

}  // namespace

void run(const AnchorsCommand& command, const Console& console) {
  Side side = read_side(command.file, command.language, command.reading);
  side.anchors = find_anchors(side.document, lexicon_for(side.document));
  for (const Message& warning : side.document.warnings) console.warning(warning);
  OutputFile out(command.output);
  if (command.format == Format::jsonl) {
    write_jsonl(out, side);
  } else if (command.output == "-" && output_has_styles()) {
    write_highlighted(out, side);
  } else {
    write_columns(out, side);
  }
  out.commit();
}

}  // namespace cotejo
