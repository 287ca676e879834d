#include "tmx/pieces.hpp"

#include "cotejo/text.hpp"

namespace cotejo {

bool blank_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool space = c <= 0x20 || c == 0xA0 || c == 0x1680 || (0x2000 <= c && c <= 0x200F) ||
                       (0x2028 <= c && c <= 0x202F) || (0x205F <= c && c <= 0x206F) ||
                       c == 0x3000 || c == 0xFEFF;
    if (!space) return false;
  }
  return true;
}

void property(XmlWriter& xml, const char* type, std::string_view value) {
  if (value.empty()) return;
  xml.begin("prop");
  xml.attribute("type", type);
  xml.text(value);
  xml.end();
}

std::string xml_text(std::string_view bytes) {
  std::string text;
  append_xml_text(text, bytes);
  return text;
}

void begin_tmx(XmlWriter& xml, std::string_view source_language, std::string_view date) {
  xml.begin("tmx");
  xml.attribute("version", "1.4");
  xml.begin("header");
  xml.attribute("creationtool", "cotejo");
  xml.attribute("creationtoolversion", COTEJO_VERSION);
  xml.attribute("segtype", "sentence");
  xml.attribute("o-tmf", "cotejo");
  xml.attribute("adminlang", "en");
  xml.attribute("srclang", source_language);
  xml.attribute("datatype", "plaintext");
  if (!date.empty()) xml.attribute("creationdate", date);
}

void variant(XmlWriter& xml, std::string_view language, std::string_view text) {
  xml.begin("tuv");
  xml.attribute("xml:lang", language);
  xml.begin("seg");
  xml.text(text);
  xml.end();
  xml.end();
}

}  // namespace cotejo
