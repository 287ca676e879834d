#include "segment/joint.hpp"

#include <algorithm>

#include "cotejo/text.hpp"
#include "text/blank.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest_word = 32;  // bytes looked at
constexpr std::size_t most_marks = 8;     // closing or opening marks looked at

bool is_dash(char32_t c) { return c == '-' || (c >= U'\u2012' && c <= U'\u2015'); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }

bool is_superscript(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'\u2070' ||
         (c >= U'\u2074' && c <= U'\u2079');
}

enum class Closing { none, quote, straight, bracket };

Closing closing(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
      return Closing::straight;
    case U'”':
    case U'’':
    case U'»':
    case U'›':
      return Closing::quote;
    case ')':
    case ']':
    case '}':
      return Closing::bracket;
    default:
      return Closing::none;
  }
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

bool ends_in_letter(std::string_view text, std::size_t begin, std::size_t end) {
  return end > begin && letter(previous_code_point(text, end)) != Letter::none;
}

/// Behind a citation in square brackets or an omission, or runs of them: "[3]", "[1, 2]",
/// "[1]–[4]",
/// "[...]"; `at` itself when none stands there.
std::size_t skip_citation(std::string_view text, std::size_t at) {
  std::size_t here = at;
  std::size_t behind = at;
  for (std::size_t bracket = 0; bracket < most_marks && here < text.size() && text[here] == '[';
       ++bracket) {
    const std::size_t limit = std::min(text.size(), here + longest_word);
    std::size_t inside = here + 1;
    if (!digit_at(text, inside) && end_mark(text, inside) == 0) break;
    while (inside < limit && text[inside] != ']') {
      const char32_t c = next_code_point(text, inside);
      if (!(c >= '0' && c <= '9') && c != ',' && c != ' ' && c != '.' && c != U'…' && !is_dash(c))
        return behind;
    }
    if (inside >= limit) break;
    behind = here = inside + 1;
    if (const char32_t c = code_point_at(text, here); c == ' ' || is_dash(c))
      next_code_point(text, here);
  }
  return behind;
}

/// Reads the marks, and ". . ." as one run.
void read_marks(std::string_view text, std::size_t at, Joint& joint) {
  std::size_t here = at;
  joint.marks = {at, at};
  while (const std::size_t size = end_mark(text, here)) {
    joint.asks |= text[here] == '?' || text[here] == '!' || (size == 3 && text[here + 2] != '\xA6');
    joint.points += text[here] == '.' ? 1U : (size == 3 && text[here + 2] == '\xA6') ? 3U : 0U;
    here += size;
    joint.marks.end = here;
    if (text[here - 1] == '.' && here + 1 < text.size() && text[here] == ' ' &&
        text[here + 1] == '.' && end_mark(text, here + 2) == 0)
      ++here;
  }
}

/// What closes directly behind the marks, and a citation even behind a space.
void read_closing(std::string_view text, Joint& joint) {
  std::size_t at = joint.marks.end;
  for (std::size_t mark = 0; mark < most_marks && at < text.size(); ++mark) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    const Closing kind = closing(c);
    if (kind == Closing::straight || c == U'’') {  // opens where a word follows
      const char32_t then = code_point_at(text, behind);
      if (then != 0 && letter(then) != Letter::none) break;
    }
    if (kind != Closing::none) {
      joint.quoted = true;
    } else if (is_superscript(c)) {
      joint.cited = true;
    } else if (end_mark(text, at) != 0) {
      joint.asks |= c == '?' || c == '!';
    } else if (const std::size_t citation = skip_citation(text, at); citation != at) {
      joint.cited = true;
      behind = citation;
    } else {
      break;
    }
    at = behind;
  }
  // "the effect.12 Later": a superscript that lost its height. "version 2.12 of" is none.
  if (at == joint.marks.end && joint.points == 1 && joint.before.size() >= 4 &&
      digit_at(text, at) &&
      letter(static_cast<unsigned char>(text[joint.marks.begin - 1])) == Letter::lower) {
    std::size_t figures = at;
    while (figures < at + 3 && digit_at(text, figures)) ++figures;
    if (figures < text.size() && is_blank(code_point_at(text, figures))) {
      joint.cited = true;
      at = figures;
    }
  }
  joint.end = at;
}

/// Behind a closing mark that stands apart from what it closes, as in French; `at` when there is
/// none.
std::size_t skip_late_closing(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  const char32_t c = next_code_point(text, behind);
  const char32_t then = code_point_at(text, behind);
  const bool closes =
      ((c == U'»' || c == U'”' || c == ')' || c == ']') && letter(then) == Letter::none) ||
      (c == '"' && (then == ',' || then == '.' || then == ';'));
  return closes ? behind : at;
}

/// The gap and what may belong to the sentence before it all the same.
void read_gap(std::string_view text, Joint& joint) {
  joint.next = skip_space(text, joint.end);
  if (joint.next == joint.end || joint.next >= text.size()) return;
  if (const std::size_t citation = skip_citation(text, joint.next); citation != joint.next) {
    joint.cited = true;
    joint.end = citation;
  } else if (const std::size_t late = skip_late_closing(text, joint.next); late != joint.next) {
    joint.quoted = true;
    joint.end = late;
  } else if (const std::size_t smile = skip_emoticon(text, joint.next); smile != joint.next) {
    joint.cited = true;
    joint.end = smile;
  } else {
    return;
  }
  joint.next = skip_space(text, joint.end);
}

void read_opening(std::string_view text, Joint& joint) {
  std::size_t at = joint.next;
  for (std::size_t mark = 0; mark < most_marks && at < text.size(); ++mark) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    if (c == U'¿' || c == U'¡') {
      joint.inverted = true;
    } else if (c == '"' || c == '\'' || c == U'“' || c == U'‘' || c == U'«' || c == U'„' ||
               c == U'‹') {
      joint.quote_opens = true;
    } else if (c == '(' || c == '[') {
      joint.bracket_opens = true;
    } else if (is_dash(c)) {
      joint.dash |= mark == 0;
    } else if (mark == 0 && (c == ',' || c == ';' || c == ':' || c == '/' || c == ')' || c == ']' ||
                             c == '%' || c == '&')) {
      joint.goes_on = true;
      break;
    } else if (!is_blank(c) && c != '*' && c != '@' && c != '_' && c != U'•') {
      break;
    }
    at = behind;
  }
  joint.after = word_after(text, at);
  if (!joint.after.empty()) joint.first = letter(code_point_at(text, at));
}

}  // namespace

std::size_t end_mark(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '.' || text[at] == '?' || text[at] == '!') return 1;
  if (text[at] != '\xE2' || at + 2 >= text.size()) return 0;
  const std::string_view mark = text.substr(at, 3);
  return mark == "…" || mark == "‼" || mark == "⁇" || mark == "⁈" || mark == "⁉" ? 3 : 0;
}

std::size_t skip_emoticon(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  for (std::size_t mark = 0; mark < most_marks && behind < text.size(); ++mark) {
    std::size_t next = behind;
    const char32_t c = next_code_point(text, next);
    const bool joiner = c == U'\u200D' || c == U'\uFE0F';
    if (!(c >= 0x1F300 && c <= 0x1FAFF) && !(joiner && mark > 0)) break;
    behind = next;
  }
  if (behind != at || (text[at] != ':' && text[at] != ';' && text[at] != '=')) return behind;
  std::size_t mouth = at + 1;
  if (mouth < text.size() && text[mouth] == '-') ++mouth;
  if (mouth >= text.size() || std::string_view(")(DPp").find(text[mouth]) == std::string_view::npos)
    return at;
  return letter(code_point_at(text, mouth + 1)) == Letter::none ? mouth + 1 : at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t behind = at;
    if (!is_blank(next_code_point(text, behind))) break;
    at = behind;
  }
  return at;
}

std::size_t drop_space(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    std::size_t before = end;
    if (!is_blank(previous_code_point(text, before))) break;
    end = before;
  }
  return end;
}

Span word_before(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t limit = end - std::min(end - begin, longest_word);
  std::size_t at = end;
  while (at > limit) {
    std::size_t here = at;
    const char32_t c = previous_code_point(text, here);
    const bool degree = c == U'°' && ends_in_letter(text, begin, here);  // "N°"
    const bool inner_point = c == '.' && at != end && ends_in_letter(text, begin, here);
    if (letter(c) == Letter::none && !inner_point && !degree) break;
    at = here;
  }
  return {at, end};
}

Span word_after(std::string_view text, std::size_t at) {
  Span word{at, at};
  for (const std::size_t limit = std::min(text.size(), at + longest_word); at < limit;) {
    const char32_t c = next_code_point(text, at);
    const bool inner_apostrophe =
        is_apostrophe(c) && !word.empty() && letter(code_point_at(text, at)) != Letter::none;
    if (letter(c) == Letter::none && !inner_apostrophe) break;
    word.end = at;
  }
  return word;
}

Joint read_joint(std::string_view text, std::size_t begin, std::size_t at) {
  Joint joint;
  const bool apart = at > begin + 1 && text[at - 1] == ' ';  // "What ? Yes !"
  joint.before = word_before(text, begin, at - apart);
  read_marks(text, at, joint);
  read_closing(text, joint);
  read_gap(text, joint);
  read_opening(text, joint);
  return joint;
}

void reread_next(std::string_view text, Joint& joint) {
  joint.next = skip_space(text, joint.end);
  joint.goes_on = joint.quote_opens = joint.bracket_opens = joint.inverted = joint.dash = false;
  joint.first = Letter::none;
  read_opening(text, joint);
}

}  // namespace cotejo
