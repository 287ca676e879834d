#include "cotejo/xliff.hpp"

#include "foreign/xml.hpp"

namespace cotejo {
namespace {

void attribute(XmlWriter& xml, const char* name, std::string_view value) {
  if (!value.empty()) xml.attribute(name, value);
}

void side(XmlWriter& xml, const char* element, std::string_view language, std::string_view text) {
  xml.begin(element);
  attribute(xml, "xml:lang", language);
  xml.text(text);
  xml.end();
}

void translation(XmlWriter& xml, const XliffUnit& unit) {
  if (unit.target.empty()) return;
  xml.begin("target");
  xml.attribute("state", unit.confirmed ? "final" : "needs-review-translation");
  if (unit.score > 0 && !unit.confirmed) {
    xml.attribute("state-qualifier", unit.score >= 100 ? "exact-match" : "fuzzy-match");
  }
  xml.text(unit.target);
  xml.end();
}

}  // namespace

void write_xliff(const Sink& sink, const XliffHeader& header, const std::vector<XliffUnit>& units) {
  const auto known = [](const std::string& tag) { return tag.empty() ? "und" : tag; };
  const std::string source_language = known(header.source_language);
  const std::string target_language = known(header.target_language);
  XmlWriter xml(sink);
  xml.begin("xliff");
  xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
  xml.attribute("version", "1.2");
  xml.begin("file");
  xml.attribute("original", header.original);
  xml.attribute("source-language", source_language);
  xml.attribute("target-language", target_language);
  xml.attribute("datatype", "plaintext");
  xml.begin("header");
  xml.begin("tool");
  xml.attribute("tool-id", "cotejo");
  xml.attribute("tool-name", "cotejo");
  xml.attribute("tool-version", COTEJO_VERSION);
  xml.end();
  xml.end();
  xml.begin("body");
  std::size_t number = 0;
  for (const XliffUnit& unit : units) {
    xml.begin("trans-unit");
    xml.attribute("id", std::to_string(++number));
    xml.attribute("xml:space", "preserve");
    side(xml, "source", "", unit.source);
    translation(xml, unit);
    for (const XliffMatch& match : unit.matches) {
      xml.begin("alt-trans");
      xml.attribute("match-quality", std::to_string(static_cast<int>(match.score)));
      attribute(xml, "origin", match.origin);
      xml.attribute("tool-id", "cotejo");
      if (match.adapted) xml.attribute("extradata", "adapted");
      xml.attribute("xml:space", "preserve");
      side(xml, "source", source_language, match.source);
      side(xml, "target", target_language, match.target);
      xml.end();
    }
    xml.end();
  }
  xml.finish();
}

}  // namespace cotejo
