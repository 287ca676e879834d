#include "align/band.hpp"

namespace cotejo {

Band full_band(std::size_t source_segments, std::size_t target_segments) {
  Band band;
  band.low.assign(source_segments + 1, 0);
  band.high.assign(source_segments + 1, static_cast<std::uint32_t>(target_segments));
  count_nodes(band);
  return band;
}

void count_nodes(Band& band) {
  band.offset.assign(1, 0);
  band.offset.reserve(band.low.size() + 1);
  for (std::size_t i = 0; i < band.low.size(); ++i) {
    band.offset.push_back(band.offset.back() + (band.high[i] - band.low[i] + 1));
  }
}

}  // namespace cotejo
