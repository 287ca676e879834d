/// Any bytes make a document whose blocks keep their promises, or an Error.
#include "cotejo/document.hpp"

#include <cstdint>
#include <cstdlib>

#include "cotejo/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  cotejo::ReadOptions options;
  options.paragraphs = static_cast<cotejo::Paragraphs>(data[0] % 3);
  options.plain_blocks = (data[0] & 4) != 0;
  if ((data[0] & 8) == 0) options.language = "es";  // detecting takes most of the time
  const bool by_lines = options.plain_blocks && options.paragraphs == cotejo::Paragraphs::line;
  try {
    const cotejo::Document document = cotejo::read_document(bytes, options);
    if (cotejo::valid_utf8_prefix(document.text) != document.text.size()) std::abort();
    std::size_t end = 0;
    for (const cotejo::Block& block : document.blocks) {
      if (block.span.begin < end || block.span.end > document.text.size()) std::abort();
      if (block.span.begin > block.span.end || (block.span.empty() && !by_lines)) std::abort();
      if (cotejo::valid_utf8_prefix(slice(document.text, block.span)) != block.span.size()) {
        std::abort();
      }
      end = block.span.end;
    }
    (void)document.source_offset(document.text.size());
  } catch (const cotejo::Error&) {
  }
  return 0;
}
