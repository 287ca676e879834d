/// @file  Lists of numbers in few bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cotejo {

/// Ascending numbers from 1 on, as the bytes of an append to a list: a 0, then each number's
/// difference from the one before, 7 bits a byte, the low ones first, the top bit set in all but
/// the last. The 0 begins anew, so that runs may be joined.
///
///     1, 2, 300     00 01 01 AA 02
class Run {
 public:
  void add(std::uint64_t number) {
    if (number <= last_) return;
    std::uint64_t rest = number - last_;
    if (last_ == 0) bytes_ += '\0';
    last_ = number;
    for (; rest >= 0x80; rest >>= 7) bytes_ += static_cast<char>(rest | 0x80);
    bytes_ += static_cast<char>(rest);
  }
  const std::string& bytes() const { return bytes_; }
  void clear() {
    bytes_.clear();
    last_ = 0;
  }

 private:
  std::string bytes_;
  std::uint64_t last_ = 0;
};

/// Any bytes: gives each number below `end` to `take`, in the order they stand in. What is no run
/// gives some such numbers or none.
template <typename Take>
void each_number(std::string_view bytes, std::uint64_t end, Take take) {
  std::uint64_t last = 0;
  const char* at = bytes.data();
  const char* const stop = at + bytes.size();
  while (at != stop) {
    auto byte = static_cast<unsigned char>(*at++);
    std::uint64_t difference = byte & 0x7F;
    for (unsigned shift = 7; byte >= 0x80 && at != stop; shift += 7) {
      byte = static_cast<unsigned char>(*at++);
      if (shift < 63) difference |= std::uint64_t{byte & 0x7Fu} << shift;
    }
    last = difference == 0 ? 0 : last + difference;
    if (last != 0 && last < end) take(last);
  }
}

}  // namespace cotejo
