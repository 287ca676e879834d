// Numbers, money, measures and literals, one block of English or Spanish (the first byte chooses).
#include <cstdint>
#include <cstdlib>

#include "cotejo/anchor.hpp"
#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const cotejo::Lexicon english = cotejo::Lexicon::shipped("en");
  static const cotejo::Lexicon spanish = cotejo::Lexicon::shipped("es");
  if (size == 0) return 0;
  cotejo::Document document;
  document.text.assign(data + 1, data + size);
  document.text.resize(cotejo::valid_utf8_prefix(document.text));
  document.blocks.push_back({{0, document.text.size()}, cotejo::BlockKind::paragraph});
  for (const auto& anchor : cotejo::find_anchors(document, data[0] % 2 == 0 ? english : spanish)) {
    if (anchor.span.empty() || anchor.span.end > document.text.size()) std::abort();
    if (anchor.keys.empty()) std::abort();
  }
  return 0;
}
