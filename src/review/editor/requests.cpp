#include "review/editor/requests.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "review/editor/history.hpp"
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

Json segments(const ProjectState& state, const std::vector<SegmentId>& ids) {
  Json out = Json::array();
  for (const SegmentId id : ids) {
    const ProjectSegment& segment = state.segment(id);
    out.push_back({{"id", id}, {"text", segment.text}, {"edited", segment.edited}});
  }
  return out;
}

Json row_json(const Shown& shown, const ProjectRow& row) {
  const ProjectState& state = shown.project.state();
  Json findings = Json::array();
  for (const RowFinding& one : shown.findings.of(row.id)) {
    findings.push_back({{"id", one.id},
                        {"kind", name(one.kind)},
                        {"severity", name(one.severity)},
                        {"message", spoken(one.message, shown.setup.reader)},
                        {"source", {one.source.begin, one.source.end}},
                        {"target", {one.target.begin, one.target.end}},
                        {"dismissed", one.dismissed}});
  }
  return {{"id", row.id},
          {"version", shown.project.version(row.id)},
          {"source", segments(state, row.source)},
          {"target", segments(state, row.target)},
          {"confidence", row.confidence},
          {"state", name(row.state)},
          {"bookmark", row.bookmark},
          {"moved", row.moved != 0},
          {"findings", std::move(findings)}};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json common(const Shown& shown) {
  return {{"revision", shown.project.revision()},
          {"can_undo", shown.project.can_undo()},
          {"can_redo", shown.project.can_redo()}};
}

Json changes(const Shown& shown, std::int64_t since) {
  Json out = common(shown);
  Json rows = Json::array();
  Json order = Json::array();
  const bool moved = shown.project.order_revision() > since;
  for (const ProjectRow& row : shown.project.state().rows) {
    if (moved) order.push_back(row.id);
    const std::int64_t changed =
        std::max(shown.project.version(row.id), shown.findings.revision(row.id));
    if (changed > since) rows.push_back(row_json(shown, row));
  }
  out["rows"] = std::move(rows);
  out["order"] = moved ? std::move(order) : Json(nullptr);
  return out;
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
  Json rows = Json::array();
  for (const ProjectRow& row : state.rows) rows.push_back(row_json(shown, row));
  out["rows"] = std::move(rows);
  return dump(out);
}

std::string changes_answer(const Shown& shown, std::int64_t since) {
  return dump(changes(shown, since));
}

std::string act_answer(const Shown& shown, std::int64_t since, std::optional<RowId> focus) {
  Json out = changes(shown, since);
  out["focus"] = focus ? Json(*focus) : Json(nullptr);
  return dump(out);
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
