#include "cotejo/segment.hpp"

#include <map>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "cli/record.hpp"
#include "cotejo/embeddings.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// Adds "segments" to records, each in its own language.
class Filter {
 public:
  Filter(const SegmentCommand& command, const Console& console)
      : command_(command), console_(console) {}

  /// `name` is where the line stands, for messages.
  std::string operator()(const std::string& line, const std::string& name) {
    Json record = parse_record(line);
    if (!record.contains("text")) throw Error(Message{"\"{1}\" is missing", {"text"}});
    ReadOptions options;
    options.source = name;
    options.encoding = "UTF-8";
    options.language = command_.language.empty() ? text_member(record, "lang") : command_.language;
    options.paragraphs = command_.reading.lines ? Paragraphs::line
                         : command_.reading.paragraphs == Paragraphs::automatic
                             ? Paragraphs::blank
                             : command_.reading.paragraphs;
    options.plain_blocks = true;
    const Document document = read_document(text_member(record, "text"), options);
    for (const Message& warning : document.warnings) console_.warning(warning);
    Json spans = Json::array();
    for (const Segment& one : command_.reading.lines ? segment_by_block(document)
                                                     : segment(document, lexicon(document))) {
      const Span span = document.source_span(one.span);
      spans.push_back({span.begin, span.end});
    }
    record["segments"] = std::move(spans);
    return record.dump();
  }

 private:
  /// Lexicons are kept: there are many records and few languages.
  const Lexicon& lexicon(const Document& document) {
    const auto known = lexicons_.find(document.language);
    if (known != lexicons_.end()) return known->second;
    if (lexicons_.size() >= most_lexicons) lexicons_.clear();
    return lexicons_.emplace(document.language, lexicon_for(document)).first->second;
  }

  static constexpr std::size_t most_lexicons = 32;
  const SegmentCommand& command_;
  const Console& console_;
  std::map<std::string, Lexicon> lexicons_;
};

}  // namespace

void run(const SegmentCommand& command, const Console& console) {
  if (command.jsonl) {
    return filter_records(command.file, command.output, console, Filter(command, console));
  }
  const Side side = read_side(command.file, command.language, command.reading);
  for (const Message& warning : side.document.warnings) console.warning(warning);
  OutputFile out(command.output);
  if (command.overlaps > 0) {
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < side.segments.size(); ++i) {
      sentences.push_back(passage(side, {i, i + 1}));
    }
    write_overlaps([&](std::string_view bytes) { out.write(bytes); }, sentences, command.overlaps);
    return out.commit();
  }
  for (std::size_t i = 0; i < side.segments.size(); ++i) {
    out.write(passage(side, {i, i + 1}) + '\n');
  }
  out.commit();
}

}  // namespace cotejo
