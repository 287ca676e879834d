/// @file  TMX 1.4b (LISA OSCAR), the exchange format of translation memories.
#pragma once

#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/unit.hpp"

namespace cotejo {

/// What the file says of itself. Languages are BCP 47 tags, hyphenated; srclang and xml:lang carry
/// them unchanged.
struct TmxHeader {
  std::string source_language;
  std::string target_language;
  std::string source_document;  ///< names for the provenance props
  std::string target_document;
  std::time_t date = 0;  ///< creation date, seconds since 1970, UTC
};

/// Takes the next bytes of a file being written.
using Sink = std::function<void(std::string_view)>;

/// Writes units as a Level-1 TMX 1.4 file: UTF-8, XML 1.0 characters only (others are dropped),
/// source tuv first, provenance as props before the tuvs. Units with an empty side are left out;
/// tuids are unique.
void write_tmx(const Sink& sink, const TmxHeader& header, const std::vector<Unit>& units);

}  // namespace cotejo
