#include "cotejo/unit.hpp"

namespace cotejo {

std::uint64_t hash(std::string_view source, std::string_view target) {
  std::uint64_t sum = 0xcbf29ce484222325;
  const auto take = [&](char byte) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  };
  for (const char byte : source) take(byte);
  take('\0');
  for (const char byte : target) take(byte);
  return sum;
}

std::string hex(std::uint64_t hash) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4) {
    *digit = "0123456789abcdef"[hash & 15];
  }
  return digits;
}

}  // namespace cotejo
