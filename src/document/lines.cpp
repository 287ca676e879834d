#include "document/lines.hpp"

#include <algorithm>
#include <span>

#include "cotejo/text.hpp"
#include "document/marks.hpp"
#include "text/blank.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// A line that is not blank.
struct Line {
  Span span;               ///< without blanks at its ends and without >
  std::size_t length = 0;  ///< code points
  std::size_t indent = 0;  ///< bytes of white space before it
  bool after_blank = false;
  bool quoted = false;
};

using Lines = std::span<const Line>;

std::vector<Line> find_lines(std::string_view text, bool quotes) {
  std::vector<Line> lines;
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Span span = trim(text, {at, end});
    Line line{span, 0, span.begin - at, after_blank, false};
    if (quotes) {
      line.span.begin += quote_mark(slice(text, span));
      line.quoted = line.span.begin > span.begin;
      line.span = trim(text, line.span);
    }
    after_blank = line.span.empty();
    if (!after_blank) {
      line.length = code_points(slice(text, line.span));
      lines.push_back(line);
    }
    at = end + 1;
  }
  return lines;
}

/// How lines that were broken at a fixed width look.
struct Wrap {
  bool wrapped = false;
  std::size_t width = 0;
};

class Joiner {
 public:
  Joiner(std::string_view text, Lines lines) : text_(text), whole_(look(lines)) {}

  /// The paragraphs of lines between blank ones.
  void join(Lines group, Paragraphs how, std::vector<Paragraph>& out) const {
    Wrap wrap = whole_;
    if (how == Paragraphs::automatic && group.size() >= 3) {
      if (const Wrap own = look(group); own.wrapped) wrap = own;
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Line& line = group[i];
      const bool joins = i > 0 && line.quoted == group[i - 1].quoted &&
                         (how == Paragraphs::blank ||
                          (how == Paragraphs::automatic && goes_on(group[i - 1], line, wrap)));
      if (joins) {
        out.back().span.end = line.span.end;
        ++out.back().lines;
      } else {
        out.push_back({line.span, 1, line.quoted});
      }
    }
  }

 private:
  /// Wrapped lines end where the next word would not have fitted, and most go on in lower case.
  Wrap look(Lines lines) const {
    std::vector<std::size_t> lengths;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (!lines[i + 1].after_blank) lengths.push_back(lines[i].length);
    }
    const std::size_t pairs = lengths.size();
    if (pairs < 2) return {};
    // One line in ten may be longer: an address can't be broken.
    const auto widest = lengths.begin() + static_cast<std::ptrdiff_t>(pairs - 1 - pairs / 10);
    std::nth_element(lengths.begin(), widest, lengths.end());
    const std::size_t width = *widest;
    if (width < 25 || width > 200) return {};
    std::size_t full = 0;
    std::size_t lower = 0;
    std::size_t longer = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      longer += lines[i].length > width + width / 4;
      if (i == 0 || lines[i].after_blank) continue;
      full += is_full(lines[i - 1], lines[i], width);
      lower += starts_lower(lines[i]);
    }
    const bool wrapped = full * 2 >= pairs && lower * 3 >= pairs && longer * 8 <= lines.size();
    return {wrapped, width};
  }

  bool is_full(const Line& line, const Line& next, std::size_t width) const {
    const std::string_view words = slice(text_, next.span);
    return line.length + 1 + code_points(words.substr(0, words.find(' '))) > width;
  }

  bool starts_lower(const Line& line) const {
    std::size_t at = line.span.begin;
    const Letter first = letter(next_code_point(text_, at));
    return first == Letter::lower || first == Letter::other;
  }

  /// Whether a line end is mere white space.
  bool goes_on(const Line& line, const Line& next, const Wrap& wrap) const {
    const std::string_view before = slice(text_, line.span);
    const std::string_view after = slice(text_, next.span);
    const bool stopped = ends_with_stop(before);
    if (begins_item(before, after, stopped)) return false;
    if (!wrapped_around(line, wrap)) {
      return !stopped && line.length >= 40 && starts_lower(next);
    }
    if (stopped && next.indent >= line.indent + 2) return false;
    return is_full(line, next, wrap.width) || (!stopped && starts_lower(next));
  }

  static bool wrapped_around(const Line& line, const Wrap& wrap) {
    return wrap.wrapped && line.length <= wrap.width + wrap.width / 4;
  }

  static bool begins_item(std::string_view before, std::string_view after, bool stopped) {
    const ListMark mark = list_mark(after);
    if (mark.kind == ListMark::sign) return true;
    if (mark.kind == ListMark::none) return begins_with_dash(after) && stopped;
    return stopped || before.ends_with(':') || list_mark(before).kind == mark.kind;
  }

  std::string_view text_;
  Wrap whole_;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text, Paragraphs how, bool quotes) {
  const std::vector<Line> lines = find_lines(text, quotes);
  const Joiner joiner(text, lines);
  std::vector<Paragraph> paragraphs;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !lines[end].after_blank) ++end;
    joiner.join(Lines(lines).subspan(begin, end - begin), how, paragraphs);
    begin = end;
  }
  return paragraphs;
}

}  // namespace cotejo
