#include "segment/item.hpp"

#include "cotejo/text.hpp"
#include "segment/joint.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

bool is_space_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Whether nothing runs into what begins at `at` from the left: block begin, space or bullet.
bool stands_free(std::string_view text, std::size_t begin, std::size_t at) {
  return at == begin || is_space_byte(text[at - 1]) ||
         (at >= begin + 3 && bullet(text, at - 3) != 0);
}

}  // namespace

bool Item::follows(const Item& before) const {
  return value == before.value + 1 && figures == before.figures && point == before.point &&
         bracket == before.bracket && (capital || !before.capital);
}

std::optional<Item> read_item(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin) return std::nullopt;
  Item item;
  item.label = {at - 1, at};
  const char last = text[at - 1];
  if (is_digit(last)) {
    item.figures = true;
    unsigned place = 1;
    for (std::size_t digit = at; digit > begin && at - digit < 3 && is_digit(text[digit - 1]);
         --digit, place *= 10) {
      item.label.begin = digit - 1;
      item.value += place * static_cast<unsigned>(text[digit - 1] - '0');
    }
  } else if (last >= 'a' && last <= 'z') {
    item.value = static_cast<unsigned>(last - 'a') + 1;
  } else {
    return std::nullopt;
  }
  if (!stands_free(text, begin, item.label.begin)) return std::nullopt;
  std::size_t behind = at;
  item.point = text[behind] == '.';
  behind += item.point;
  item.bracket = behind < text.size() && text[behind] == ')';
  behind += item.bracket;
  item.behind = skip_space(text, behind);
  if (item.behind == behind || item.behind >= text.size()) return std::nullopt;
  std::size_t first = item.behind;
  const Letter kind = letter(next_code_point(text, first));
  if (kind == Letter::digit) return std::nullopt;
  item.capital = kind == Letter::upper;
  return item;
}

std::size_t bullet(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xE2') return 0;
  const std::string_view mark = text.substr(at, 3);
  const bool known = mark == "•" || mark == "⁃" || mark == "‣" || mark == "●" || mark == "▪" ||
                     mark == "■" || mark == "◦" || mark == "►" || mark == "➢";
  return known ? 3 : 0;
}

std::size_t skip_ornament(std::string_view text, std::size_t begin, std::size_t at) {
  const char sign = text[at];
  const std::size_t least = sign == '*' || sign == '#' ? 3 : 5;
  if (at + least > text.size() || text[at + 1] != sign || text[at + 2] != sign) return at;
  if (at != begin && !is_space_byte(text[at - 1])) return at;
  std::size_t behind = text.find_first_not_of(sign, at);
  if (behind == std::string_view::npos) behind = text.size();
  const bool free = behind == text.size() || is_space_byte(text[behind]);
  return free && behind - at >= least ? behind : at;
}

}  // namespace cotejo
