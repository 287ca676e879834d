// Any bytes are read as units of TSV or JSONL or refused; what is read is UTF-8 with a probability.
// The first byte chooses the format.
#include "cotejo/exchange.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const cotejo::Source source = [&](std::span<char> room) {
    const std::size_t taken = std::min({room.size(), rest.size(), std::size_t{61}});
    std::copy_n(rest.data(), taken, room.data());
    rest.remove_prefix(taken);
    return taken;
  };
  const auto take = [](const cotejo::Unit& unit) {
    for (const std::string* text : {&unit.source, &unit.target}) {
      if (cotejo::valid_utf8_prefix(*text) != text->size()) std::abort();
    }
    if (!(unit.confidence >= 0 && unit.confidence <= 1)) std::abort();
  };
  try {
    if (data[0] % 2 == 0) {
      cotejo::read_tsv(source, "fuzz", take);
    } else {
      cotejo::read_jsonl(source, "fuzz", take);
    }
  } catch (const cotejo::Error&) {
  }
  return 0;
}
