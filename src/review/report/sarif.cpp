#include <map>
#include <nlohmann/json.hpp>

#include "cotejo/unit.hpp"
#include "review/report/kinds.hpp"
#include "review/report/places.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

const char* level(Severity severity) {
  switch (severity) {
    case Severity::critical:
    case Severity::major:
      return "error";
    case Severity::minor:
      return "warning";
    case Severity::neutral:
      break;
  }
  return "note";
}

/// A path as a URI reference (RFC 3986): relative paths stay relative, to the root of the code
/// host.
std::string uri(const std::string& path) {
  constexpr std::string_view unreserved = "-._~/";
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  if (path == "-") return "stdin";
  for (const char byte : path) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9');
    if (letter || unreserved.find(byte) != unreserved.npos) {
      out += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      out += {'%', hex_digits[value >> 4], hex_digits[value & 15]};
    }
  }
  return out;
}

Json rule(FindingKind kind, const Reader& reader) {
  const std::string help = spoken(about(kind), reader);
  return {{"id", name(kind)},
          {"name", spoken(title(kind), reader)},
          {"shortDescription", {{"text", spoken(title(kind), reader)}}},
          {"fullDescription", {{"text", help}}},
          {"help", {{"text", help}}},
          {"defaultConfiguration", {{"level", "warning"}}},
          {"properties", {{"tags", Json::array({"translation"})}}}};
}

/// Where the findings of one side stand.
class Locations {
 public:
  Locations(const Report& report, const Side& side)
      : report_(report), side_(side), places_(side.document.text) {}

  Json operator()(Span span, std::size_t bead) {
    Json region;
    if (report_.lines.empty()) {
      const TextPlace begin = places_(span.begin);
      const TextPlace end = places_(span.end);
      const Span bytes = side_.document.source_span(span);
      region = {{"startLine", begin.line},   {"startColumn", begin.column},
                {"endLine", end.line},       {"endColumn", end.column},
                {"byteOffset", bytes.begin}, {"byteLength", bytes.size()}};
    } else {
      region = {{"startLine", report_.lines[bead]}};
    }
    region["snippet"] = {{"text", slice(side_.document.text, span)}};
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", uri(side_.document.source)}}},
              {"region", std::move(region)}}}};
  }

 private:
  const Report& report_;
  const Side& side_;
  Places places_;
};

}  // namespace

void write_sarif_report(const Sink& sink, const Report& report, const Reader& reader) {
  Locations source(report, report.source);
  Locations target(report, report.target);
  Json rules = Json::array();
  for (const FindingKind kind : all_kinds()) rules.push_back(rule(kind, reader));
  Json results = Json::array();
  std::map<std::string, std::size_t> seen;
  for (const Finding& finding : report.findings) {
    const auto from = slice(report.source.document.text, finding.source);
    const auto to = slice(report.target.document.text, finding.target);
    std::string print = std::string(name(finding.kind)) + '-' + hex(hash(from, to));
    if (const std::size_t again = ++seen[print]; again > 1) print += '-' + std::to_string(again);
    Json result = {{"ruleId", name(finding.kind)},
                   {"ruleIndex", static_cast<std::size_t>(finding.kind)},
                   {"level", level(finding.severity)},
                   {"message", {{"text", spoken(finding.message, reader)}}},
                   {"rank", 100.0 * finding.confidence},
                   {"partialFingerprints", {{"passages/v1", std::move(print)}}},
                   {"properties", {{"severity", name(finding.severity)}, {"bead", finding.bead}}}};
    Json related = Json::array();
    if (!finding.target.empty()) {
      result["locations"] = Json::array({target(finding.target, finding.bead)});
      if (!finding.source.empty()) related.push_back(source(finding.source, finding.bead));
    } else if (!finding.source.empty()) {
      result["locations"] = Json::array({source(finding.source, finding.bead)});
    }
    if (!related.empty()) {
      related[0]["id"] = 1;
      related[0]["message"] = {{"text", reader.translate(Message{"the source", {}}.text)}};
      result["relatedLocations"] = std::move(related);
    }
    results.push_back(std::move(result));
  }
  Json artifacts = Json::array();
  const Document* const one = &report.source.document;
  const Document* const other = &report.target.document;
  artifacts.push_back({{"location", {{"uri", uri(one->source)}}}});
  if (other->source != one->source) {
    artifacts.push_back({{"location", {{"uri", uri(other->source)}}}});
  }
  const Json driver = {
      {"name", "cotejo"}, {"version", COTEJO_VERSION}, {"rules", std::move(rules)}};
  Json run = {{"tool", {{"driver", driver}}},
              {"language", reader.language},
              {"columnKind", "unicodeCodePoints"},
              {"artifacts", std::move(artifacts)},
              {"results", std::move(results)}};
  // Json::array, for compilers differ on whether a list of one object is an array.
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(run)})}};
  sink(log.dump(1, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace cotejo
