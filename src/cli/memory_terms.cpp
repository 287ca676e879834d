#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/memory_tasks.hpp"
#include "cli/progress.hpp"
#include "cotejo/error.hpp"
#include "cotejo/terms.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;
using Languages = std::pair<std::string, std::string>;

std::string primary(const std::string& tag) { return tag.substr(0, tag.find('-')); }

/// The languages asked for or, where they leave a choice, those of most units.
Languages languages_of(const Memory& memory, const MemoryFilter& filter) {
  std::map<Languages, std::size_t> times;
  memory.each(filter, [&](const MemoryUnit& unit) {
    ++times[{primary(unit.source_language), primary(unit.target_language)}];
  });
  const auto most = std::max_element(
      times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == times.end() ? Languages{} : most->first;
}

Json json(const TermCandidate& term) {
  Json out = {{"term", term.text}, {"name", term.name}, {"units", term.units}};
  out["translations"] = Json::array();
  for (const TermTranslation& one : term.translations) {
    out["translations"].push_back({{"text", one.text}, {"units", one.units}});
  }
  return out;
}

/// "20⇥Casa Blanca⇥White House 18 | Washington 2"
std::string row(const TermCandidate& term) {
  std::string out = std::to_string(term.units) + '\t' + term.text + '\t';
  for (const TermTranslation& one : term.translations) {
    if (&one != &term.translations.front()) out += " | ";
    out += one.text + ' ' + std::to_string(one.units);
  }
  return out += '\n';
}

}  // namespace

void memory_terms(const MemoryCommand& command, const Console& console) {
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  std::vector<TermCandidate> terms;
  {
    const Progress progress(console.catalogue()(tr("looking for terms ...")), !console.quiet());
    MemoryFilter filter = command.filter;
    std::tie(filter.source_language, filter.target_language) = languages_of(memory, filter);
    TermFinder finder(filter.source_language, filter.target_language);
    memory.each(filter, [&](const MemoryUnit& unit) { finder.add(unit.source, unit.target); });
    terms = finder.find();
  }
  if (command.varying)
    std::erase_if(terms, [](const TermCandidate& term) { return !term.varies(); });
  if (command.limit > 0 && terms.size() > command.limit) terms.resize(command.limit);
  std::string out;
  if (command.format == MemoryFormat::json) {
    Json all = Json::array();
    for (const TermCandidate& term : terms) all.push_back(json(term));
    out = all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  } else {
    for (const TermCandidate& term : terms) out += row(term);
  }
  write_out(command.output, out);
  if (terms.empty()) console.note({tr("nothing found"), {}});
}

}  // namespace cotejo
