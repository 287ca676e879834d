#include "review/editor/export.hpp"

#include <ctime>
#include <optional>
#include <utility>

#include "cotejo/exchange.hpp"
#include "cotejo/tmx.hpp"
#include "cotejo/unit.hpp"
#include "cotejo/xliff.hpp"
#include "review/editor/findings.hpp"

namespace cotejo {
namespace {

/// The units of all rows, for their neighbours' sake, and of them those that are wanted.
std::vector<Unit> wanted_units(const ProjectState& state, bool confirmed) {
  const ProjectSides sides = sides_of(state, state.rows);
  std::vector<Unit> out = units(sides.source, sides.target, sides.beads, {}, sides.moved);
  // A moved passage has the confidence of its ends: 1 when both are confirmed.
  std::erase_if(out, [&](const Unit& unit) {
    if (!confirmed) return false;
    return state.rows[unit.bead].state != RowState::confirmed || unit.confidence < 1.0;
  });
  return out;
}

void write_tmx(const Sink& sink, const ProjectState& state, const std::vector<Unit>& units) {
  TmxHeader header;
  header.source_language = state.source.language;
  header.target_language = state.target.language;
  header.source_document = state.source.name;
  header.target_document = state.target.name;
  header.date = std::time(nullptr);
  write_tmx(sink, header, units);
}

void write_xliff(const Sink& sink, const ProjectState& state, std::vector<Unit> units) {
  std::vector<XliffUnit> out;
  for (Unit& unit : units) {
    XliffUnit& one = out.emplace_back();
    one.source = std::move(unit.source);
    one.target = std::move(unit.target);
    one.confirmed = state.rows[unit.bead].state == RowState::confirmed && unit.confidence >= 1.0;
  }
  write_xliff(sink, {state.source.language, state.target.language, state.source.name}, out);
}

/// The report of these rows, without what was dismissed.
void write_html(const Sink& sink, const ProjectState& state, bool confirmed,
                const EditorSetup& setup) {
  std::vector<ProjectRow> rows = state.rows;
  if (confirmed) {
    std::erase_if(rows, [](const ProjectRow& row) { return row.state != RowState::confirmed; });
  }
  const ReviewedRows reviewed = review_rows(state, rows, setup);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < reviewed.findings.size(); ++i) {
    if (!state.dismissed.contains(reviewed.ids[i])) findings.push_back(reviewed.findings[i]);
  }
  const ProjectSides& sides = reviewed.sides;
  write_html_report(
      sink, {sides.source, sides.target, sides.beads, sides.moved, findings, std::nullopt, {}},
      setup.reader);
}

/// "20261126T105500Z"
std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &parts)};
}

}  // namespace

ExportFile export_project(const ProjectState& state, std::string_view format, bool confirmed,
                          const EditorSetup& setup) {
  ExportFile out;
  const Sink sink = [&](std::string_view bytes) { out.bytes += bytes; };
  if (format == "tmx") {
    write_tmx(sink, state, wanted_units(state, confirmed));
    out.type = "application/xml";
  } else if (format == "tsv") {
    write_tsv(sink, wanted_units(state, confirmed));
    out.type = "text/tab-separated-values; charset=utf-8";
  } else if (format == "xliff") {
    write_xliff(sink, state, wanted_units(state, confirmed));
    out.type = "application/xliff+xml";
  } else if (format == "html") {
    write_html(sink, state, confirmed, setup);
    out.type = "text/html; charset=utf-8";
  } else {
    throw Error(Message{"{1}: no format that can be exported", {std::string(format)}});
  }
  out.ending = '.' + std::string(format);
  return out;
}

AddReport add_to_memory(const ProjectState& state, const std::string& location) {
  if (location.empty()) throw Error(Message{"name a memory: a file, or postgresql://...", {}});
  const std::vector<Unit> units = wanted_units(state, true);
  MemoryUnit common;
  common.source_language = state.source.language;
  common.target_language = state.target.language;
  common.document = state.source.name;
  common.date = now();
  common.status = UnitStatus::confirmed;
  auto next = units.begin();
  return Memory::open(location, Memory::Mode::write).add([&]() -> std::optional<MemoryUnit> {
    if (next == units.end()) return {};
    MemoryUnit unit = common;
    unit.source = next->source;
    unit.target = next->target;
    unit.position = next->bead;
    unit.before = next->before;
    unit.after = next->after;
    ++next;
    return unit;
  });
}

}  // namespace cotejo
