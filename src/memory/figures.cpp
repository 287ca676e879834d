#include "memory/figures.hpp"

#include <algorithm>

#include "text/letter.hpp"

namespace cotejo {
namespace {

/// What can stand inside a number; its length in bytes, or 0.
std::size_t inner_mark(std::string_view text) {
  for (const std::string_view mark : {".", ",", "'", "\u2019", " ", "\u00A0", "\u202F", "\u2009"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

/// A space parts thousands only; point and comma stand before any number of digits.
bool inside(std::string_view mark, std::size_t digits) {
  return digits > 0 && (mark == "." || mark == "," || digits == 3);
}

/// Without zeros that say nothing: "007.50" is "7.5".
std::string plain(std::string whole, std::string part) {
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  part.erase(part.find_last_not_of('0') + 1);
  if (whole.empty()) whole.push_back('0');
  if (!part.empty()) whole.append(1, '.').append(part);
  return whole;
}

}  // namespace

std::vector<Span> digit_stretches(std::string_view text) {
  std::vector<Span> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + digits_at(text, at);
    for (;;) {
      const std::size_t mark = inner_mark(text.substr(end));
      const std::size_t more = digits_at(text, end + mark);
      if (mark == 0 || !inside(text.substr(end, mark), more)) break;
      end += mark + more;
    }
    found.push_back({at, end});
    at = end;
  }
  return found;
}

std::vector<WrittenNumber> read_figures(std::string_view stretch) {
  std::vector<std::string> groups;
  std::vector<std::string> marks;
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t digits = digits_at(stretch, at);
    groups.emplace_back(stretch.substr(at, digits));
    at += digits;
    if (at == stretch.size()) break;
    const std::size_t mark = inner_mark(stretch.substr(at));
    if (mark == 0) return {};
    marks.emplace_back(stretch.substr(at, mark));
    at += mark;
  }
  const auto thousands = [&](std::size_t count) {  // the first groups are one whole number
    for (std::size_t i = 1; i < count; ++i) {
      if (groups[i].size() != 3 || marks[i - 1] != marks[0]) return false;
    }
    return groups[0].size() <= 3 || count == 1;
  };
  const auto joined = [&](std::size_t count) {
    std::string whole;
    for (std::size_t i = 0; i < count; ++i) whole += groups[i];
    return whole;
  };
  std::vector<WrittenNumber> readings;
  const std::size_t count = groups.size();
  if (thousands(count)) readings.push_back({joined(count), "", count > 1 ? marks[0] : "", ""});
  if (count > 1 && (marks.back() == "." || marks.back() == ",") && thousands(count - 1) &&
      (count == 2 || marks.back() != marks[0])) {
    readings.push_back({joined(count - 1), groups.back(), count > 2 ? marks[0] : "", marks.back()});
  }
  return readings;
}

std::string written(const WrittenNumber& figures) {
  std::string out;
  for (std::size_t i = 0; i < figures.whole.size(); ++i) {
    if (i > 0 && (figures.whole.size() - i) % 3 == 0) out += figures.grouping;
    out += figures.whole[i];
  }
  return figures.part.empty() ? out : out + figures.mark + figures.part;
}

std::optional<std::string> shifted(std::string_view decimal, int power) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const std::size_t point = std::min(decimal.find('.'), decimal.size());
  std::string digits(decimal.substr(0, point));
  if (point < decimal.size()) digits += decimal.substr(point + 1);
  if (digits.empty() ||
      !std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c); })) {
    return std::nullopt;
  }
  std::ptrdiff_t place = static_cast<std::ptrdiff_t>(point) + power;  // of the point among them
  if (place <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - place), '0');
    place = 1;
  }
  const auto whole = static_cast<std::size_t>(place);
  if (whole > digits.size()) digits.append(whole - digits.size(), '0');
  std::string out(negative ? 1 : 0, '-');
  return out += plain(digits.substr(0, whole), digits.substr(whole));
}

std::string value(const WrittenNumber& figures) { return plain(figures.whole, figures.part); }

}  // namespace cotejo
