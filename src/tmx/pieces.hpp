/// @file  The pieces that every TMX of ours is made of.
#pragma once

#include <string>
#include <string_view>

#include "foreign/xml.hpp"

namespace cotejo {

/// Valid UTF-8 only: nothing an importer would keep, no character but spaces and those without a
/// width of their own.
bool blank_text(std::string_view text);

/// Bytes as XML can hold them, see append_xml_text.
std::string xml_text(std::string_view bytes);

/// Opens the file and its header; props may follow. A date that is empty is left out.
void begin_tmx(XmlWriter& xml, std::string_view source_language, std::string_view date);
void property(XmlWriter& xml, const char* type, std::string_view value);  ///< none when empty
void variant(XmlWriter& xml, std::string_view language, std::string_view text);

}  // namespace cotejo
