/// @file  Which numbers, dates, names and quotations of one edition are counterparts of which of
/// the other.
#pragma once

#include <cstddef>
#include <vector>

#include "cotejo/report.hpp"

namespace cotejo {

/// What stands in each segment, by number: `spans` may overlap and be in any order.
std::vector<std::vector<std::size_t>> by_segment(const Side& side, const std::vector<Span>& spans);

/// The spans of a side's anchors.
std::vector<Span> spans(const Side& side);

/// Counterparts have one number, from 1; anchors without one have 0. What stands several times in a
/// bead on one side and fewer times on the other shares a number.
struct Links {
  std::vector<std::size_t> source;  ///< of each anchor
  std::vector<std::size_t> target;
  std::vector<std::size_t> first_source;  ///< of each number: the first anchor that has it
  std::vector<std::size_t> first_target;
};

/// Anchors are counterparts when they share a key and a bead; quotations when their bead has as
/// many on both sides, in their order.
Links find_links(const Report& report);

}  // namespace cotejo
