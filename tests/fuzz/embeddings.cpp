/// Any two files make embeddings or an Error: the first byte says how many of the last bytes are
/// vectors. What they make can be asked for any text, and scores any bead with a finite number.
#include "cotejo/embeddings.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "align/embedded.hpp"
#include "cotejo/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 4096) return 0;
  const std::size_t vector_bytes = std::min<std::size_t>(data[0] * std::size_t{4}, size - 1);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string_view overlaps = bytes.substr(0, bytes.size() - vector_bytes);
  const std::shared_ptr<float[]> vectors(new float[vector_bytes / sizeof(float) + 1]);
  std::memcpy(vectors.get(), bytes.data() + overlaps.size(), vector_bytes);
  try {
    const cotejo::Embeddings made({"overlaps", overlaps, "vectors", vectors, vector_bytes});
    cotejo::Side side;
    side.document.text = overlaps;
    for (std::size_t at = 0; at < overlaps.size() && side.segments.size() < 8;) {
      const std::size_t end = std::min(overlaps.find('\n', at), overlaps.size());
      if (end > at) side.segments.push_back({{at, end}, 0});
      at = end + 1;
    }
    const cotejo::EmbeddingScore score(side, side, {made, made}, 3);
    const std::size_t n = side.segments.size();
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t a = 0; a <= 3 && i + a <= n; ++a) {
          for (std::size_t b = 0; b <= 3 && j + b <= n; ++b) {
            const float gain = score.gain(i, a, j, b);
            if (!(gain >= -6.1F && gain <= 9.1F)) std::abort();
          }
        }
      }
    }
  } catch (const cotejo::Error&) {
  }
  return 0;
}
