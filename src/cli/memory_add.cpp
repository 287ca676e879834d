#include <nlohmann/json.hpp>
#include <optional>

#include "cli/memory_input.hpp"
#include "cli/memory_tasks.hpp"
#include "cli/progress.hpp"
#include "cli/unit_stream.hpp"
#include "cotejo/error.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

/// Thrown to leave a task that a signal ends: what was begun is undone, then the signal takes
/// effect.
struct Interrupted {};

/// Asks for a waiting signal now and then.
class Alive {
 public:
  explicit Alive(const HeldSignals& signals) : signals_(signals) {}

  void operator()() {
    constexpr unsigned often = 256;
    if (++asked_ % often == 0 && signals_.waiting()) throw Interrupted{};
  }

 private:
  const HeldSignals& signals_;
  unsigned asked_ = 0;
};

/// Adds what `read` gives.
AddReport add_all(Memory& memory, const HeldSignals& signals,
                  const std::function<void(const UnitStream::Take& take)>& read) {
  const std::string date = date_for_units();
  UnitStream units(read);
  Alive alive(signals);
  return memory.add([&] {
    alive();
    std::optional<MemoryUnit> unit = units.next();
    if (unit && unit->date.empty()) unit->date = date;
    return unit;
  });
}

AddedFile add_file(Memory& memory, const std::string& path, const MemoryCommand& command,
                   const HeldSignals& signals) {
  AddedFile out{path, {}, 0, {}};
  Alive alive(signals);
  const MemoryInput input(path, command, [&] { alive(); });
  out.report = add_all(memory, signals, [&](const UnitStream::Take& take) {
    out.other_languages = input.read(take);
  });
  return out;
}

AddReport sum_of(const std::vector<AddedFile>& files) {
  AddReport sum;
  for (const AddedFile& file : files) {
    sum.created += file.report.created;
    sum.updated += file.report.updated;
    sum.same += file.report.same;
    sum.kept += file.report.kept;
    sum.empty += file.report.empty;
    sum.other_language += file.report.other_language + file.other_languages;
    sum.failed += file.report.failed;
  }
  return sum;
}

Json json(const AddReport& report) {
  return {{"created", report.created},
          {"updated", report.updated},
          {"skipped",
           {{"there_already", report.same},
            {"confirmed_or_newer", report.kept},
            {"without_text", report.empty},
            {"other_language", report.other_language}}},
          {"failed", report.failed}};
}

}  // namespace

Message added_message(const AddReport& report) {
  const std::size_t skipped = report.same + report.kept + report.empty + report.other_language;
  return {tr("created: {1}; updated: {2}; skipped: {3}; failed: {4}"),
          {std::to_string(report.created), std::to_string(report.updated), std::to_string(skipped),
           std::to_string(report.failed)}};
}

void say_added(const std::vector<AddedFile>& files, const MemoryCommand& command,
               const Console& console) {
  const AddReport all = sum_of(files);
  if (command.format == MemoryFormat::json) {
    Json out = json(all);
    for (const AddedFile& file : files) {
      Json one = {{"name", file.name}};
      if (!file.error.empty()) one["error"] = file.error;
      if (file.error.empty()) one.update(json(sum_of({file})));
      out["from"].push_back(std::move(one));
    }
    return write_out("-", out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
  }
  std::string text = console.catalogue()(added_message(all)) + '\n';
  const auto reason = [&](std::size_t count, const char* what) {
    if (count > 0)
      text += "  " + console.catalogue()(Message{what, {std::to_string(count)}}) + '\n';
  };
  reason(all.same, tr("skipped, there already: {1}"));
  reason(all.kept, tr("skipped, confirmed or newer in the memory: {1}"));
  reason(all.empty, tr("skipped, without text on both sides: {1}"));
  reason(all.other_language, tr("skipped, not in the languages asked for or in no known one: {1}"));
  reason(all.failed, tr("failed, not UTF-8 or too long: {1}"));
  write_out("-", text);
}

void memory_add(const MemoryCommand& command, const Console& console) {
  std::vector<AddedFile> files;
  std::optional<Error> failure;
  {
    const HeldSignals signals;  // before any thread: each holds them too
    const Progress progress(console.catalogue()(tr("adding ...")), !console.quiet());
    try {
      Memory memory = Memory::open(command.store, Memory::Mode::write);
      for (const std::string& path : command.arguments) {
        try {
          files.push_back(add_file(memory, path, command, signals));
        } catch (const Error& error) {
          if (command.arguments.size() == 1) throw;
          console.error(error.message());
          files.push_back({path, {}, 0, console.catalogue()(error.message())});
          failure = error;
        }
      }
    } catch (const Interrupted&) {
    }
  }
  say_added(files, command, console);
  if (!failure) return;
  std::size_t bad = 0;
  for (const AddedFile& file : files) bad += !file.error.empty();
  throw Error(Message{"files that could not be added: {1} of {2}",
                      {std::to_string(bad), std::to_string(files.size())}});
}

void memory_merge(const MemoryCommand& command, const Console& console) {
  std::vector<AddedFile> files;
  {
    const HeldSignals signals;
    const Progress progress(console.catalogue()(tr("merging ...")), !console.quiet());
    try {
      for (const std::string& other : command.arguments) {
        if (other == command.store || same_file(other, command.store)) {
          throw Error(Message{"{1}: is the memory itself; name another one", {other}});
        }
        Memory::open(other, Memory::Mode::read);  // says what is wrong with it before all else
      }
      Memory memory = Memory::open(command.store, Memory::Mode::write);
      for (const std::string& other : command.arguments) {
        AddedFile out{other, {}, 0, {}};
        out.report = add_all(memory, signals, [&](const UnitStream::Take& take) {
          const Memory from = Memory::open(other, Memory::Mode::read);
          from.each(command.filter, [&](const MemoryUnit& unit) { take(unit); });
        });
        files.push_back(std::move(out));
      }
    } catch (const Interrupted&) {
    }
  }
  say_added(files, command, console);
}

}  // namespace cotejo
