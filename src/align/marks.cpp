#include "align/marks.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "cotejo/text.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

constexpr std::u32string_view quotation_marks = U"\"“”«»„";
constexpr std::u32string_view single_marks = U"'‘’‹›";
constexpr std::u32string_view dashes = U"-–—―";
constexpr std::u32string_view breaks = U";:.?!…";

bool in(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// Whether a character begins what is said, as a dash or a quotation mark does not; ¿ and ¡ do.
bool begins_text(std::string_view character) {
  const std::string folded = fold(character);
  if (folded.empty()) return false;
  const char first = folded.front();
  return static_cast<unsigned char>(first) >= 0x80 || (first >= 'a' && first <= 'z') ||
         (first >= '0' && first <= '9');
}

float& at(SegmentMarks& marks, Count kind) { return marks.count[static_cast<std::size_t>(kind)]; }
bool& at(SegmentMarks& marks, Mark kind) { return marks.mark[static_cast<std::size_t>(kind)]; }

void read_text(std::string_view text, SegmentMarks& out) {
  at(out, Count::breaks) = 1.0F;
  bool begun = false;
  for (std::size_t next = 0; next < text.size();) {
    const std::size_t here = next;
    const char32_t c = next_code_point(text, next);
    at(out, Count::characters) += 1.0F;
    if (c == ',') at(out, Count::commas) += 1.0F;
    if (c == '?') at(out, Count::questions) += 1.0F;
    if (in(breaks, c) && next < text.size() && text[next] == ' ') at(out, Count::breaks) += 1.0F;
    const bool quotes = in(quotation_marks, c);
    if (quotes) at(out, Mark::quotation) = true;
    if (here == 0) at(out, Mark::opening) = quotes || in(single_marks, c) || in(dashes, c);
    if (next == text.size()) at(out, Mark::closing) = quotes || in(single_marks, c);
    if (begun || !begins_text(text.substr(here, next - here))) continue;
    begun = true;
    out.lower = letter(c) == Letter::lower;
  }
}

/// How it ends, closing marks left out.
void read_end(std::string_view text, SegmentMarks& out) {
  constexpr std::u32string_view closing_marks = U"\"”»’')]— *“";
  for (std::size_t end = text.size(); end > 0;) {
    const char32_t c = previous_code_point(text, end);
    if (in(closing_marks, c)) continue;
    at(out, Mark::question) = c == '?';
    at(out, Mark::exclamation) = c == '!';
    at(out, Mark::colon) = c == ':';
    out.ended = c == '.' || c == '?' || c == '!' || c == U'…';
    break;
  }
}

}  // namespace

std::vector<SegmentMarks> marks(const Side& side) {
  std::vector<SegmentMarks> all;
  all.reserve(side.segments.size());
  const bool blocks_tell = std::adjacent_find(side.segments.begin(), side.segments.end(),
                                              [](const Segment& a, const Segment& b) {
                                                return a.block == b.block;
                                              }) != side.segments.end();
  for (const Segment& segment : side.segments) {
    const std::string_view text = slice(side.document.text, segment.span);
    SegmentMarks mark;
    const BlockKind kind = side.document.blocks[segment.block].kind;
    mark.heading = kind == BlockKind::heading || kind == BlockKind::title;
    mark.block_begin = blocks_tell && (&segment == &side.segments.front() ||
                                       segment.block != (&segment - 1)->block);
    read_text(text, mark);
    read_end(text, mark);
    all.push_back(mark);
  }
  return all;
}

MarkSums::MarkSums(const std::vector<SegmentMarks>& marks) : before_(1) {
  before_.reserve(marks.size() + 1);
  for (const SegmentMarks& one : marks) {
    std::array<std::int32_t, sums> all = before_.back();
    for (std::size_t c = 0; c < counts; ++c) all[c] += static_cast<std::int32_t>(one.count[c]);
    all[quotations] += one.has(Mark::quotation);
    all[lowers] += one.lower;
    all[unended] += !one.ended;
    all[block_begins] += one.block_begin;
    before_.push_back(all);
  }
}

}  // namespace cotejo
