/// @file  The files of src/review/page/, carried inside the library.
#pragma once

#include <optional>
#include <string_view>

namespace cotejo {

struct PageFile {
  std::string_view bytes;
  std::string_view sha256;  ///< in hex digits
};

/// The file with this name. "report.css" holds the palette too, since a report is one page.
std::optional<PageFile> page_file(std::string_view name);

}  // namespace cotejo
