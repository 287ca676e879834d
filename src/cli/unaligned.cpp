#include "cli/unaligned.hpp"

#include <algorithm>

#include "cotejo/text.hpp"
#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// Counts lines along a document: asked in order it reads the text once.
class LineCounter {
 public:
  explicit LineCounter(const Document& document) : document_(document) {}

  std::size_t line_of(std::size_t offset) {
    if (offset < at_) at_ = line_ = 0;  // moved metadata: see align_article
    const auto begin = document_.text.begin();
    line_ +=
        static_cast<std::size_t>(std::count(begin + static_cast<std::ptrdiff_t>(at_),
                                            begin + static_cast<std::ptrdiff_t>(offset), '\n'));
    at_ = offset;
    return line_;
  }

 private:
  const Document& document_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

void append(std::vector<Unaligned>& out, const Side& side, bool source, Range segments,
            LineCounter& lines) {
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    out.push_back({&side.document, source, lines.line_of(side.segments[i].span.begin), i,
                   passage(side, {i, i + 1})});
  }
}

}  // namespace

std::vector<Unaligned> unaligned(const Article& article) {
  std::vector<Unaligned> out;
  LineCounter source_lines(article.source.document);
  LineCounter target_lines(article.target.document);
  for (const Bead& bead : article.beads) {
    if (bead.target.empty()) append(out, article.source, true, bead.source, source_lines);
    if (bead.source.empty()) append(out, article.target, false, bead.target, target_lines);
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
