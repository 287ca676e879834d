// Whatever is given as a configuration of the review is read or refused in one clear line.
#include "cotejo/review_config.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto config = cotejo::ReviewConfig::read(
        std::string_view(reinterpret_cast<const char*>(data), size), "fuzz");
    if (config.least_confidence < 0 || config.least_confidence > 1) std::abort();
    for (const auto& [kind, rule] : config.kinds) {
      if (name(kind).empty() || rule.least_confidence < 0 || rule.least_confidence > 1)
        std::abort();
    }
  } catch (const cotejo::Error& error) {
    if (std::string_view(error.what()).substr(0, 5) != "fuzz:") std::abort();
  }
  return 0;
}
