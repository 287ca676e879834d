#include "align/band.hpp"

#include <algorithm>

namespace cotejo {

Band full_band(std::size_t source_segments, std::size_t target_segments) {
  Band band;
  band.low.assign(source_segments + 1, 0);
  band.high.assign(source_segments + 1, static_cast<std::uint32_t>(target_segments));
  settle(band, target_segments);
  return band;
}

void settle(Band& band, std::size_t target_segments) {
  const std::size_t n = band.rows() - 1;
  band.low[0] = 0;
  band.high[n] = static_cast<std::uint32_t>(target_segments);
  for (std::size_t i = 1; i <= n; ++i) band.high[i] = std::max(band.high[i], band.high[i - 1]);
  for (std::size_t i = n; i-- > 0;) band.low[i] = std::min(band.low[i], band.low[i + 1]);
  for (std::size_t i = 1; i <= n; ++i) band.low[i] = std::min(band.low[i], band.high[i - 1]);
  for (std::size_t i = n; i-- > 0;) band.low[i] = std::min(band.low[i], band.low[i + 1]);

  band.offset.assign(1, 0);
  band.offset.reserve(band.low.size() + 1);
  for (std::size_t i = 0; i < band.low.size(); ++i) {
    band.offset.push_back(band.offset.back() + (band.high[i] - band.low[i] + 1));
  }
}

}  // namespace cotejo
