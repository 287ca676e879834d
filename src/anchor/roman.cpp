#include <array>
#include <string>
#include <utility>

#include "anchor/quantity.hpp"

namespace cotejo {

std::optional<int> roman_number(std::string_view capitals) {
  constexpr std::array<std::pair<std::string_view, int>, 13> signs{{{"M", 1000},
                                                                    {"CM", 900},
                                                                    {"D", 500},
                                                                    {"CD", 400},
                                                                    {"C", 100},
                                                                    {"XC", 90},
                                                                    {"L", 50},
                                                                    {"XL", 40},
                                                                    {"X", 10},
                                                                    {"IX", 9},
                                                                    {"V", 5},
                                                                    {"IV", 4},
                                                                    {"I", 1}}};
  if (capitals.empty() || capitals.size() > 15) return std::nullopt;
  int number = 0;
  std::string_view rest = capitals;
  for (const auto& [sign, value] : signs) {
    for (; rest.starts_with(sign); rest.remove_prefix(sign.size())) number += value;
  }
  if (!rest.empty() || number > 3999) return std::nullopt;
  // Read so, IIII and IXI would pass: only what one would write again is right.
  std::string again;
  int left = number;
  for (const auto& [sign, value] : signs) {
    for (; left >= value; left -= value) again += sign;
  }
  if (again != capitals) return std::nullopt;
  return number;
}

}  // namespace cotejo
