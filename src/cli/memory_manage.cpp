#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/memory_tasks.hpp"
#include "cli/progress.hpp"
#include "cotejo/error.hpp"
#include "cotejo/memory_exchange.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

MemoryFormat format_of(const MemoryCommand& command) {
  if (command.format) return *command.format;
  if (command.output.ends_with(".tsv")) return MemoryFormat::tsv;
  if (command.output.ends_with(".jsonl")) return MemoryFormat::jsonl;
  return MemoryFormat::tmx;
}

/// The one language of all the sources, or none.
std::string only_source_language(const Memory& memory, const MemoryFilter& filter) {
  std::set<std::string> languages;
  memory.each(filter, [&](const MemoryUnit& unit) { languages.insert(unit.source_language); });
  return languages.size() == 1 ? *languages.begin() : "";
}

/// What a memory holds.
struct Stats {
  std::size_t units = 0;
  std::map<std::string, std::size_t> languages;  ///< "es > en"
  std::map<std::string, std::size_t> statuses;
  std::map<std::string, std::size_t> domains;
  std::set<std::string> documents;
  std::string first;
  std::string last;

  void add(const MemoryUnit& unit) {
    ++units;
    ++languages[unit.source_language + " > " + unit.target_language];
    ++statuses[std::string(name(unit.status))];
    if (!unit.domain.empty()) ++domains[unit.domain];
    if (!unit.document.empty()) documents.insert(unit.document);
    if (unit.date.empty()) return;
    if (first.empty() || unit.date < first) first = unit.date;
    last = std::max(last, unit.date);
  }
};

std::size_t bytes_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

Json json(const Stats& stats, const MemoryCommand& command) {
  Json out = {{"store", without_password(command.store)},
              {"bytes", bytes_of(command.store)},
              {"units", stats.units},
              {"documents", stats.documents.size()},
              {"languages", stats.languages},
              {"statuses", stats.statuses},
              {"domains", stats.domains}};
  if (!stats.first.empty()) out["first"] = stats.first;
  if (!stats.last.empty()) out["last"] = stats.last;
  return out;
}

std::string shown(const Stats& stats, const MemoryCommand& command, const Console& console) {
  std::string out;
  const auto line = [&](const char* what, const std::string& value) {
    if (!value.empty()) out += console.catalogue()(Message{what, {value}}) + '\n';
  };
  const auto table = [&](const char* what, const std::map<std::string, std::size_t>& counts) {
    if (counts.empty()) return;
    out += console.catalogue()(Message{what, {}}) + '\n';
    for (const auto& [name, count] : counts)
      out += "  " + std::to_string(count) + "  " + name + '\n';
  };
  line(tr("memory: {1}"), without_password(command.store));
  const std::size_t bytes = bytes_of(command.store);
  if (bytes > 0) line(tr("bytes: {1}"), std::to_string(bytes));
  line(tr("units: {1}"), std::to_string(stats.units));
  line(tr("documents: {1}"), std::to_string(stats.documents.size()));
  line(tr("first: {1}"), day(stats.first));
  line(tr("last: {1}"), day(stats.last));
  table(tr("languages:"), stats.languages);
  table(tr("status:"), stats.statuses);
  table(tr("domains:"), stats.domains);
  return out;
}

/// A count that was asked for, for people or programs.
void say_count(const char* what, const char* key, std::size_t count, const MemoryCommand& command,
               const Console& console) {
  if (command.format == MemoryFormat::json) {
    return write_out("-", Json{{key, count}}.dump() + '\n');
  }
  write_out("-", console.catalogue()(Message{what, {std::to_string(count)}}) + '\n');
}

}  // namespace

void memory_export(const MemoryCommand& command, const Console& console) {
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  if (command.output != "-" && same_file(command.output, command.store)) {
    throw Error(Message{"{1}: is read; write to another file", {command.output}});
  }
  std::size_t count = 0;
  {
    const Progress progress(console.catalogue()(tr("writing ...")), !console.quiet());
    OutputFile out(command.output);
    const Sink sink = [&](std::string_view bytes) { out.write(bytes); };
    const EachMemoryUnit each = [&](const std::function<void(const MemoryUnit&)>& take) {
      memory.each(command.filter, [&](const MemoryUnit& unit) {
        ++count;
        take(unit);
      });
    };
    switch (format_of(command)) {
      case MemoryFormat::tsv:
        write_memory_tsv(sink, each);
        break;
      case MemoryFormat::jsonl:
        write_memory_jsonl(sink, each);
        break;
      default:
        write_memory_tmx(sink, only_source_language(memory, command.filter), each);
    }
    out.commit();
  }
  console.note({tr("units: {1}"), {std::to_string(count)}});
}

void memory_stats(const MemoryCommand& command, const Console& console) {
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  Stats stats;
  {
    const Progress progress(console.catalogue()(tr("counting ...")), !console.quiet());
    memory.each(command.filter, [&](const MemoryUnit& unit) { stats.add(unit); });
  }
  write_out("-",
            command.format == MemoryFormat::json
                ? json(stats, command).dump(2, ' ', false, Json::error_handler_t::replace) + '\n'
                : shown(stats, command, console));
}

void memory_delete(const MemoryCommand& command, const Console& console) {
  if (command.dry_run) {
    const Memory memory = Memory::open(command.store, Memory::Mode::read);
    return say_count(tr("would be deleted: {1}"), "would_delete", memory.count(command.filter),
                     command, console);
  }
  const HeldSignals signals;
  Memory memory = Memory::open(command.store, Memory::Mode::write);
  say_count(tr("deleted: {1}"), "deleted", memory.erase(command.filter), command, console);
}

void memory_dedupe(const MemoryCommand& command, const Console& console) {
  const HeldSignals signals;
  Memory memory = Memory::open(command.store, Memory::Mode::write);
  say_count(tr("deleted: {1}"), "deleted", memory.dedupe(command.keep, command.one_translation),
            command, console);
}

}  // namespace cotejo
