#include "review/report/columns.hpp"

#include <algorithm>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

constexpr std::string_view ellipsis = "\u2026";

/// The end of a text: at most so many code points, from a word's begin where one is near.
std::string tail(const std::string& text, std::size_t most) {
  if (code_points(text) <= most) return text;
  std::size_t at = text.size();
  for (std::size_t i = 0; i < most; ++i) previous_code_point(text, at);
  const std::size_t space = text.find(' ', at);
  if (space != text.npos && space - at < (text.size() - at) / 3) at = space + 1;
  return std::string(ellipsis) + text.substr(at);
}

std::string head(const std::string& text, std::size_t most) {
  if (code_points(text) <= most) return text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < most; ++i) next_code_point(text, at);
  const std::size_t space = text.rfind(' ', at);
  if (space != text.npos && at - space < at / 3) at = space;
  return text.substr(0, at) + std::string(ellipsis);
}

/// Lines being filled. Styles are closed at line ends and opened again.
class Wrapper {
 public:
  Wrapper(std::size_t columns, const MarkStyle& style)
      : columns_(std::max<std::size_t>(columns, 4)), style_(style) {}

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (c == U' ') {
        end_word();
        space_ = line_.columns > 0;
      } else {
        append(text.substr(begin, at - begin));
      }
    }
  }

  void open() {
    marked_ = true;
    append_style(style_.begin);
  }

  void close() {
    append_style(style_.end);
    marked_ = false;
  }

  std::vector<ScreenLine> done() {
    end_word();
    if (line_.columns > 0 || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void append(std::string_view piece) {
    const std::size_t wide = display_width(piece);
    if (word_.columns + wide > columns_) end_word();
    word_.text += piece;
    word_.columns += wide;
  }

  void append_style(const std::string& code) {
    if (style_.wide) return append(code);
    word_.text += code;
  }

  void end_word() {
    if (word_.text.empty()) return;
    if (line_.columns > 0 && line_.columns + (space_ ? 1 : 0) + word_.columns > columns_) {
      end_line();
      space_ = false;
    }
    if (space_) {
      line_.text += ' ';
      ++line_.columns;
    }
    line_.text += word_.text;
    line_.columns += word_.columns;
    if (!style_.wide) line_open_ = marked_;
    word_ = {};
    space_ = false;
  }

  void end_line() {
    if (line_open_) line_.text += style_.end;
    lines_.push_back(std::move(line_));
    line_ = {};
    if (line_open_) line_.text = style_.begin;
  }

  std::size_t columns_;
  const MarkStyle& style_;
  std::vector<ScreenLine> lines_;
  ScreenLine line_;
  ScreenLine word_;
  bool space_ = false;      ///< one stands before the word
  bool marked_ = false;     ///< the word being read ends inside the mark
  bool line_open_ = false;  ///< the line so far does
};

}  // namespace

Marked shortened(Marked passage, std::size_t most) {
  const std::size_t mark = code_points(passage.mark);
  if (mark > most) {
    passage.mark =
        head(passage.mark, most * 2 / 3) + tail(passage.mark, most / 3).substr(ellipsis.size());
  }
  const std::size_t rest = most - std::min(mark, most - most / 4);
  const std::size_t before = code_points(passage.before);
  const std::size_t after = code_points(passage.after);
  if (before + after <= rest) return passage;
  const std::size_t half = rest / 2;
  const std::size_t to_before = after < half ? rest - after : std::min(before, half);
  const std::size_t to_after = before < half ? rest - before : std::min(after, half);
  passage.before = tail(passage.before, to_before);
  passage.after = head(passage.after, to_after);
  return passage;
}

std::vector<ScreenLine> wrapped(const Marked& passage, std::size_t columns,
                                const MarkStyle& style) {
  Wrapper lines(columns, style);
  lines.add(passage.before);
  if (!passage.mark.empty()) {
    lines.open();
    lines.add(passage.mark);
    lines.close();
  }
  lines.add(passage.after);
  return lines.done();
}

}  // namespace cotejo
