#include <algorithm>
#include <array>
#include <utility>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest_quotation = 2000;  // bytes; what is longer has lost its closing mark

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Marks, 5> pairs{
    {{"“", "”"}, {"«", "»"}, {"„", "“"}, {"‘", "’"}, {"\"", "\""}}};

/// An opening mark that waits for its like; npos when none does.
constexpr std::size_t none = static_cast<std::size_t>(-1);

bool opens(const Passage& passage, std::size_t i, std::size_t pair, bool waiting) {
  if (passage.written(i) != pairs[pair].open) return false;
  if (pair == 4)
    return !waiting && i + 1 < passage.size() && (passage.glued(i + 1) || !passage.glued(i));
  if (pair == 3) return !(passage.glued(i) && passage.word(i - 1));
  return true;
}

bool closes(const Passage& passage, std::size_t i, std::size_t pair) {
  if (passage.written(i) != pairs[pair].close) return false;
  // ’ between letters is an apostrophe; so is one behind an s, as often as not, but then the
  // passage only ends early
  return pair != 3 || !(passage.glued(i + 1) && passage.word(i + 1));
}

}  // namespace

std::vector<Reading> read_quotations(const Passage& passage) {
  std::vector<Reading> found;
  std::array<std::size_t, pairs.size()> open;
  open.fill(none);
  for (std::size_t i = 0; i < passage.size(); ++i) {
    if (passage[i].kind != TokenKind::mark) continue;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      if (open[pair] != none && closes(passage, i, pair)) {
        const std::size_t begin = std::exchange(open[pair], none);
        const Span span = passage.span(begin, i + 1);
        if (span.size() > longest_quotation) continue;
        const auto& words = passage.words();
        const auto before = [](const Word& word, std::size_t at) { return word.span.begin < at; };
        const auto first = std::lower_bound(words.begin(), words.end(), span.begin, before);
        const auto last = std::lower_bound(first, words.end(), span.end, before);
        if (first == last) continue;
        found.push_back(
            {{begin, i + 1}, AnchorKind::quotation, {"q:" + std::to_string(last - first)}, {}, {}});
        break;
      }
      if (opens(passage, i, pair, open[pair] != none)) {
        open[pair] = i;
        break;
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Reading& a, const Reading& b) {
    return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                            : a.tokens.end > b.tokens.end;
  });
  return found;
}

}  // namespace cotejo
