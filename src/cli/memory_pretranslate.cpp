#include <algorithm>
#include <map>

#include "cli/memory_tasks.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cotejo/error.hpp"
#include "cotejo/memory_exchange.hpp"
#include "cotejo/unit.hpp"
#include "cotejo/xliff.hpp"

namespace cotejo {
namespace {

/// A segment of the document and what the memory offers for it.
struct Draft {
  std::string text;
  std::string before;  ///< hashes of its neighbours
  std::string after;
  std::vector<Match> offers;
};

/// The segments with the hashes of their neighbours; date lines and bylines are nobody's.
std::vector<Draft> drafts_of(const Side& side) {
  std::vector<Draft> drafts;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < side.segments.size(); ++i) {
    drafts.push_back({passage(side, {i, i + 1}), "", "", {}});
    if (is_metadata(side.document.blocks[side.segments[i].block].kind)) continue;
    if (last) {
      drafts[*last].after = hex(hash(drafts[i].text));
      drafts[i].before = hex(hash(drafts[*last].text));
    }
    last = i;
  }
  return drafts;
}

std::string primary(const std::string& tag) { return tag.substr(0, tag.find('-')); }

/// The language that most of the best matches are in; of several, the first by name.
std::string commonest_target(const std::vector<Draft>& drafts) {
  std::map<std::string, std::size_t> times;
  for (const Draft& draft : drafts) {
    if (!draft.offers.empty()) ++times[draft.offers.front().unit.target_language];
  }
  const auto most = std::max_element(
      times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == times.end() ? "" : most->first;
}

const std::string& offered(const Match& match) {
  return match.adapted.empty() ? match.unit.target : match.adapted;
}

void write_xliff_of(const Sink& sink, const XliffHeader& header, const std::vector<Draft>& drafts) {
  std::vector<XliffUnit> units;
  for (const Draft& draft : drafts) {
    XliffUnit& unit = units.emplace_back();
    unit.source = draft.text;
    for (const Match& match : draft.offers) {
      unit.matches.push_back({match.unit.source, offered(match), match.score, match.unit.document,
                              !match.adapted.empty()});
    }
    if (draft.offers.empty() || draft.offers.front().kind == MatchKind::fuzzy) continue;
    const Match& best = draft.offers.front();
    unit.target = best.unit.target;
    unit.score = best.score;
  }
  write_xliff(sink, header, units);
}

/// The best match of each segment as a unit of the document.
void write_tmx_of(const Sink& sink, const XliffHeader& header, const std::vector<Draft>& drafts) {
  const std::string date = date_for_units();
  write_memory_tmx(sink, header.source_language, [&](const auto& take) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (drafts[i].offers.empty()) continue;
      const Match& best = drafts[i].offers.front();
      MemoryUnit unit;
      unit.source = drafts[i].text;
      unit.target = offered(best);
      unit.source_language = header.source_language;
      unit.target_language = header.target_language;
      unit.document = header.original;
      unit.position = i;
      unit.before = drafts[i].before;
      unit.after = drafts[i].after;
      unit.date = date;
      unit.confidence = std::min(best.score, 100.0) / 100.0;
      take(unit);
    }
  });
}

}  // namespace

void memory_pretranslate(const MemoryCommand& command, const Console& console) {
  const std::string& path = command.arguments.front();
  if (path != "-" && command.output != "-" && same_file(path, command.output)) {
    throw Error(Message{"{1}: is read; write to another file", {path}});
  }
  const Memory memory = Memory::open(command.store, Memory::Mode::read);
  const Side side = read_side(path, command.filter.source_language, command.reading);
  for (const Message& warning : side.document.warnings) console.warning(warning);
  std::vector<Draft> drafts = drafts_of(side);
  XliffHeader header{side.document.language, command.filter.target_language, path};
  {
    const Progress progress(console.catalogue()(tr("looking up ...")), !console.quiet());
    SearchOptions options;
    options.source_language = side.document.language;
    options.target_language = command.filter.target_language;
    options.least_score = command.least_score;
    options.limit = command.limit;
    for (Draft& draft : drafts) {
      options.before = draft.before;
      options.after = draft.after;
      draft.offers = memory.search(draft.text, options);
    }
  }
  if (header.target_language.empty()) header.target_language = commonest_target(drafts);
  std::size_t exact = 0;
  std::size_t fuzzy = 0;
  for (Draft& draft : drafts) {
    std::erase_if(draft.offers, [&](const Match& match) {
      return primary(match.unit.target_language) != primary(header.target_language);
    });
    if (draft.offers.empty()) continue;
    ++(draft.offers.front().kind == MatchKind::fuzzy ? fuzzy : exact);
  }
  OutputFile out(command.output);
  const Sink sink = [&](std::string_view bytes) { out.write(bytes); };
  const bool tmx =
      command.format ? *command.format == MemoryFormat::tmx : command.output.ends_with(".tmx");
  if (tmx) {
    write_tmx_of(sink, header, drafts);
  } else {
    write_xliff_of(sink, header, drafts);
  }
  out.commit();
  console.note({tr("segments: {1}; exact: {2}; fuzzy: {3}; without a match: {4}"),
                {std::to_string(drafts.size()), std::to_string(exact), std::to_string(fuzzy),
                 std::to_string(drafts.size() - exact - fuzzy)}});
}

}  // namespace cotejo
