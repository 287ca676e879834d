#include <nlohmann/json.hpp>

#include "cotejo/exchange.hpp"
#include "exchange/names.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

/// In bytes of the file, which is what the reader of the JSON has.
Json json(const Side& side, Span span) {
  const Span bytes = side.document.source_span(span);
  return {bytes.begin, bytes.end};
}

Json json(const Side& side, Range segments) {
  Json spans = Json::array();
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    spans.push_back(json(side, side.segments[i].span));
  }
  return {{"segments", {segments.begin, segments.end}},
          {"spans", std::move(spans)},
          {"text", passage(side, segments)}};
}

Json json(const Side& source, const Side& target, const std::vector<Evidence>& reasons) {
  Json all = Json::array();
  for (const Evidence& reason : reasons) {
    all.push_back({{"kind", name(reason.kind)},
                   {"source", json(source, reason.source)},
                   {"target", json(target, reason.target)},
                   {"weight", reason.weight}});
  }
  return all;
}

bool only_metadata(const Side& side, Range segments) {
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    if (!is_metadata(side.document.blocks[side.segments[i].block].kind)) return false;
  }
  return true;
}

}  // namespace

void write_jsonl(const Sink& sink, const Side& source, const Side& target,
                 const std::vector<Bead>& beads, const std::vector<Bead>& moved) {
  const auto write = [&](const Bead& bead, std::size_t position, bool was_moved) {
    Json line = {
        {"bead", position},
        {"confidence", bead.confidence},
        {"metadata", only_metadata(source, bead.source) && only_metadata(target, bead.target)},
        {"source", json(source, bead.source)},
        {"target", json(target, bead.target)}};
    if (was_moved) line["moved"] = true;
    if (!bead.evidence.empty()) line["evidence"] = json(source, target, bead.evidence);
    sink(line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
  };
  auto next = moved.begin();
  for (std::size_t i = 0; i < beads.size(); ++i) {
    write(beads[i], i, false);
    for (; next != moved.end() && next->source.begin < beads[i].source.end; ++next)
      write(*next, i, true);
  }
}

}  // namespace cotejo
