#include "segment/cut.hpp"

#include <algorithm>

namespace cotejo {

Document paragraphs(std::string_view text) {
  Document document;
  document.text = text;
  constexpr std::string_view space = " \t\n";
  for (std::size_t at = 0; (at = text.find_first_not_of(space, at)) != std::string_view::npos;) {
    const std::size_t blank = std::min(text.size(), text.find("\n\n", at));
    const std::size_t last = text.find_last_not_of(space, blank - 1);
    document.blocks.push_back({{at, last + 1}, BlockKind::paragraph});
    at = blank;
  }
  return document;
}

std::string cut(const std::string& language, std::string_view marked) {
  std::string text(marked);
  std::erase(text, '|');
  const Document document = paragraphs(text);
  const std::vector<Segment> segments = segment(document, Lexicon::shipped(language));
  std::string shown;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0 && segments[i].block == segments[i - 1].block) shown += '|';
    shown += text.substr(begin, segments[i].span.end - begin);
    begin = segments[i].span.end;
  }
  return shown + text.substr(begin);
}

}  // namespace cotejo
