#include "cotejo/unit.hpp"

namespace cotejo {

namespace {

std::uint64_t add(std::uint64_t sum, std::string_view text) {
  for (const char byte : text) sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return sum;
}

constexpr std::uint64_t start = 0xcbf29ce484222325;

}  // namespace

std::uint64_t hash(std::string_view text) { return add(start, text); }

std::uint64_t hash(std::string_view source, std::string_view target) {
  return add(add(add(start, source), std::string_view("\0", 1)), target);
}

std::string hex(std::uint64_t hash) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4) {
    *digit = "0123456789abcdef"[hash & 15];
  }
  return digits;
}

}  // namespace cotejo
