#include <charconv>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

struct Clock {
  std::size_t end = 0;
  int hour = 0;
  int minute = 0;
  bool exact = false;  // "09:30": a clock of 24 hours
};

std::string time_key(int hour, int minute) {
  return "t:" + padded(hour, 2) + ':' + padded(minute, 2);
}

int figures(const Passage& passage, std::size_t i, std::size_t least) {
  if (!passage.digits(i)) return -1;
  const std::string_view digits = passage.folded(i);
  if (digits.size() < least || digits.size() > 2) return -1;
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// HH:MM, HH.MM, HHhMM
std::optional<Clock> clock_figures(const Passage& passage, std::size_t at) {
  const int hour = figures(passage, at, 1);
  const int minute = figures(passage, at + 2, 2);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return std::nullopt;
  if (!passage.glued(at + 1) || !passage.glued(at + 2)) return std::nullopt;
  const bool more =
      passage.glued(at + 3, ":") || passage.glued(at + 3, ".") || passage.glued(at + 3, ",");
  if (more && !passage.is(at + 1, "h") && passage.glued(at + 4) && passage.digits(at + 4))
    return std::nullopt;  // a running time, 2:05:30
  return Clock{at + 3, hour, minute, passage.folded(at).front() == '0'};
}

/// What was played or ran, and is no hour: 27:37, 2:05:30, 1:43.21
std::optional<Reading> running_time(const Passage& passage, std::size_t at) {
  if (!passage.digits(at) || passage.folded(at).size() > 3) return std::nullopt;
  int first = 0;
  const std::string_view digits = passage.folded(at);
  std::from_chars(digits.data(), digits.data() + digits.size(), first);
  std::string key = "r:" + std::to_string(first);
  std::size_t end = at + 1;
  std::size_t parts = 1;
  for (; parts < 3 && passage.glued(end, ":") && passage.glued(end + 1); ++parts, end += 2) {
    const int part = figures(passage, end + 1, 2);
    if (part < 0 || part > 59) return std::nullopt;
    key += ':' + padded(part, 2);
  }
  const bool fraction = (passage.glued(end, ".") || passage.glued(end, ",")) &&
                        passage.glued(end + 1) && passage.digits(end + 1);
  if (fraction) {
    key += '.' + std::string(passage.folded(end + 1));
    end += 2;
  }
  if (parts < 2 || (parts == 2 && !fraction && first <= 24)) return std::nullopt;
  if (passage.glued(end, ":") && passage.glued(end + 1) && passage.digits(end + 1))
    return std::nullopt;
  return Reading{{at, end}, AnchorKind::time, {std::move(key)}, {}, {}};
}

/// An hour in plain figures or in words, or with its half: "tres y media".
std::optional<Clock> word_clock(const Passage& passage, std::size_t at) {
  const auto quantity = read_quantity(passage, at);
  if (!quantity || quantity->form != Form::cardinal || quantity->values.size() != 1 ||
      (quantity->figures && !quantity->plain)) {
    return std::nullopt;
  }
  const Value value = quantity->values[0];
  if (value.numerator() < value.denominator() || value.denominator() > 2 ||
      value.numerator() > 24 * value.denominator())
    return std::nullopt;
  return Clock{quantity->end, static_cast<int>(value.numerator() / value.denominator()),
               value.whole() ? 0 : 30};
}

/// The part of the day behind an hour, or empty; moves `end` behind it.
std::string_view part_of_day(const Passage& passage, std::size_t& end) {
  const auto found = passage.find_longest(List::calendar, end);
  if (!found || found->entry.kind != "part") return {};
  end = found->end;
  return found->entry.value;
}

Reading reading(std::size_t at, const Clock& clock, std::string_view part) {
  const int hour = clock.hour % 24;
  const int twelve = hour % 12;
  Reading reading{{at, clock.end}, AnchorKind::time, {}, {}, {}};
  if (hour > 12 || part.empty() || part == "h") {
    if (hour >= 12 || clock.exact || part == "h") {
      reading.keys = {time_key(hour, clock.minute)};
      if (hour <= 12 && hour > 0 && part.empty() && !clock.exact) {
        reading.keys.push_back(time_key((hour + 12) % 24, clock.minute));
      }
    } else {
      reading.keys = {time_key(hour, clock.minute), time_key(hour + 12, clock.minute)};
      if (hour == 0) reading.keys.pop_back();
    }
  } else if (part == "pm") {
    reading.keys = {time_key(twelve + 12, clock.minute)};
  } else if (part == "am") {
    reading.keys = {time_key(twelve, clock.minute)};
  } else {  // night
    reading.keys = {time_key(twelve > 4 ? twelve + 12 : twelve, clock.minute)};
  }
  return reading;
}

/// "las tres y media", "la una menos cuarto", "las 10 y 20": minutes in words, or the hour as it
/// is.
void spanish_minutes(const Passage& passage, Clock& clock) {
  const bool plus = passage.is(clock.end, "y");
  if (!plus && !passage.is(clock.end, "menos")) return;
  std::size_t end = clock.end + 2;
  int minute = 0;
  if (passage.is(clock.end + 1, "media") && plus) {
    minute = 30;
  } else if (passage.is(clock.end + 1, "cuarto")) {
    minute = 15;
  } else {
    const auto quantity = read_quantity(passage, clock.end + 1);
    if (!quantity || quantity->values.size() != 1 || !quantity->values[0].whole()) return;
    const std::int64_t number = quantity->values[0].numerator();
    if (number % 5 != 0 || number < 5 || number > 55) return;
    minute = static_cast<int>(number);
    end = quantity->end;
  }
  clock.minute = plus ? minute : 60 - minute;
  if (!plus) clock.hour = clock.hour == 0 ? 23 : clock.hour - 1;
  clock.end = end;
}

/// "a las 3", "las tres y media de la tarde", "a las 15 horas"
std::optional<Reading> after_lead(const Passage& passage, std::size_t at) {
  if (passage.role(List::calendar, at) != "hour-lead") return std::nullopt;
  std::optional<Clock> clock = clock_figures(passage, at + 1);
  const bool figures =
      clock && (passage.is(at + 2, ":") || passage.is(at + 2, ".") || passage.is(at + 2, "h"));
  if (!figures) {
    clock = word_clock(passage, at + 1);
    if (!clock || (clock->hour == 1) != passage.is(at, "la")) return std::nullopt;
    if (passage.glued(clock->end, "%") || passage.glued(clock->end, ",")) {
      if (passage.digits(clock->end + 1) || passage.is(clock->end, "%")) return std::nullopt;
    }
    if (clock->minute == 0) spanish_minutes(passage, *clock);
  }
  const bool at_the = at > 0 && (passage.is(at - 1, "a") || passage.is(at - 1, "desde") ||
                                 passage.is(at - 1, "hasta"));
  const bool minutes = figures || clock->minute != 0;
  const std::size_t told = clock->end;
  const std::string_view part = part_of_day(passage, clock->end);
  if (part.empty() && !minutes && !at_the) return std::nullopt;  // las 3 personas
  if (part == "h" && !minutes && !at_the && passage.folded(clock->end - 1).starts_with("hora")) {
    return std::nullopt;  // las 24 horas
  }
  Reading found = reading(at, *clock, part);
  // "a las 11 personas": the number alone is left as one more way to read it.
  if (part.empty() && !minutes) {
    const auto next = passage.word(told) ? passage.role(List::calendar, told) : "of";
    if (next.empty()) return std::nullopt;
    found.keys.push_back("n:" + std::to_string(clock->hour));
  }
  return found;
}

/// "half past three", "a quarter to five"
std::optional<Clock> past_or_to(const Passage& passage, std::size_t at) {
  const bool quarter = passage.is(at, "a") && passage.is(at + 1, "quarter");
  if (!quarter && !passage.is(at, "half")) return std::nullopt;
  const std::size_t joint = at + (quarter ? 2 : 1);
  const bool to = quarter && passage.is(joint, "to");
  if (!to && !passage.is(joint, "past")) return std::nullopt;
  std::optional<Clock> clock = word_clock(passage, joint + 1);
  if (!clock || clock->minute != 0 || clock->hour > 12) return std::nullopt;
  clock->minute = !quarter ? 30 : to ? 45 : 15;
  if (to) clock->hour = clock->hour == 1 ? 12 : clock->hour - 1;
  return clock;
}

}  // namespace

std::optional<Reading> read_time(const Passage& passage, std::size_t at) {
  if (passage.role(List::calendar, at) == "clock") {
    return Reading{{at, at + 1},
                   AnchorKind::time,
                   {"t:" + std::string(passage.find(List::calendar, at)->value)},
                   {},
                   {}};
  }
  if (auto found = after_lead(passage, at)) return found;
  if (auto clock = past_or_to(passage, at)) {
    const std::string_view part = part_of_day(passage, clock->end);
    return reading(at, *clock, part == "h" ? "" : part);
  }
  if (!passage.digits(at)) {
    // three o'clock, seven in the morning, half past ... only with its part of the day
    auto found = word_clock(passage, at);
    if (!found || found->hour > 12 || found->minute != 0) return std::nullopt;
    Clock& clock = *found;
    const std::string_view part = part_of_day(passage, clock.end);
    if (part.empty()) return std::nullopt;
    if (part == "h") {
      if (!passage.is(clock.end - 1, "clock")) return std::nullopt;
      return reading(at, clock, "");
    }
    return reading(at, clock, part);
  }
  if (!free_figures(passage, at)) return std::nullopt;
  if (auto running = running_time(passage, at)) return running;
  if (auto clock = clock_figures(passage, at)) {
    const bool colon = passage.is(at + 1, ":");
    const bool hour_sign = passage.is(at + 1, "h");
    const bool point = passage.is(at + 1, ".");
    const std::string_view part = part_of_day(passage, clock->end);
    if (colon || hour_sign || (point && !part.empty())) return reading(at, *clock, part);
    return std::nullopt;
  }
  Clock clock;
  const int hour = figures(passage, at, 1);
  if (hour < 0 || hour > 24) return std::nullopt;
  clock = {at + 1, hour, 0, false};
  const std::string_view part = part_of_day(passage, clock.end);
  if (part.empty()) return std::nullopt;
  if (part == "h") {
    if (passage.is(clock.end - 1, "clock")) return reading(at, clock, "");
    return std::nullopt;  // 15 h: hours, by the measures
  }
  if (hour == 0 || (hour > 12 && part != "pm")) return std::nullopt;
  return reading(at, clock, part);
}

}  // namespace cotejo
