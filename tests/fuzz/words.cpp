// Any bytes can be checked as a table of word pairs and loaded or refused; what is loaded keeps the
// dictionary's promises. The first byte chooses the format.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "cotejo/dictionary.hpp"
#include "cotejo/error.hpp"
#include "cotejo/lexicon_tables.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const cotejo::Dictionary empty = cotejo::Dictionary::shipped("de", "fr");
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string name = data[0] % 2 == 0 ? "fuzz.tsv" : "fuzz.dic";
  cotejo::check_tables(std::array{cotejo::LexiconTable{name, bytes, true}});
  try {
    const cotejo::Dictionary own = empty.with(bytes, name);
    std::size_t pairs = 0;
    for (cotejo::Dictionary::Stem stem = 0; pairs < own.size(); ++stem) {
      if (stem > 2 * size) std::abort();
      for (const auto& [to, probability] : own.translations(stem)) {
        if (!own.translated(to) || !(probability >= 0 && probability <= 1)) std::abort();
        ++pairs;
      }
    }
  } catch (const cotejo::Error&) {
  }
  return 0;
}
