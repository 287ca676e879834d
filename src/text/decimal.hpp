/// @file  Numbers as files carry them, whatever the locale.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace cotejo {

/// A number with so many decimals: "98.71".
inline std::string decimal(double value, int decimals) {
  char digits[400];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
  return {digits, end.ptr};
}

/// A probability with a fixed number of decimals: "0.9731". What lies outside 0 to 1 is drawn to
/// the nearer end; a NaN is 0.
inline std::string probability(double value, int decimals) {
  return decimal(std::isnan(value) ? 0.0 : std::clamp(value, 0.0, 1.0), decimals);
}

/// The fewest digits that read back as the same number: "0.9873", "1".
inline std::string shortest(double value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end.ptr};
}

}  // namespace cotejo
