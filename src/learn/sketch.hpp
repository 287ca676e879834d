/// @file  A count of many things in little room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace cotejo {

/// Spreads the bits of a number over all 64 (the finish of MurmurHash3).
constexpr std::uint64_t spread(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

/// Counts things by their hash: never too few, now and then too many, up to 255. Tells what is rare
/// for sure, so that only the rest needs a place of its own.
class Sketch {
 public:
  explicit Sketch(unsigned bits) : counts_(std::size_t{1} << bits), mask_(counts_.size() - 1) {}

  void add(std::uint64_t hash) {
    std::uint8_t& count = counts_[hash & mask_];
    if (count < std::numeric_limits<std::uint8_t>::max()) ++count;
  }

  bool may_reach(std::uint64_t hash, std::size_t count) const {
    const std::uint8_t seen = counts_[hash & mask_];
    return seen >= count || seen == std::numeric_limits<std::uint8_t>::max();
  }

 private:
  std::vector<std::uint8_t> counts_;
  std::uint64_t mask_;
};

}  // namespace cotejo
