// Run while cotejo is built: a table of word pairs with every entry as the dictionary keeps it, so
// that none has to be stemmed when cotejo starts.
//   stem_words LANGUAGE LANGUAGE < words.tsv > words.stems
#include "lexicon/stem_words.hpp"

#include <iostream>
#include <string>

namespace {

std::string stemmed(std::string_view cell, const cotejo::Stemmer& stemmer) {
  std::string out;
  for (const std::string_view entry : cotejo::split(cell, '|')) {
    if (!out.empty()) out += '|';
    out += cotejo::stems_of(entry, stemmer);
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const cotejo::Stemmer first(arguments[1]);
  const cotejo::Stemmer second(arguments[2]);
  const std::string table(std::istreambuf_iterator<char>(std::cin), {});
  cotejo::each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (cells.size() < 2) return;
    std::cout << stemmed(cells[0], first) << '\t' << stemmed(cells[1], second) << '\n';
  });
  return std::cout.flush() ? 0 : 1;
}
