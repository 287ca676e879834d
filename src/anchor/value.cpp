#include "anchor/value.hpp"

#include <cassert>
#include <charconv>
#include <numeric>

namespace cotejo {

Value Value::ratio(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator > 0);
  const std::int64_t common = std::gcd(numerator, denominator);
  Value value;
  value.numerator_ = numerator / common;
  value.denominator_ = denominator / common;
  return value;
}

Value Value::parse(std::string_view text) {
  const auto whole = [](std::string_view digits) {
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  };
  const std::size_t bar = text.find('/');
  if (bar == std::string_view::npos) return Value(whole(text));
  const std::int64_t denominator = whole(text.substr(bar + 1));
  return denominator > 0 ? ratio(whole(text.substr(0, bar)), denominator) : Value();
}

std::optional<Value> Value::times(Value other) const {
  // Crosswise first, so that only what truly doesn't fit overflows.
  const Value a = ratio(numerator_, other.denominator_);
  const Value b = ratio(other.numerator_, denominator_);
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  if (__builtin_mul_overflow(a.numerator_, b.numerator_, &numerator) ||
      __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator)) {
    return std::nullopt;
  }
  return ratio(numerator, denominator);
}

std::optional<Value> Value::plus(Value other) const {
  std::int64_t left = 0;
  std::int64_t right = 0;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  if (__builtin_mul_overflow(numerator_, other.denominator_, &left) ||
      __builtin_mul_overflow(other.numerator_, denominator_, &right) ||
      __builtin_add_overflow(left, right, &numerator) ||
      __builtin_mul_overflow(denominator_, other.denominator_, &denominator)) {
    return std::nullopt;
  }
  return ratio(numerator, denominator);
}

std::string Value::text() const {
  std::int64_t rest = denominator_;
  while (rest % 2 == 0) rest /= 2;
  while (rest % 5 == 0) rest /= 5;
  if (rest != 1) return std::to_string(numerator_) + '/' + std::to_string(denominator_);
  std::string text = numerator_ < 0 && numerator_ / denominator_ == 0
                         ? "-0"
                         : std::to_string(numerator_ / denominator_);
  std::uint64_t remainder = static_cast<std::uint64_t>(numerator_ < 0 ? -(numerator_ % denominator_)
                                                                      : numerator_ % denominator_);
  const auto denominator = static_cast<std::uint64_t>(denominator_);
  if (remainder != 0) text += '.';
  for (int places = 0; remainder != 0 && places < 20; ++places) {
    // The remainder is below the denominator; a denominator over 2^60 is cut off, not overflowed.
    if (remainder > UINT64_MAX / 10) break;
    remainder *= 10;
    text += static_cast<char>('0' + remainder / denominator);
    remainder %= denominator;
  }
  return text;
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace cotejo
