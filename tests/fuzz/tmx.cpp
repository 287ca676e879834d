/// Any bytes are read as TMX or refused; what is read is UTF-8, and every unit has its line.
#include "cotejo/tmx.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const cotejo::Source source = [&](std::span<char> room) {
    const std::size_t taken = std::min({room.size(), rest.size(), std::size_t{61}});
    std::copy_n(rest.data(), taken, room.data());
    rest.remove_prefix(taken);
    return taken;
  };
  try {
    cotejo::read_tmx(source, "fuzz.tmx", [](const cotejo::TmxFile&, const cotejo::TmxUnit& unit) {
      if (unit.line == 0) std::abort();
      for (const cotejo::TmxVariant& variant : unit.variants) {
        if (variant.language.empty()) std::abort();
        if (cotejo::valid_utf8_prefix(variant.text) != variant.text.size()) std::abort();
      }
    });
  } catch (const cotejo::Error&) {
  }
  return 0;
}
