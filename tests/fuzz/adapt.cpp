// Three texts, parted by NULs: whatever they are, what is set in lies in the adapted text in order.
#include "cotejo/adapt.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const cotejo::Adapter to_english("es", "en");
  static const cotejo::Adapter to_spanish("en", "es");
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  if (cotejo::valid_utf8_prefix(rest) < rest.size()) return 0;
  std::string_view texts[3];
  for (std::string_view& text : texts) {
    text = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
  }
  for (const cotejo::Adapter* adapter : {&to_english, &to_spanish}) {
    const auto out = adapter->adapt(texts[0], texts[1], texts[2]);
    if (!out) continue;
    std::size_t done = 0;
    for (const cotejo::Span span : out->replaced) {
      if (span.begin < done || span.end < span.begin || span.end > out->text.size()) std::abort();
      done = span.end;
    }
    if (out->replaced.empty()) std::abort();
    if (cotejo::valid_utf8_prefix(out->text) < out->text.size()) std::abort();
  }
  return 0;
}
