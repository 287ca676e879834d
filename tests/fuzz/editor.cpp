// Any bytes are read as requests of the editor's page, a line each, and as a change of its history;
// whatever is asked, no row is left empty, no sentence stands twice, and all can be taken back.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "cotejo/error.hpp"
#include "cotejo/project.hpp"
#include "review/editor/history.hpp"
#include "review/editor/requests.hpp"

namespace {

cotejo::Side side(std::string_view text) {
  cotejo::ReadOptions lines;
  lines.paragraphs = cotejo::Paragraphs::line;
  lines.plain_blocks = true;
  cotejo::Side made;
  made.document = cotejo::read_document(text, lines);
  made.segments = cotejo::segment_by_block(made.document);
  return made;
}

cotejo::ProjectState small_project() {
  return cotejo::begin_project(
      side("Uno.\nDos y más.\nTres 😀.\n"), side("One.\nTwo.\nAnd three.\n"),
      {{{0, 1}, {0, 1}, 0.9, {}}, {{1, 3}, {1, 2}, 0.8, {}}, {{3, 3}, {2, 3}, 0.7, {}}}, {});
}

/// Everything in one bead.
cotejo::Alignment align(const cotejo::Side& source, const cotejo::Side& target) {
  cotejo::Alignment out;
  out.beads = {{{0, source.segments.size()}, {0, target.segments.size()}, 0.5, {}}};
  return out;
}

void check(const cotejo::ProjectState& state) {
  std::set<cotejo::SegmentId> seen;
  for (const cotejo::ProjectRow& row : state.rows) {
    if (row.source.empty() && row.target.empty()) std::abort();
    for (const auto* ids : {&row.source, &row.target}) {
      for (const cotejo::SegmentId id : *ids) {
        if (!seen.insert(id).second || state.segment(id).text.empty()) std::abort();
      }
    }
  }
}

void act(cotejo::ProjectState& state, std::string_view request) {
  const cotejo::ActRequest asked = cotejo::read_act(request, state);
  const auto* chosen = std::get_if<cotejo::Act>(&asked.act);
  if (chosen == nullptr) return;
  const cotejo::Change change = cotejo::plan(state, *chosen, align);
  const std::vector<cotejo::ProjectRow> before = state.rows;
  cotejo::apply(state, change);
  check(state);
  const cotejo::Change kept =
      cotejo::read_change(cotejo::write_change(change), state.segments.size());
  cotejo::apply(state, cotejo::inverse(kept));
  if (state.rows != before) std::abort();
  cotejo::apply(state, kept);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const cotejo::ProjectState begin = small_project();
  cotejo::ProjectState state = begin;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    try {
      act(state, bytes.substr(at, end - at));
    } catch (const cotejo::Error&) {
    }
    at = end + 1;
  }
  try {
    state = begin;
    cotejo::apply(state, cotejo::read_change(bytes, state.segments.size()));
  } catch (const cotejo::Error&) {
  }
  return 0;
}
