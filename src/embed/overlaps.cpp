#include "embed/overlaps.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "cotejo/embeddings.hpp"
#include "cotejo/text.hpp"
#include "text/blank.hpp"

namespace cotejo {

std::string_view cut_line(std::string_view text) {
  constexpr std::size_t most = 10000;
  std::size_t end = 0;
  for (std::size_t i = 0; i < most && end < text.size(); ++i) next_code_point(text, end);
  return text.substr(0, end);
}

void write_overlaps(const Sink& sink, std::span<const std::string> sentences, std::size_t most) {
  // All sentences in one string: every run is a piece of it.
  std::string joined;
  std::vector<Span> places;
  for (const std::string& sentence : sentences) {
    const std::string_view inner = slice(sentence, trim(sentence, {0, sentence.size()}));
    if (!joined.empty()) joined += ' ';
    const std::size_t begin = joined.size();
    joined += inner.empty() ? "BLANK_LINE" : inner;
    places.push_back({begin, joined.size()});
  }
  std::vector<std::string_view> lines;
  if (most > 1 && !places.empty()) lines.push_back("PAD");
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t k = i; k < std::min(places.size(), i + most); ++k) {
      lines.push_back(cut_line(slice(joined, {places[i].begin, places[k].end})));
    }
  }
  std::sort(lines.begin(), lines.end());  // bytes of UTF-8 sort as code points do
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (const std::string_view line : lines) {
    sink(line);
    sink("\n");
  }
}

}  // namespace cotejo
