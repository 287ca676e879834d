#include <nlohmann/json.hpp>

#include "review/report/places.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json passage_json(const Report& report, const Side& side, Span span, std::size_t bead,
                  Places& places) {
  if (span.empty()) return nullptr;
  const Span bytes = side.document.source_span(span);
  Json out;
  if (report.lines.empty()) {
    const TextPlace begin = places(span.begin);
    const TextPlace end = places(span.end);
    out = {{"span", {bytes.begin, bytes.end}},
           {"line", begin.line},
           {"column", begin.column},
           {"end_line", end.line},
           {"end_column", end.column}};
  } else {
    out = {{"line", report.lines[bead]}};
  }
  out["text"] = slice(side.document.text, span);
  return out;
}

Json side_json(const Side& side, const Coverage* coverage) {
  return {{"file", side.document.source},
          {"language", side.document.language},
          {"segments", side.segments.size()},
          {"covered", coverage == nullptr ? Json(nullptr) : Json(coverage->share)}};
}

}  // namespace

void write_json_report(const Sink& sink, const Report& report, const Reader& reader) {
  const auto counts = count(report.findings);
  Json severities;
  for (const Severity severity :
       {Severity::critical, Severity::major, Severity::minor, Severity::neutral}) {
    severities[std::string(name(severity))] = counts[static_cast<std::size_t>(severity)];
  }
  Places source_places(report.source.document.text);
  Places target_places(report.target.document.text);
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    findings.push_back({{"kind", name(finding.kind)},
                        {"severity", name(finding.severity)},
                        {"confidence", finding.confidence},
                        {"bead", finding.bead},
                        {"message", spoken(finding.message, reader)},
                        {"source", passage_json(report, report.source, finding.source, finding.bead,
                                                source_places)},
                        {"target", passage_json(report, report.target, finding.target, finding.bead,
                                                target_places)}});
  }
  const Verdict* verdict = report.verdict ? &*report.verdict : nullptr;
  sink(line({{"source", side_json(report.source, verdict ? &verdict->source : nullptr)},
             {"target", side_json(report.target, verdict ? &verdict->target : nullptr)},
             {"relation", verdict ? Json(name(verdict->relation)) : Json(nullptr)},
             {"beads", report.beads.size()},
             {"counts", std::move(severities)},
             {"findings", std::move(findings)}}));
}

}  // namespace cotejo
