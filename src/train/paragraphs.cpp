#include "train/paragraphs.hpp"

#include <algorithm>
#include <cstdint>

namespace cotejo {
namespace {

/// A number from 0 to 99 that looks drawn at random (SplitMix64).
std::uint64_t draw(std::uint64_t seed) {
  seed += 0x9E3779B97F4A7C15U;
  seed = (seed ^ (seed >> 30U)) * 0xBF58476D1CE4E5B9U;
  seed = (seed ^ (seed >> 27U)) * 0x94D049BB133111EBU;
  return (seed ^ (seed >> 31U)) % 100;
}

/// The side with a block border before each of the segments marked.
Side parted(const Side& side, const std::vector<bool>& begins) {
  Side out;
  out.document.text = side.document.text;
  out.document.source = side.document.source;
  out.document.language = side.document.language;
  out.anchors = side.anchors;
  for (std::size_t s = 0; s < side.segments.size(); ++s) {
    const Span span = side.segments[s].span;
    if (begins[s] || out.document.blocks.empty()) {
      out.document.blocks.push_back({span, BlockKind::paragraph});
    } else {
      out.document.blocks.back().span.end = span.end;
    }
    out.segments.push_back({span, out.document.blocks.size() - 1});
  }
  return out;
}

}  // namespace

bool blocks_tell(const Side& side) {
  return std::adjacent_find(side.segments.begin(), side.segments.end(),
                            [](const Segment& a, const Segment& b) {
                              return a.block == b.block;
                            }) != side.segments.end();
}

std::pair<Side, Side> with_paragraphs(const Lesson& lesson) {
  constexpr std::uint64_t border = 25;  // percent of the beads
  constexpr std::uint64_t kept = 93;    // percent of the borders that a side keeps
  constexpr std::uint64_t own = 2;  // percent of the segments before which one side alone has one
  std::vector<bool> source(lesson.source.segments.size());
  std::vector<bool> target(lesson.target.segments.size());
  std::uint64_t seed = lesson.ladder.size() * 1000;
  for (std::vector<bool>* side : {&source, &target}) {
    for (std::size_t s = 0; s < side->size(); ++s) (*side)[s] = draw(++seed) < own;
  }
  for (const Bead& bead : lesson.ladder) {
    if (draw(++seed) >= border) continue;
    if (!bead.source.empty() && draw(++seed) < kept) source[bead.source.begin] = true;
    if (!bead.target.empty() && draw(++seed) < kept) target[bead.target.begin] = true;
  }
  return {parted(lesson.source, source), parted(lesson.target, target)};
}

}  // namespace cotejo
