// Any table can be read and checked, and any text met with it: first the table, behind a NUL the
// text. Matches lie inside the text's words, the longest first.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "cotejo/lexicon_tables.hpp"
#include "cotejo/text.hpp"
#include "lexicon/name_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  cotejo::check_tables(std::array{cotejo::LexiconTable{"names/fuzz.tsv", bytes}});
  bytes.resize(cotejo::valid_utf8_prefix(bytes));
  const std::string table = bytes.substr(0, bytes.find('\0'));
  const std::string text = bytes.substr(table.size());
  const cotejo::NameTable names("en", std::array<std::string_view, 1>{table}, table);
  const std::vector<cotejo::Word> words = cotejo::words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t longest = words.size() - i;
    for (const cotejo::NameMatch& match : names.names_at(text, words, i)) {
      if (match.words.begin != i || match.words.empty()) std::abort();
      if (match.words.size() > longest) std::abort();
      longest = match.words.size();
    }
  }
  return 0;
}
