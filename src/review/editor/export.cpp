#include "review/editor/export.hpp"

#include <ctime>

#include "cotejo/exchange.hpp"
#include "cotejo/tmx.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// The units of all rows, for their neighbours' sake, and of them those that are wanted.
std::vector<Unit> wanted_units(const ProjectState& state, const ProjectSides& sides,
                               bool confirmed) {
  std::vector<Unit> out = units(sides.source, sides.target, sides.beads, {}, sides.moved);
  // A moved passage has the confidence of its ends: 1 when both are confirmed.
  std::erase_if(out, [&](const Unit& unit) {
    if (!confirmed) return false;
    return state.rows[unit.bead].state != RowState::confirmed || unit.confidence < 1.0;
  });
  return out;
}

}  // namespace

ExportFile export_project(const ProjectState& state, std::string_view format, bool confirmed) {
  const ProjectSides sides = sides_of(state, state.rows);
  const std::vector<Unit> units = wanted_units(state, sides, confirmed);
  ExportFile out;
  const Sink sink = [&](std::string_view bytes) { out.bytes += bytes; };
  if (format == "tmx") {
    TmxHeader header;
    header.source_language = state.source.language;
    header.target_language = state.target.language;
    header.source_document = state.source.name;
    header.target_document = state.target.name;
    header.date = std::time(nullptr);
    write_tmx(sink, header, units);
    out.type = "application/xml";
    out.ending = ".tmx";
  } else if (format == "tsv") {
    write_tsv(sink, units);
    out.type = "text/tab-separated-values; charset=utf-8";
    out.ending = ".tsv";
  } else {
    throw Error(Message{"{1}: no format that can be exported", {std::string(format)}});
  }
  return out;
}

}  // namespace cotejo
