#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/memory_tasks.hpp"
#include "cotejo/memory_exchange.hpp"
#include "cotejo/text.hpp"
#include "text/decimal.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

Json json(const std::vector<Span>& spans) {
  Json out = Json::array();
  for (const Span span : spans) out.push_back({span.begin, span.end});
  return out;
}

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json json(const MemoryUnit& unit) { return Json::parse(memory_json(unit)); }

std::string_view name(MatchKind kind) {
  switch (kind) {
    case MatchKind::context:
      return "context";
    case MatchKind::exact:
      return "exact";
    case MatchKind::fuzzy:
      break;
  }
  return "fuzzy";
}

Json json(const Match& match) {
  Json out = {{"score", match.score}, {"kind", name(match.kind)}};
  out["unit"] = json(match.unit);
  if (!match.adapted.empty()) {
    out["adapted"] = {{"text", match.adapted}, {"replaced", json(match.placed)}};
  }
  out["differs"] = json(match.differs);
  out["text_differs"] = json(match.text_differs);
  return out;
}

/// Languages in one width, so that texts stand below each other.
std::string label(const std::string& language, std::size_t width) {
  return language + std::string(std::max(width, language.size()) - language.size() + 2, ' ');
}

/// "nota.es.txt #12  2025-02-24  confirmed"
std::string provenance(const MemoryUnit& unit) {
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : "  ") + part;
  };
  if (!unit.document.empty()) add(unit.document + " #" + std::to_string(unit.position));
  add(day(unit.date));
  add(unit.domain);
  add(unit.author);
  if (unit.status != UnitStatus::draft) add(std::string(name(unit.status)));
  return out;
}

const char* kind_text(MatchKind kind) {
  switch (kind) {
    case MatchKind::context:
      return tr("exact, in the same context");
    case MatchKind::exact:
      return tr("exact");
    case MatchKind::fuzzy:
      break;
  }
  return tr("fuzzy");
}

std::string shown(const Match& match, std::string_view asked, const Console& console, bool styles) {
  const MemoryUnit& unit = match.unit;
  const std::size_t width = std::max(unit.source_language.size(), unit.target_language.size());
  std::string out = std::to_string(static_cast<int>(match.score)) + " %  " +
                    console.catalogue()(Message{kind_text(match.kind), {}});
  if (const std::string where = provenance(unit); !where.empty()) out += "  " + where;
  out += '\n';
  if (!match.text_differs.empty()) {
    out += label("", width) + marked(asked, match.text_differs, styles) + '\n';
  }
  out += label(unit.source_language, width) + marked(unit.source, match.differs, styles) + '\n';
  out += label(unit.target_language, width) + unit.target + '\n';
  if (!match.adapted.empty()) {
    out += label("->", width) + marked(match.adapted, match.placed, styles) + "  (" +
           console.catalogue()(Message{tr("numbers replaced"), {}}) + ")\n";
  }
  return out;
}

std::string shown(const Hit& hit, bool styles) {
  const MemoryUnit& unit = hit.unit;
  const std::size_t width = std::max(unit.source_language.size(), unit.target_language.size());
  const std::vector<Span> none;
  std::string out = provenance(unit);
  if (!out.empty()) out += '\n';
  out += label(unit.source_language, width) +
         marked(unit.source, hit.in_target ? none : hit.spans, styles) + '\n';
  out += label(unit.target_language, width) +
         marked(unit.target, hit.in_target ? hit.spans : none, styles) + '\n';
  return out;
}

}  // namespace

void memory_search(const MemoryCommand& command, const Console& console) {
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  SearchOptions options;
  options.source_language = command.filter.source_language;
  options.target_language = command.filter.target_language;
  options.least_score = command.least_score;
  options.limit = command.limit;
  const std::string& text = command.arguments.front();
  const std::vector<Match> matches = memory.search(text, options);
  if (command.format == MemoryFormat::json) {
    Json out = Json::array();
    for (const Match& match : matches) out.push_back(json(match));
    return write_out(command.output, dumped(out));
  }
  std::string out;
  for (const Match& match : matches) {
    if (!out.empty()) out += '\n';
    out += shown(match, text, console, command.output == "-" && output_has_styles());
  }
  write_out(command.output, out);
  if (matches.empty()) console.note({tr("nothing found"), {}});
}

void memory_concordance(const MemoryCommand& command, const Console& console) {
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  ConcordanceOptions options;
  options.language = command.filter.source_language;
  options.limit = command.limit;
  const std::vector<Hit> hits = memory.concordance(command.arguments.front(), options);
  if (command.format == MemoryFormat::json) {
    Json out = Json::array();
    for (const Hit& hit : hits) {
      out.push_back({{"unit", json(hit.unit)},
                     {"side", hit.in_target ? "target" : "source"},
                     {"spans", json(hit.spans)}});
    }
    return write_out(command.output, dumped(out));
  }
  std::string out;
  for (const Hit& hit : hits) {
    if (!out.empty()) out += '\n';
    out += shown(hit, command.output == "-" && output_has_styles());
  }
  write_out(command.output, out);
  if (hits.empty()) console.note({tr("nothing found"), {}});
}

}  // namespace cotejo
