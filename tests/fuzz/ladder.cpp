// Whatever is given as a ladder or as a table of weights is read whole or refused; a ladder that is
// read tiles both sides.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cotejo/error.hpp"
#include "cotejo/exchange.hpp"
#include "cotejo/weights.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  try {
    std::size_t i = 0;
    std::size_t j = 0;
    for (const cotejo::Bead& bead : cotejo::read_ladder(text, "fuzz", data[0], data[1])) {
      if (bead.source.begin != i || bead.target.begin != j) std::abort();
      i = bead.source.end;
      j = bead.target.end;
    }
    if (i != data[0] || j != data[1]) std::abort();
  } catch (const cotejo::Error&) {
  }
  try {
    const cotejo::Weights weights = cotejo::Weights::read(text, "fuzz");
    if (weights.rows().empty()) std::abort();
  } catch (const cotejo::Error&) {
  }
  return 0;
}
