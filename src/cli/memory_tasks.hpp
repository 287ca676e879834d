/// @file  The tasks of cotejo memory, and what they share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/files.hpp"
#include "cli/memory_options.hpp"
#include "cotejo/memory.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

void memory_add(const MemoryCommand& command, const Console& console);
void memory_merge(const MemoryCommand& command, const Console& console);
void memory_search(const MemoryCommand& command, const Console& console);
void memory_concordance(const MemoryCommand& command, const Console& console);
void memory_pretranslate(const MemoryCommand& command, const Console& console);
void memory_export(const MemoryCommand& command, const Console& console);
void memory_stats(const MemoryCommand& command, const Console& console);
void memory_delete(const MemoryCommand& command, const Console& console);
void memory_dedupe(const MemoryCommand& command, const Console& console);
void memory_terms(const MemoryCommand& command, const Console& console);
void memory_serve(const MemoryCommand& command, const Console& console);

/// The location that is meant: `given`, else COTEJO_MEMORY, else memory.db in cotejo's folder of
/// XDG_DATA_HOME, which is made where it is missing. Throws Error where there is no home.
std::string memory_location(const std::string& given);

/// The location without a password.
std::string without_password(std::string location);

/// "20261126T105500Z": SOURCE_DATE_EPOCH, else now.
std::string date_for_units();

/// "2026-11-26" for people; what is no date comes back as it is.
std::string day(std::string_view date);

/// Says what became of units, on standard output.
struct AddedFile {
  std::string name;
  AddReport report;
  std::size_t other_languages = 0;  ///< passed over by the reader
  std::string error;                ///< in the person's language; empty: all went well
};
/// "created: 3; updated: 0; skipped: 1; failed: 0"
Message added_message(const AddReport& report);
void say_added(const std::vector<AddedFile>& files, const MemoryCommand& command,
               const Console& console);

/// The text with the spans marked: bold and underlined on a terminal, else in brackets.
std::string marked(std::string_view text, const std::vector<Span>& spans, bool styles);

/// Writes to the command's output at once.
void write_out(const std::string& path, const std::string& text);

}  // namespace cotejo
