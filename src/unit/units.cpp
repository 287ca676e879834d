#include <algorithm>
#include <cassert>

#include "cotejo/unit.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

bool is_metadata(const Side& side, std::size_t segment) {
  return is_metadata(side.document.blocks[side.segments[segment].block].kind);
}

void append_segment(std::string& text, const Side& side, std::size_t segment,
                    std::size_t previous) {
  const Span span = side.segments[segment].span;
  const bool touching = previous + 1 == segment && side.segments[previous].span.end == span.begin;
  if (!text.empty() && !touching) text += ' ';
  append_squeezed(text, slice(side.document.text, span));
}

struct Passage {
  std::string text;
  std::size_t count = 0;
};

Passage read(const Side& side, Range segments, bool metadata) {
  assert(segments.begin <= segments.end && segments.end <= side.segments.size());
  Passage read;
  std::size_t previous = segments.begin;
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    if (!metadata && is_metadata(side, i)) continue;
    append_segment(read.text, side, i, previous);
    previous = i;
    ++read.count;
  }
  return read;
}

}  // namespace

std::string passage(const Side& side, Range segments) { return read(side, segments, true).text; }

std::vector<Unit> units(const Side& source, const Side& target, const std::vector<Bead>& beads,
                        const UnitOptions& options, const std::vector<Bead>& moved) {
  std::vector<Unit> found;
  const auto add = [&](const Bead& bead, std::size_t position, bool was_moved) {
    if (bead.source.empty() || bead.target.empty()) return;
    Passage from = read(source, bead.source, options.metadata);
    Passage to = read(target, bead.target, options.metadata);
    if (from.text.empty() || to.text.empty()) return;
    Unit& unit = found.emplace_back();
    unit.source = std::move(from.text);
    unit.target = std::move(to.text);
    unit.bead = position;
    unit.source_count = from.count;
    unit.target_count = to.count;
    unit.confidence = bead.confidence;
    unit.moved = was_moved;
  };
  auto next = moved.begin();
  for (std::size_t i = 0; i < beads.size(); ++i) {
    add(beads[i], i, false);
    for (; next != moved.end() && next->source.begin < beads[i].source.end; ++next)
      add(*next, i, true);
  }
  for (std::size_t i = 1; i < found.size(); ++i) {
    found[i].before = hex(hash(found[i - 1].source));
    found[i - 1].after = hex(hash(found[i].source));
  }
  std::erase_if(found,
                [&](const Unit& unit) { return unit.confidence < options.least_confidence; });
  return found;
}

}  // namespace cotejo
