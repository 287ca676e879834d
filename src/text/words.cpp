#include "cotejo/text.hpp"
#include "text/letter.hpp"

namespace cotejo {

std::vector<Word> words(std::string_view text, std::size_t offset) {
  std::vector<Word> found;
  found.reserve(text.size() / 8);
  std::size_t begin = 0;
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool open = false;
  Letter first = Letter::none;
  const auto close = [&](std::size_t end) {
    if (!open) return;
    const Case written = upper >= 2 && upper == letters ? Case::upper
                         : first == Letter::upper       ? Case::capitalised
                                                        : Case::lower;
    found.push_back({{offset + begin, offset + end}, written, first == Letter::digit});
    open = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const Letter kind = letter(next_code_point(text, at));
    if (kind == Letter::none || (kind == Letter::mark && !open)) {
      close(here);
      continue;
    }
    if (!open) {
      open = true;
      begin = here;
      letters = upper = 0;
      first = kind;
    }
    letters += kind == Letter::lower || kind == Letter::upper || kind == Letter::other;
    upper += kind == Letter::upper;
  }
  close(text.size());
  return found;
}

}  // namespace cotejo
