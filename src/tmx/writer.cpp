#include <unordered_map>

#include "cotejo/tmx.hpp"
#include "text/date.hpp"
#include "text/decimal.hpp"
#include "tmx/pieces.hpp"

namespace cotejo {
void write_tmx(const Sink& sink, const TmxHeader& header, const std::vector<Unit>& units) {
  const std::string source_language =
      header.source_language.empty() ? "und" : header.source_language;
  const std::string target_language =
      header.target_language.empty() ? "und" : header.target_language;
  const std::string date = utc_date(header.date);

  XmlWriter xml(sink);
  begin_tmx(xml, source_language, date);
  if (header.verdict) {
    property(xml, "x-verdict", name(header.verdict->relation));
    property(xml, "x-source-covered", probability(header.verdict->source.share, 4));
    property(xml, "x-target-covered", probability(header.verdict->target.share, 4));
  }
  xml.end();

  xml.begin("body");
  std::unordered_map<std::uint64_t, std::size_t> seen;
  for (const Unit& unit : units) {
    const std::string source = xml_text(unit.source);
    const std::string target = xml_text(unit.target);
    if (blank_text(source) || blank_text(target)) continue;
    const std::uint64_t sum = hash(unit.source, unit.target);
    const std::size_t times = ++seen[sum];
    xml.begin("tu");
    xml.attribute("tuid", times == 1 ? hex(sum) : hex(sum) + '-' + std::to_string(times));
    xml.attribute("creationdate", date);
    property(xml, "x-document", header.source_document);
    property(xml, "x-target-document", header.target_document);
    property(xml, "x-position", std::to_string(unit.bead));
    property(xml, "x-bead",
             std::to_string(unit.source_count) + '-' + std::to_string(unit.target_count));
    property(xml, "x-confidence", probability(unit.confidence, 4));
    if (unit.moved) property(xml, "x-moved", "yes");
    property(xml, "x-before-hash", unit.before);
    property(xml, "x-after-hash", unit.after);
    variant(xml, source_language, source);
    variant(xml, target_language, target);
    xml.end();
  }
  xml.finish();
}

}  // namespace cotejo
