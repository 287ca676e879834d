#include "cotejo/segment.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "cotejo/text.hpp"
#include "foreign/icu.hpp"
#include "segment/item.hpp"
#include "segment/joint.hpp"
#include "segment/rules.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// Bytes at which something may begin or end that parts sentences.
constexpr std::array<bool, 256> may_part = [] {
  std::array<bool, 256> table{};
  for (const char sign : std::string_view(".?!)\xE2\xF0:;=*_~#-"))
    table[static_cast<unsigned char>(sign)] = true;
  return table;
}();

/// Cuts the blocks of one document, from the first to the last.
class Cutter {
 public:
  Cutter(const Document& document, const Lexicon& lexicon)
      : text_(document.text),
        rules_(lexicon),
        boundaries_(text_, lexicon.language()),
        boundary_(boundaries_.next()) {}

  void cut(Span block, std::size_t index) {
    index_ = index;
    begin_ = block.begin;
    first_ = true;
    skip_boundaries(block.begin);
    item_.reset();
    const std::string_view text = text_.substr(0, block.end);
    for (std::size_t at = block.begin; at < block.end;) {
      const bool stop = may_part[static_cast<unsigned char>(text[at])];
      at = stop ? sign(text, block.begin, at) : at + 1;
    }
    part(block.end, block.end);
  }

  std::vector<Segment> segments;

 private:
  /// Deals with the sign at `at`; where to go on.
  std::size_t sign(std::string_view text, std::size_t begin, std::size_t at) {
    switch (text[at]) {
      case '.':
        return item(text, begin, at) ? at + 1 : end_of_sentence(text, at);
      case '?':
      case '!':
        return end_of_sentence(text, at);
      case ')':
        item(text, begin, at);
        return at + 1;
      case '\xE2':
        if (end_mark(text, at) != 0) return end_of_sentence(text, at);
        bullet_item(text, at);
        return at + 1;
      default:
        return std::max(emoticon(text, at), ornament(text, begin, at));
    }
  }

  std::size_t end_of_sentence(std::string_view text, std::size_t at) {
    foreign_boundaries(at);
    Joint joint = read_joint(text, begin_, at);
    const bool boundary = skip_boundaries(joint.next);
    const std::size_t behind = std::max(joint.end, joint.marks.end);
    if (joint.next < text.size()) {
      const Ruling ruling = rules_.judge(text, begin_, first_, joint);
      if (ruling == Ruling::part || (ruling == Ruling::silent && boundary))
        part(joint.end, joint.next);
    }
    return behind;
  }

  /// Whether a label of a list's item ends at `at`. The first stands where a sentence begins, or
  /// behind a colon; the others part.
  bool item(std::string_view text, std::size_t begin, std::size_t at) {
    const std::optional<Item> read = read_item(text, begin, at);
    if (!read) return false;
    const std::size_t before = read->label.begin - begin_;
    const bool leads =
        before == 0 ||
        (before < 8 && before == skip_space(text, begin_ + bullet(text, begin_)) - begin_);
    const bool colon = read->value == 1 && read->capital && read->label.begin > begin_ + 2 &&
                       text[read->label.begin - 2] == ':';
    const bool next = item_ && read->follows(*item_);
    if (!leads && !colon && !next) return false;
    if (!leads && next) part(read->label.begin, read->label.begin);
    item_ = read;
    return true;
  }

  /// A bullet parts where the sentence before it began with the same.
  void bullet_item(std::string_view text, std::size_t at) {
    const std::size_t size = bullet(text, at);
    if (size != 0 && at > begin_ && (text[at - 1] == ' ' || text[at - 1] == '\n') &&
        text.substr(begin_, size) == text.substr(at, size))
      part(at, at);
  }

  std::size_t emoticon(std::string_view text, std::size_t at) {
    const std::size_t behind = skip_emoticon(text, at);
    if (behind == at || at == begin_ || text[at - 1] != ' ') return at + 1;
    std::size_t next = skip_space(text, behind);
    if (next == behind || next >= text.size()) return behind;
    std::size_t read = next;
    if (letter(next_code_point(text, read)) == Letter::upper) part(behind, next);
    return behind;
  }

  std::size_t ornament(std::string_view text, std::size_t begin, std::size_t at) {
    const std::size_t behind = skip_ornament(text, begin, at);
    if (behind == at) return at + 1;
    part(at, at);
    part(behind, behind);
    return behind;
  }

  /// Consumes ICU's boundaries up to `at`; whether there was one.
  bool skip_boundaries(std::size_t at) {
    bool any = false;
    for (; boundary_ && *boundary_ <= at; boundary_ = boundaries_.next()) any = true;
    return any;
  }

  /// ICU's boundaries before `at` that no joint of ours stands for: those of other scripts' marks
  /// part, those of line ends don't.
  void foreign_boundaries(std::size_t at) {
    for (; boundary_ && *boundary_ < at; boundary_ = boundaries_.next()) {
      if (*boundary_ > begin_ && is_foreign(*boundary_)) add(*boundary_, *boundary_);
    }
  }

  bool is_foreign(std::size_t boundary) const {
    bool line_end = false;
    for (int marks = 0; marks < 8 && boundary > begin_; ++marks) {
      const char32_t c = previous_code_point(text_, boundary);
      if (end_mark(text_, boundary) != 0) return false;
      if (ends_sentences(c)) return true;
      if (letter(c) != Letter::none) return !line_end;
      line_end |= c == '\n';
    }
    return false;
  }

  /// Parts at a place of our own, ICU's before it first.
  void part(std::size_t end, std::size_t next) {
    foreign_boundaries(end);
    add(end, next);
  }

  /// The sentence at hand ends at `end`; another begins at or behind `next`.
  void add(std::size_t end, std::size_t next) {
    end = drop_space(text_, begin_, end);
    if (end > begin_) segments.push_back({{begin_, end}, index_});
    begin_ = skip_space(text_, next);
    first_ = false;
  }

  std::string_view text_;
  SentenceRules rules_;
  SentenceBoundaries boundaries_;
  std::optional<std::size_t> boundary_;
  std::size_t index_ = 0;
  std::size_t begin_ = 0;     // of the sentence at hand
  bool first_ = true;         // it is the block's first
  std::optional<Item> item_;  // the last item of a list in this block
};

}  // namespace

std::vector<Segment> segment(const Document& document, const Lexicon& lexicon) {
  if (document.blocks.empty()) return {};
  Cutter cutter(document, lexicon);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) cutter.cut(document.blocks[i].span, i);
  return std::move(cutter.segments);
}

std::vector<Segment> segment_by_block(const Document& document) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (!document.blocks[i].span.empty()) segments.push_back({document.blocks[i].span, i});
  }
  return segments;
}

}  // namespace cotejo
