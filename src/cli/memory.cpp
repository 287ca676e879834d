#include <cstdlib>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/date.hpp"
#include "cli/memory_tasks.hpp"
#include "cotejo/error.hpp"
#include "text/date.hpp"

namespace cotejo {
namespace {

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string memory_location(const std::string& given) {
  if (!given.empty()) return given;
  if (const std::string chosen = variable("COTEJO_MEMORY"); !chosen.empty()) return chosen;
  std::string data = variable("XDG_DATA_HOME");
  if (!data.starts_with('/')) {  // the specification has relative ones ignored
    const std::string home = variable("HOME");
    if (home.empty()) {
      throw Error(Message{"no memory is named; name one with --store or COTEJO_MEMORY", {}});
    }
    data = home + "/.local/share";
  }
  const std::filesystem::path folder = std::filesystem::path(data) / "cotejo";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw Error(Message{"{1}: cannot be made: {2}; name a memory with --store",
                        {folder.string(), error.message()}});
  }
  return (folder / "memory.db").string();
}

std::string without_password(std::string location) {
  const std::size_t host = location.find("://");
  if (host == std::string::npos) return location;
  const std::size_t at = location.find('@', host);
  const std::size_t colon = location.find(':', host + 3);
  if (at != std::string::npos && colon < at) location.erase(colon, at - colon);
  return location;
}

std::string date_for_units() { return utc_date(chosen_date()); }

std::string day(std::string_view date) {
  if (date.size() < 8 || date.find_first_not_of("0123456789") < 8) return std::string(date);
  std::string out(date.substr(0, 4));
  return out.append(1, '-').append(date.substr(4, 2)).append(1, '-').append(date.substr(6, 2));
}

std::string marked(std::string_view text, const std::vector<Span>& spans, bool styles) {
  std::string out;
  std::size_t done = 0;
  for (const Span span : spans) {
    out.append(text, done, span.begin - done);
    out.append(styles ? "\x1b[1;4m" : "[");
    out.append(slice(text, span));
    out.append(styles ? "\x1b[0m" : "]");
    done = span.end;
  }
  return out.append(text, done);
}

void write_out(const std::string& path, const std::string& text) {
  OutputFile out(path);
  out.write(text);
  out.commit();
}

void run(const MemoryCommand& command, const Console& console) {
  switch (command.task) {
    case MemoryTask::add:
      return memory_add(command, console);
    case MemoryTask::search:
      return memory_search(command, console);
    case MemoryTask::pretranslate:
      return memory_pretranslate(command, console);
    case MemoryTask::concordance:
      return memory_concordance(command, console);
    case MemoryTask::write:
      return memory_export(command, console);
    case MemoryTask::stats:
      return memory_stats(command, console);
    case MemoryTask::merge:
      return memory_merge(command, console);
    case MemoryTask::erase:
      return memory_delete(command, console);
    case MemoryTask::dedupe:
      return memory_dedupe(command, console);
    case MemoryTask::terms:
      return memory_terms(command, console);
    case MemoryTask::serve:
      return memory_serve(command, console);
  }
}

}  // namespace cotejo
