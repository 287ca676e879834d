// Any bytes are read as units of a memory or refused. What is read is UTF-8 that TMX can hold: it
// comes back from it as it was. The first byte chooses the format.
#include "cotejo/memory_exchange.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

namespace {

using cotejo::MemoryUnit;

cotejo::Source source_of(std::string_view bytes) {
  return [bytes](std::span<char> room) mutable {
    const std::size_t taken = std::min({room.size(), bytes.size(), std::size_t{61}});
    std::copy_n(bytes.data(), taken, room.data());
    bytes.remove_prefix(taken);
    return taken;
  };
}

std::string tmx(const std::vector<MemoryUnit>& units) {
  std::string out;
  cotejo::write_memory_tmx([&](std::string_view bytes) { out += bytes; }, "",
                           [&](const auto& take) {
                             for (const MemoryUnit& unit : units) take(unit);
                           });
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<MemoryUnit> units;
  const auto take = [&](MemoryUnit unit) {
    for (const std::string* text : {&unit.source, &unit.target}) {
      if (cotejo::valid_utf8_prefix(*text) != text->size()) std::abort();
    }
    if (!(unit.confidence >= 0 && unit.confidence <= 1)) std::abort();
    // A memory's units have languages; rows of a table may have none.
    if (unit.source_language.empty()) unit.source_language = "es";
    if (unit.target_language.empty()) unit.target_language = "en";
    units.push_back(std::move(unit));
  };
  try {
    const auto read = data[0] % 3 == 0   ? cotejo::read_memory_tmx
                      : data[0] % 3 == 1 ? cotejo::read_memory_jsonl
                                         : cotejo::read_memory_tsv;
    read(source_of(rest), "fuzz", {}, take);
  } catch (const cotejo::Error&) {
    return 0;
  }
  const std::string once = tmx(units);
  units.clear();
  cotejo::read_memory_tmx(source_of(once), "tmx", {}, take);
  if (tmx(units) != once) std::abort();
  return 0;
}
