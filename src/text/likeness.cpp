#include "text/likeness.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace cotejo {

double likeness(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 24;
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  if (a.empty() || b.empty()) return 0.0;
  std::array<std::uint8_t, longest + 1> row{};
  for (const char x : a) {
    std::uint8_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint8_t above = row[j];
      row[j] =
          x == b[j - 1] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  const double ratio =
      static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
  std::size_t shared = 0;
  while (shared < std::min(a.size(), b.size()) && a[shared] == b[shared]) ++shared;
  return std::min(1.0, ratio + 0.02 * static_cast<double>(std::min<std::size_t>(shared, 5)));
}

}  // namespace cotejo
