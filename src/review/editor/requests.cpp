#include "review/editor/requests.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "review/editor/history.hpp"
#include "review/editor/json_text.hpp"
#include "review/editor/utf16.hpp"
#include "review/editor/whole.hpp"
#include "review/report/places.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse() { throw Error(Message{"the page asked for something unknown", {}}); }

Edition edition(const Json& json) {
  const std::string& side = json.at("side").get_ref<const std::string&>();
  if (side == "source") return Edition::source;
  if (side == "target") return Edition::target;
  refuse();
}

bool is_up(const Json& json) {
  const std::string& direction = json.at("direction").get_ref<const std::string&>();
  if (direction != "up" && direction != "down") refuse();
  return direction == "up";
}

std::size_t offset(const Json& json, SegmentId segment, const ProjectState& state) {
  if (segment < 1 || segment > std::ssize(state.segments)) refuse();
  const auto unit = whole(json.at("offset"));
  return byte_of_utf16(state.segment(segment).text,
                       static_cast<std::size_t>(std::max<std::int64_t>(unit, 0)));
}

std::variant<Act, Undo, Redo> act_of(const Json& json, const ProjectState& state) {
  const std::string& action = json.at("action").get_ref<const std::string&>();
  const auto id = [&](const char* key) { return whole(json.at(key)); };
  if (action == "undo") return Undo{};
  if (action == "redo") return Redo{};
  if (action == "realign") return Act(Realign{});
  if (action == "merge") return Act(MergeRows{id("row")});
  if (action == "unlink") return Act(UnlinkRow{id("row")});
  if (action == "link") return Act(LinkRows{id("row"), id("other")});
  if (action == "move") return Act(MoveBoundary{id("row"), edition(json), is_up(json)});
  if (action == "confirm_until") return Act(ConfirmUntil{id("row")});
  if (action == "bookmark") return Act(SetBookmark{id("row"), json.at("on").get<bool>()});
  if (action == "split") {
    const SegmentId segment = id("segment");
    return Act(SplitRow{id("row"), edition(json), segment, offset(json, segment, state)});
  }
  if (action == "edit") {
    return Act(
        EditText{id("row"), edition(json), id("segment"), json.at("text").get<std::string>()});
  }
  if (action == "state") {
    const auto wanted = row_state(json.at("state").get_ref<const std::string&>());
    if (!wanted) refuse();
    return Act(SetState{id("row"), *wanted});
  }
  if (action == "dismiss") {
    constexpr std::size_t longest_id = 64;
    const std::string& finding = json.at("finding").get_ref<const std::string&>();
    if (finding.size() > longest_id) refuse();
    return Act(DismissFinding{id("row"), finding, json.at("on").get<bool>()});
  }
  refuse();
}

template <typename Read>
auto reading(std::string_view body, const Read& read) {
  try {
    return read(Json::parse(body));
  } catch (const Json::exception&) {
    refuse();
  }
}

void put_segments(std::string& out, const ProjectState& state, const std::vector<SegmentId>& ids) {
  put_list(out, ids, [&](SegmentId id) {
    const ProjectSegment& segment = state.segment(id);
    out += "{\"id\":";
    put_number(out, id);
    out += ",\"text\":";
    put_string(out, segment.text);
    out += ",\"edited\":";
    put_bool(out, segment.edited);
    out += '}';
  });
}

void put_span(std::string& out, Span span) {
  out += '[';
  put_number(out, span.begin);
  out += ',';
  put_number(out, span.end);
  out += ']';
}

void put_finding(std::string& out, const RowFinding& finding, const Reader& reader) {
  out += "{\"id\":";
  put_string(out, finding.id);
  out += ",\"kind\":";
  put_string(out, name(finding.kind));
  out += ",\"severity\":";
  put_string(out, name(finding.severity));
  out += ",\"message\":";
  put_string(out, spoken(finding.message, reader));
  out += ",\"source\":";
  put_span(out, finding.source);
  out += ",\"target\":";
  put_span(out, finding.target);
  out += ",\"dismissed\":";
  put_bool(out, finding.dismissed);
  out += '}';
}

void put_row(std::string& out, const Shown& shown, const ProjectRow& row) {
  const ProjectState& state = shown.project.state();
  out += "{\"id\":";
  put_number(out, row.id);
  out += ",\"version\":";
  put_number(out, shown.project.version(row.id));
  out += ",\"source\":";
  put_segments(out, state, row.source);
  out += ",\"target\":";
  put_segments(out, state, row.target);
  out += ",\"confidence\":";
  put_number(out, row.confidence);
  out += ",\"state\":";
  put_string(out, name(row.state));
  out += ",\"bookmark\":";
  put_bool(out, row.bookmark);
  out += ",\"moved\":";
  put_bool(out, row.moved != 0);
  out += ",\"findings\":";
  put_list(out, shown.findings.of(row.id),
           [&](const RowFinding& one) { put_finding(out, one, shown.setup.reader); });
  out += '}';
}

Json common(const Shown& shown) {
  return {{"revision", shown.project.revision()},
          {"can_undo", shown.project.can_undo()},
          {"can_redo", shown.project.can_redo()}};
}

/// An object, with one thing more in it.
std::string with(const Json& object, std::string_view key, std::string_view value) {
  std::string out = dump(object);
  out.back() = ',';
  put_string(out, key);
  out += ':';
  out += value;
  return out += '}';
}

std::string answer(Json rest, const Shown& shown, std::int64_t since) {
  const bool moved = shown.project.order_revision() > since;
  std::vector<RowId> order;
  std::vector<const ProjectRow*> changed;
  for (const ProjectRow& row : shown.project.state().rows) {
    if (moved) order.push_back(row.id);
    const std::int64_t at =
        std::max(shown.project.version(row.id), shown.findings.revision(row.id));
    if (at > since) changed.push_back(&row);
  }
  rest["order"] = moved ? Json(order) : Json(nullptr);
  std::string rows;
  put_list(rows, changed, [&](const ProjectRow* row) { put_row(rows, shown, *row); });
  return with(rest, "rows", rows);
}

Json edition_json(const ProjectEdition& edition) {
  return {{"lang", edition.language}, {"name", edition.name}};
}

}  // namespace

ActRequest read_act(std::string_view body, const ProjectState& state) {
  return reading(body, [&](const Json& json) -> ActRequest {
    return {whole(json.at("revision")), act_of(json, state)};
  });
}

std::string read_location(std::string_view body) {
  return reading(body, [](const Json& json) { return json.at("location").get<std::string>(); });
}

std::string project_answer(const Shown& shown, std::string_view name, std::string_view memory) {
  Json out = common(shown);
  const ProjectState& state = shown.project.state();
  out["name"] = name;
  out["source"] = edition_json(state.source);
  out["target"] = edition_json(state.target);
  out["ui"] = shown.setup.reader.language;
  out["memory"] = memory.empty() ? Json(nullptr) : Json(memory);
  std::string rows;
  put_list(rows, state.rows, [&](const ProjectRow& row) { put_row(rows, shown, row); });
  return with(out, "rows", rows);
}

std::string changes_answer(const Shown& shown, std::int64_t since) {
  return answer(common(shown), shown, since);
}

std::string act_answer(const Shown& shown, std::int64_t since, std::optional<RowId> focus) {
  Json out = common(shown);
  out["focus"] = focus ? Json(*focus) : Json(nullptr);
  return answer(std::move(out), shown, since);
}

std::string memory_answer(const AddReport& report) {
  return dump({{"created", report.created},
               {"updated", report.updated},
               {"same", report.same},
               {"left", report.kept + report.empty + report.other_language + report.failed}});
}

std::string error_answer(std::string_view error, std::optional<RowId> row) {
  Json out{{"error", error}};
  if (row) out["row"] = *row;
  return dump(out);
}

}  // namespace cotejo
