#include <array>
#include <nlohmann/json.hpp>

#include "cotejo/error.hpp"
#include "cotejo/memory_exchange.hpp"
#include "exchange/lines.hpp"
#include "exchange/neighbours.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

const Json* member(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found == json.end() ? nullptr : &*found;
}

/// Puts a string in its place where there is one; false where there is something else.
bool read_text(const Json& json, const char* name, std::string& into) {
  const Json* const found = member(json, name);
  if (found == nullptr) return true;
  if (!found->is_string()) return false;
  into.clear();
  append_kept(into, found->get_ref<const std::string&>());
  return true;
}

bool read_side(const Json& json, const char* name, std::string& text, std::string& language) {
  const Json* const side = member(json, name);
  if (side == nullptr || !side->is_object() || member(*side, "text") == nullptr) return false;
  return read_text(*side, "text", text) && read_text(*side, "language", language);
}

bool read_status(const Json& json, UnitStatus& status) {
  const Json* const found = member(json, "status");
  if (found == nullptr) return true;
  for (const UnitStatus one : {UnitStatus::draft, UnitStatus::confirmed, UnitStatus::rejected}) {
    if (*found == name(one)) {
      status = one;
      return true;
    }
  }
  return false;
}

/// The unit of a line; false where it is none.
bool read_unit(const Json& json, MemoryUnit& unit) {
  if (!json.is_object()) return false;
  const Json* position = member(json, "position");
  if (position == nullptr) position = member(json, "bead");
  if (position != nullptr) {
    if (!position->is_number_unsigned()) return false;
    unit.position = position->get<std::size_t>();
  }
  if (const Json* const confidence = member(json, "confidence")) {
    if (!confidence->is_number()) return false;
    unit.confidence = confidence->get<double>();
    if (!(unit.confidence >= 0 && unit.confidence <= 1)) return false;
  }
  return read_side(json, "source", unit.source, unit.source_language) &&
         read_side(json, "target", unit.target, unit.target_language) &&
         read_text(json, "document", unit.document) && read_text(json, "before", unit.before) &&
         read_text(json, "after", unit.after) && read_text(json, "date", unit.date) &&
         read_text(json, "author", unit.author) && read_text(json, "domain", unit.domain) &&
         read_status(json, unit.status);
}

}  // namespace

std::string memory_json(const MemoryUnit& unit) {
  Json line;
  const auto put = [&](const char* name, const std::string& text) {
    if (!text.empty()) line[name] = text;
  };
  line["source"] = {{"language", unit.source_language}, {"text", unit.source}};
  line["target"] = {{"language", unit.target_language}, {"text", unit.target}};
  put("document", unit.document);
  line["position"] = unit.position;
  put("before", unit.before);
  put("after", unit.after);
  put("date", unit.date);
  put("author", unit.author);
  put("domain", unit.domain);
  line["status"] = name(unit.status);
  line["confidence"] = unit.confidence;
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write_memory_jsonl(const Sink& sink, const EachMemoryUnit& each) {
  each([&](const MemoryUnit& unit) { sink(memory_json(unit) + '\n'); });
}

std::size_t read_memory_jsonl(const Source& source, const std::string& name,
                              const MemoryUnit& defaults,
                              const std::function<void(MemoryUnit unit)>& take) {
  Neighbours neighbours(take);
  std::size_t count = 0;
  each_line(source, name, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const Json json = Json::parse(line, nullptr, false);
    MemoryUnit unit = defaults;
    unit.position = count;
    if (!read_unit(json, unit)) {
      throw Error(
          Message{"no unit; a line is JSON as cotejo memory export or cotejo align --format "
                  "jsonl writes it",
                  {},
                  name + ':' + std::to_string(number)});
    }
    ++count;
    const Json* const metadata = member(json, "metadata");
    if (metadata != nullptr && *metadata == true) return;
    if (member(json, "bead") != nullptr && (unit.source.empty() || unit.target.empty())) return;
    // A memory says of a unit all that it knows; align says no status, and no document.
    const bool whole = member(json, "status") != nullptr;
    if (!whole && unit.document.empty() && name != "-") unit.document = name;
    neighbours.add(std::move(unit), whole);
  });
  neighbours.finish();
  return 0;
}

}  // namespace cotejo
