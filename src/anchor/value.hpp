/// @file  Exact numbers: what "3.5 billion" and "two thirds" say, without a rounding between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// A fraction in lowest terms; the denominator is positive. "2.50" and "2,5" are both 5/2.
class Value {
 public:
  constexpr Value() = default;
  constexpr explicit Value(std::int64_t whole) : numerator_(whole) {}

  /// numerator / denominator; the denominator must be positive.
  static Value ratio(std::int64_t numerator, std::int64_t denominator);
  /// A table's number: "1000", "1/3".
  static Value parse(std::string_view text);

  /// Empty when the outcome doesn't fit into 63 bits.
  std::optional<Value> times(Value other) const;
  std::optional<Value> plus(Value other) const;
  Value negative() const { return ratio(-numerator_, denominator_); }

  bool whole() const { return denominator_ == 1; }
  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }

  /// As keys write it: "3500000000", "0.5", "-3", and "2/3" where no finite decimal will do.
  std::string text() const;

  friend constexpr bool operator==(Value, Value) = default;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

/// A number that isn't negative, with zeros before it up to `width` digits: "03".
std::string padded(std::int64_t number, std::size_t width);

}  // namespace cotejo
