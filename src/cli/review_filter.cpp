#include "cli/review_filter.hpp"

#include <map>
#include <utility>

#include "cli/pipeline.hpp"
#include "cli/record.hpp"
#include "cotejo/segment.hpp"

namespace cotejo {
namespace {

/// What is known of a pair of languages.
struct Knowledge {
  Lexicon source;
  Lexicon target;
  Dictionary dictionary;
};

class Filter {
 public:
  Filter(const ReviewFilterOptions& options, const Console& console)
      : options_(options), console_(console) {}

  /// `name` is where the line stands, for messages.
  std::string operator()(const std::string& line, const std::string& name) {
    Json record = parse_record(line);
    Side source = read(record, "source", options_.source_language, name);
    Side target = read(record, "target", options_.target_language, name);
    const Knowledge& known = knowledge(source.document, target.document);
    source.anchors = find_anchors(source.document, known.source);
    target.anchors = find_anchors(target.document, known.target);
    std::vector<Bead> beads;
    if (!source.segments.empty() || !target.segments.empty()) {
      beads.push_back({{0, source.segments.size()}, {0, target.segments.size()}, 1.0, {}});
    }
    Json findings = Json::array();
    for (const Finding& finding : review(source, target, beads, {}, known.source, known.target,
                                         known.dictionary, options_.review)) {
      findings.push_back({{"kind", cotejo::name(finding.kind)},
                          {"severity", cotejo::name(finding.severity)},
                          {"confidence", finding.confidence},
                          {"message", console_.catalogue()(finding.message)},
                          {"source", span(source, finding.source)},
                          {"target", span(target, finding.target)}});
    }
    record["findings"] = std::move(findings);
    return record.dump();
  }

 private:
  Side read(const Json& record, const char* member, const std::string& language,
            const std::string& name) const {
    if (!record.contains(member)) throw Error(Message{"\"{1}\" is missing", {member}});
    ReadOptions reading;
    reading.source = name;
    reading.encoding = "UTF-8";
    reading.language =
        language.empty() ? text_member(record, (member + std::string("_lang")).c_str()) : language;
    reading.paragraphs = Paragraphs::blank;
    reading.plain_blocks = true;
    Side side;
    side.document = read_document(text_member(record, member), reading);
    for (const Message& warning : side.document.warnings) console_.warning(warning);
    side.segments = segment_by_block(side.document);
    return side;
  }

  static Json span(const Side& side, Span span) {
    const Span bytes = side.document.source_span(span);
    return {bytes.begin, bytes.end};
  }

  /// Kept: there are many pairs and few languages.
  const Knowledge& knowledge(const Document& source, const Document& target) {
    const auto key = std::pair(source.language, target.language);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    if (known_.size() >= most_known) known_.clear();
    return known_
        .emplace(key, Knowledge{lexicon_for(source), lexicon_for(target),
                                dictionary_for(source.language, target.language, {})})
        .first->second;
  }

  static constexpr std::size_t most_known = 32;
  const ReviewFilterOptions& options_;
  const Console& console_;
  std::map<std::pair<std::string, std::string>, Knowledge> known_;
};

}  // namespace

void filter_reviews(const ReviewFilterOptions& options, const Console& console) {
  filter_records(options.file, options.output, console, Filter(options, console));
}

}  // namespace cotejo
