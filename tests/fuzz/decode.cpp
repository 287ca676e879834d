/// Any bytes decode to valid UTF-8 whose offsets lead back into them, in order.
#include "text/decode.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>

#include "cotejo/text.hpp"
#include "text/normalise.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<const char*, 12> encodings{
      "",    "windows-1252", "ISO-8859-15", "UTF-16",    "UTF-16LE", "UTF-8",
      "GBK", "Shift_JIS",    "ISO-2022-JP", "macintosh", "UTF-7",    "Big5-HKSCS"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto decoded = cotejo::decode(bytes, encodings[data[0] % encodings.size()]);
  if (!decoded) std::abort();
  std::string text(bytes.substr(decoded->mark));
  cotejo::Origin origin;
  if (decoded->mark > 0) origin = {{0, decoded->mark, 1, 1}};
  const auto take = [&](const std::optional<cotejo::Rewritten>& rewritten) {
    if (!rewritten) return;
    origin = cotejo::compose(rewritten->origin, rewritten->text.size(), origin);
    text = rewritten->text;
  };
  if (decoded->text) {
    text = decoded->text->text;
    origin = decoded->text->origin;
  }
  take(cotejo::clean(text));
  take(cotejo::to_nfc(text));
  if (cotejo::valid_utf8_prefix(text) != text.size()) std::abort();
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::size_t source = text.empty() ? 0 : cotejo::source_offset(origin, at);
    if (source < before || source > bytes.size()) std::abort();
    before = source;
  }
  return 0;
}
