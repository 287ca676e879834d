/// @file  What leaves the editor: the rows as a file of another program's, or in a memory.
#pragma once

#include <string>
#include <string_view>

#include "cotejo/editor.hpp"
#include "cotejo/memory.hpp"
#include "cotejo/project.hpp"

namespace cotejo {

struct ExportFile {
  std::string type;    ///< of the content, for HTTP
  std::string ending;  ///< ".tmx"
  std::string bytes;
};

/// All rows, or those that are confirmed. Throws Error for a format that there isn't.
ExportFile export_project(const ProjectState& state, std::string_view format, bool confirmed,
                          const EditorSetup& setup);

/// Sends the confirmed rows to a memory.
AddReport add_to_memory(const ProjectState& state, const std::string& location);

}  // namespace cotejo
