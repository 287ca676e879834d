/// @file  What anchors with a value say, taken apart so that it can be compared piece by piece.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/anchor.hpp"
#include "cotejo/span.hpp"
#include "review/wording.hpp"

namespace cotejo {

/// One reading of an anchor: "u:day:5" is head "u:day" and number 5.
struct QuantityKey {
  std::string_view head;
  std::optional<double> number;
  std::optional<int> year, month, day, weekday, minute;
  std::vector<double> parts;  ///< of a time: hours, minutes, seconds
};

struct SaidQuantity {
  const Anchor* anchor = nullptr;
  Range words;
  std::vector<QuantityKey> keys;
  bool figures = false;  ///< written in figures
  bool vague = false;    ///< an order of magnitude
  bool met = false;
  bool loosely = false;  ///< met by what is said in other words, or for another one
};

/// The values that the words of a bead's side stand for.
std::vector<SaidQuantity> quantities(const Side& side, std::span<const ReviewWord> words);

/// How far two say the same.
enum class Agreement { none, number, value, same };
Agreement agreement(const SaidQuantity& a, const SaidQuantity& b);

/// Dates of which one part agrees and another doesn't: the same day of another year.
bool half_agree(const SaidQuantity& a, const SaidQuantity& b);

/// A measure in another unit of the same dimension.
enum class Conversion { none, right, wrong };
Conversion conversion(const SaidQuantity& a, const SaidQuantity& b);

/// Units of one dimension have the same name here: "time", "length"; empty for others.
std::string_view dimension(std::string_view head);

}  // namespace cotejo
