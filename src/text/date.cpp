#include "text/date.hpp"

#include <algorithm>
#include <chrono>

namespace cotejo {

std::string utc_date(std::time_t date) {
  constexpr std::time_t last = 253402300799;
  const std::chrono::sys_seconds time{std::chrono::seconds{std::clamp<std::time_t>(date, 0, last)}};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day calendar{day};
  const std::chrono::hh_mm_ss clock{time - day};
  std::string text;
  const auto put = [&](long value, std::size_t width) {
    const std::string digits = std::to_string(value);
    text.append(width - digits.size(), '0').append(digits);
  };
  put(static_cast<int>(calendar.year()), 4);
  put(static_cast<unsigned>(calendar.month()), 2);
  put(static_cast<unsigned>(calendar.day()), 2);
  text += 'T';
  put(clock.hours().count(), 2);
  put(clock.minutes().count(), 2);
  put(clock.seconds().count(), 2);
  return text += 'Z';
}

}  // namespace cotejo
