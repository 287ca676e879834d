/// @file  Numbers of any size below or above one, for sums over all the ways through a lattice.
#pragma once

#include <utility>

namespace cotejo {

/// A number that is not negative: mantissa * 2^(512 * exponent). A path through a missing chapter
/// is less probable than a double can say; logarithms can say it, but sums of them are slow.
class Wide {
 public:
  constexpr Wide() = default;
  constexpr explicit Wide(double value) : mantissa_(value) { settle(); }

  constexpr bool zero() const { return mantissa_ == 0.0; }

  constexpr Wide& operator+=(Wide other) {
    if (other.exponent_ == exponent_) {
      mantissa_ += other.mantissa_;
    } else if (!other.zero()) {
      if (zero() || other.exponent_ > exponent_) std::swap(*this, other);
      if (other.exponent_ == exponent_ - 1) mantissa_ += other.mantissa_ * down;
    }
    settle();
    return *this;
  }
  /// A product is there to be added: its mantissa is settled with the sum. `b` is from 2^-256 to
  /// 2^256, or 0.
  friend constexpr Wide operator*(Wide a, double b) {
    a.mantissa_ *= b;
    return a;
  }
  /// The same; one of the factors is a product at most.
  friend constexpr Wide operator*(Wide a, Wide b) {
    a.mantissa_ *= b.mantissa_;
    a.exponent_ += b.exponent_;
    return a;
  }
  /// The share of a whole that is not zero and not smaller than this, 0 to 1; both are sums.
  friend constexpr double share(Wide part, Wide whole) {
    const int gap = part.exponent_ - whole.exponent_;
    const double ratio = part.mantissa_ / whole.mantissa_;
    return gap == 0 ? ratio : gap == -1 ? ratio * down : gap == 1 ? ratio * up : 0.0;
  }

 private:
  static constexpr double up = 0x1p512;
  static constexpr double down = 0x1p-512;

  /// Keeps the mantissa where products of two and sums of many stay inside a double.
  constexpr void settle() {
    if (mantissa_ == 0.0) {
      exponent_ = 0;
    } else if (mantissa_ < 0x1p-256) {
      mantissa_ *= up;
      --exponent_;
    } else if (mantissa_ >= 0x1p256) {
      mantissa_ *= down;
      ++exponent_;
    }
  }

  double mantissa_ = 0.0;
  int exponent_ = 0;
};

}  // namespace cotejo
