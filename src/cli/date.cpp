#include "cli/date.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "cotejo/error.hpp"

namespace cotejo {

std::time_t chosen_date() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return std::time(nullptr);
  constexpr std::time_t last = 253402300799;  // of the year 9999
  const std::string_view digits = epoch;
  std::time_t seconds = -1;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0 || seconds > last) {
    throw Error(Message{"SOURCE_DATE_EPOCH: {1} is no number of seconds since 1970", {epoch}});
  }
  return seconds;
}

}  // namespace cotejo
