#include "document/marks.hpp"

#include "cotejo/text.hpp"
#include "text/blank.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of blanks from `at` on.
std::size_t blanks(std::string_view line, std::size_t at) {
  const std::size_t begin = at;
  while (at < line.size()) {
    std::size_t next = at;
    if (!is_blank(next_code_point(line, next))) break;
    at = next;
  }
  return at - begin;
}

/// "12.", "3)", "(b)", "4.-": one to three digits or one letter.
std::size_t number_mark(std::string_view line) {
  std::size_t at = 0;
  const bool open = line.starts_with('(');
  at += open;
  const std::size_t first = at;
  while (at < line.size() && at - first < 3 && is_digit(line[at])) ++at;
  const bool digits = at > first;
  if (!digits && at < line.size() && is_ascii_letter(line[at])) ++at;
  if (at == first || at == line.size()) return 0;
  const bool closed = line[at] == ')';
  // "A. Smith" is a name; "(2. " is no mark.
  if (!closed && (open || !digits || line[at] != '.')) return 0;
  ++at;
  if (!closed && line.substr(at).starts_with('-')) ++at;
  return at;
}

}  // namespace

ListMark list_mark(std::string_view line) {
  if (line.empty()) return {};
  std::size_t at = 0;
  const char32_t c = next_code_point(line, at);
  ListMark mark;
  if (is_one_of(c, U"•‣◦▪●■*·⁃➢➤✓✔")) {
    mark = {ListMark::sign, at};
  } else if (c == U'-') {
    mark = {ListMark::hyphen, at};
  } else if (const std::size_t size = number_mark(line)) {
    mark = {ListMark::number, size};
  } else {
    return {};
  }
  const std::size_t space = blanks(line, mark.size);
  // "•Item" is met; "*item" and "1.5" are no items.
  const bool needs_space = mark.kind != ListMark::sign || c == U'*' || c == U'·';
  if ((space == 0 && needs_space) || mark.size + space == line.size()) return {};
  mark.size += space;
  return mark;
}

std::size_t quote_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] == '>') {
    const std::size_t space = blanks(line, at + 1);
    const bool more = at + 1 + space < line.size();
    if (space == 0 && more && line[at + 1] != '>') break;
    at += 1 + space;
  }
  return at;
}

bool begins_with_dash(std::string_view line) {
  if (line.empty()) return false;
  std::size_t at = 0;
  return is_one_of(next_code_point(line, at), U"-–—―");
}

bool is_hyphen_dialogue(std::string_view line) {
  if (!line.starts_with('-')) return false;
  const std::size_t at = 1 + blanks(line, 1);
  return line.substr(at).starts_with("¿") || line.substr(at).starts_with("¡");
}

bool ends_with_stop(std::string_view line) {
  for (std::size_t at = line.size(); at > 0;) {
    const char32_t c = previous_code_point(line, at);
    if (is_one_of(c, U".!?…:;。！？：；")) return true;
    if (!is_one_of(c, U"\"'”’»›)]}") && !is_blank(c)) return false;
  }
  return false;
}

bool is_ornament(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (!is_one_of(c, U"*-_=~#+•·–—―◆■□●○★☆⁂❖") && !is_blank(c)) return false;
  }
  return true;
}

}  // namespace cotejo
