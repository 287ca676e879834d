/// @file  Any valid UTF-8 is cut into segments that lie in their block in order, apart from white
/// space complete. The first byte chooses the language.
#include "cotejo/segment.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<cotejo::Lexicon, 3> lexicons{cotejo::Lexicon::shipped("en"),
                                                       cotejo::Lexicon::shipped("es"),
                                                       cotejo::Lexicon::shipped("ja")};
  if (size < 2) return 0;
  const cotejo::Lexicon& lexicon = lexicons[data[0] % lexicons.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  cotejo::Document document;
  document.text = bytes.substr(0, cotejo::valid_utf8_prefix(bytes));
  if (document.text.empty()) return 0;
  // Two blocks, cut at a code point border in the middle.
  std::size_t middle = document.text.size() / 2;
  while ((static_cast<unsigned char>(document.text[middle]) & 0xC0) == 0x80) --middle;
  document.blocks.push_back({{0, middle}, cotejo::BlockKind::paragraph});
  document.blocks.push_back({{middle, document.text.size()}, cotejo::BlockKind::paragraph});
  std::size_t at = 0;
  for (const cotejo::Segment& one : cotejo::segment(document, lexicon)) {
    const cotejo::Span block = document.blocks[one.block].span;
    if (one.span.empty() || one.span.begin < at || !block.holds(one.span)) std::abort();
    at = one.span.end;
  }
  return 0;
}
