#include "cli/unaligned.hpp"

#include <algorithm>

#include "cotejo/text.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// Where the lines of a document end.
class LineEnds {
 public:
  explicit LineEnds(const Document& document) {
    const std::string& text = document.text;
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
      ends_.push_back(at);
  }

  std::size_t line_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), offset) -
                                    ends_.begin());
  }

 private:
  std::vector<std::size_t> ends_;
};

/// The segments of a side that stand in moved passages.
std::vector<bool> in_moved(const Side& side, const std::vector<Bead>& moved, Range Bead::*own) {
  std::vector<bool> all(side.segments.size(), false);
  for (const Bead& bead : moved) {
    for (std::size_t i = (bead.*own).begin; i < (bead.*own).end; ++i) all[i] = true;
  }
  return all;
}

}  // namespace

std::vector<Unaligned> unaligned(const Article& article) {
  std::vector<Unaligned> out;
  const LineEnds source_lines(article.source.document);
  const LineEnds target_lines(article.target.document);
  const auto source_moved = in_moved(article.source, article.moved, &Bead::source);
  const auto target_moved = in_moved(article.target, article.moved, &Bead::target);
  const auto add = [&](const Side& side, Range segments, const LineEnds& lines,
                       const std::vector<bool>& moved) {
    for (std::size_t i = segments.begin; i < segments.end; ++i) {
      if (moved[i]) continue;
      out.push_back({&side.document, &side == &article.source,
                     lines.line_of(side.segments[i].span.begin), i, passage(side, {i, i + 1})});
    }
  };
  for (const Bead& bead : article.beads) {
    if (bead.target.empty()) add(article.source, bead.source, source_lines, source_moved);
    if (bead.source.empty()) add(article.target, bead.target, target_lines, target_moved);
  }
  return out;
}

std::vector<MovedLines> moved_lines(const Article& article) {
  std::vector<MovedLines> out;
  const LineEnds source_lines(article.source.document);
  const LineEnds target_lines(article.target.document);
  for (const Bead& bead : article.moved) {
    out.push_back({source_lines.line_of(article.source.segments[bead.source.begin].span.begin),
                   target_lines.line_of(article.target.segments[bead.target.begin].span.begin)});
  }
  return out;
}

std::string row(const Unaligned& segment) {
  return std::string(segment.source ? "source" : "target") + '\t' +
         std::to_string(segment.line + 1) + '\t' + std::to_string(segment.segment) + '\t' +
         segment.text + '\n';
}

std::string first_words(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (code_points(text) <= longest) return std::string(text);
  std::size_t end = 0;
  std::size_t last_word = 0;
  for (std::size_t points = 0; points < longest; ++points) {
    if (next_code_point(text, end) == U' ') last_word = end - 1;
  }
  return std::string(text.substr(0, last_word > 0 ? last_word : end)) + " ...";
}

}  // namespace cotejo
