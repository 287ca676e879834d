#include "cli/record.hpp"

#include "cli/files.hpp"
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

void filter_records(
    const std::string& file, const std::string& output, const Console& console,
    const std::function<std::string(const std::string&, const std::string&)>& answer) {
  LineReader in(file);
  OutputFile out(output);
  std::string line;
  for (std::size_t number = 1; in.next(line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = file + ':' + std::to_string(number);
    try {
      out.write(answer(line, place) + '\n');
    } catch (const Error& error) {
      out.flush();  // the answers so far are good
      throw Error(Message{"{1}: {2}", {place, console.catalogue()(error.message())}});
    }
    if (!in.has_more()) out.flush();  // somebody may wait for the answer before asking on
  }
  out.commit();
}

}  // namespace cotejo
