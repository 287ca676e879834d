// Dates, decades and times, read in both languages: anchors stay in order and, but for quotations,
// apart.
#include <cstdint>
#include <cstdlib>

#include "cotejo/anchor.hpp"
#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const cotejo::Lexicon english = cotejo::Lexicon::shipped("en");
  static const cotejo::Lexicon spanish = cotejo::Lexicon::shipped("es");
  cotejo::Document document;
  document.text.assign(data, data + size);
  document.text.resize(cotejo::valid_utf8_prefix(document.text));
  document.blocks.push_back({{0, document.text.size()}, cotejo::BlockKind::paragraph});
  for (const auto* lexicon : {&english, &spanish}) {
    std::size_t end = 0;
    for (const auto& anchor : cotejo::find_anchors(document, *lexicon)) {
      if (anchor.kind == cotejo::AnchorKind::quotation) continue;
      if (anchor.span.begin < end || anchor.span.empty()) std::abort();
      end = anchor.span.end;
    }
  }
  return 0;
}
