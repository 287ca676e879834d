#include "cli/record.hpp"

#include "cotejo/error.hpp"

namespace cotejo {

Json parse_record(const std::string& line) {
  constexpr int deepest = 100;
  const auto bounded = [](int depth, Json::parse_event_t, Json&) {
    if (depth > deepest) throw Error(Message{"JSON nested too deeply", {}});
    return true;
  };
  try {
    Json record = Json::parse(line, bounded);
    if (record.is_object()) return record;
  } catch (const Json::exception&) {
    throw Error(Message{"not JSON", {}});
  }
  throw Error(Message{"not a JSON object", {}});
}

std::string text_member(const Json& record, const char* name) {
  const auto found = record.find(name);
  if (found == record.end() || found->is_null()) return {};
  if (!found->is_string()) throw Error(Message{"\"{1}\" is not a string", {name}});
  return found->get<std::string>();
}

}  // namespace cotejo
