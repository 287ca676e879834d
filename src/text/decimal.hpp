/// @file  Numbers as files carry them, whatever the locale.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace cotejo {

/// A probability with a fixed number of decimals: "0.9731". What lies outside 0 to 1 is drawn to
/// the nearer end; a NaN is 0.
inline std::string probability(double value, int decimals) {
  char digits[32];
  const double inside = std::isnan(value) ? 0.0 : std::clamp(value, 0.0, 1.0);
  const auto end =
      std::to_chars(digits, digits + sizeof digits, inside, std::chars_format::fixed, decimals);
  return {digits, end.ptr};
}

}  // namespace cotejo
