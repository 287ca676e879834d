#include "review/editor/history.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "review/editor/json_text.hpp"
#include "review/editor/whole.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::json;

[[noreturn]] void damaged() {
  throw Error(Message{"the history of the project is damaged; start a new project", {}});
}

void put_rows(std::string& out, const std::vector<ProjectRow>& rows) {
  const auto put_ids = [&](const std::vector<SegmentId>& ids) {
    put_list(out, ids, [&](SegmentId id) { put_number(out, id); });
  };
  put_list(out, rows, [&](const ProjectRow& row) {
    out += '[';
    put_number(out, row.id);
    out += ',';
    put_ids(row.source);
    out += ',';
    put_ids(row.target);
    out += ',';
    put_number(out, row.confidence);
    out += ',';
    put_string(out, name(row.state));
    out += ',';
    put_bool(out, row.bookmark);
    out += ',';
    put_number(out, row.moved);
    out += ']';
  });
}

std::vector<SegmentId> segment_ids(const Json& list, std::size_t segments) {
  std::vector<SegmentId> out;
  for (const Json& one : list) {
    const SegmentId id = out.emplace_back(whole(one));
    if (id < 1 || static_cast<std::size_t>(id) > segments) damaged();
  }
  return out;
}

std::vector<ProjectRow> rows_of(const Json& list, std::size_t segments) {
  std::vector<ProjectRow> out;
  for (const Json& one : list) {
    ProjectRow& row = out.emplace_back();
    row.id = whole(one.at(0));
    row.source = segment_ids(one.at(1), segments);
    row.target = segment_ids(one.at(2), segments);
    row.confidence = one.at(3).get<double>();
    const auto state = row_state(one.at(4).get_ref<const std::string&>());
    if (!state || row.id < 1) damaged();
    row.state = *state;
    row.bookmark = one.at(5).get<bool>();
    row.moved = whole(one.at(6));
  }
  return out;
}

}  // namespace

std::string write_change(const Change& change) {
  std::string out = "{\"splices\":";
  put_list(out, change.splices, [&](const Splice& splice) {
    out += "{\"at\":";
    put_number(out, splice.at);
    out += ",\"before\":";
    put_rows(out, splice.before);
    out += ",\"after\":";
    put_rows(out, splice.after);
    out += '}';
  });
  if (!change.finding.empty()) {
    out += ",\"finding\":";
    put_string(out, change.finding);
    out += ",\"dismissed\":";
    put_bool(out, change.dismissed);
  }
  return out += '}';
}

Change read_change(std::string_view bytes, std::size_t segments) {
  try {
    const Json json = Json::parse(bytes);
    Change out;
    for (const Json& splice : json.at("splices")) {
      out.splices.push_back({static_cast<std::size_t>(whole(splice.at("at"))),
                             rows_of(splice.at("before"), segments),
                             rows_of(splice.at("after"), segments)});
    }
    if (json.contains("finding")) {
      out.finding = json.at("finding").get<std::string>();
      out.dismissed = json.at("dismissed").get<bool>();
    }
    return out;
  } catch (const Json::exception&) {
    damaged();
  }
}

std::string write_numbers(const std::vector<SegmentId>& numbers) {
  std::string out;
  for (const SegmentId number : numbers) {
    if (!out.empty()) out += ' ';
    out += std::to_string(number);
  }
  return out;
}

std::optional<std::vector<SegmentId>> read_numbers(std::string_view text, std::size_t segments) {
  std::vector<SegmentId> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    SegmentId number = 0;
    const auto [stop, error] = std::from_chars(at, end, number);
    if (error != std::errc() || number < 1 || static_cast<std::size_t>(number) > segments)
      return {};
    out.push_back(number);
    at = stop;
    if (at == end) break;
    if (*at != ' ' || at + 1 == end) return {};
    ++at;
  }
  return out;
}

std::optional<RowState> row_state(std::string_view wanted) {
  for (const RowState state : {RowState::open, RowState::confirmed, RowState::review}) {
    if (name(state) == wanted) return state;
  }
  return {};
}

}  // namespace cotejo
