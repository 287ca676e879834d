/// @file  What of a segment is not in its words: its length, its punctuation, its place in a block.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "cotejo/align.hpp"

namespace cotejo {

/// What a segment has many of.
enum class Count : std::uint8_t {
  characters,  ///< code points
  breaks,      ///< the segment, and the marks inside that could end one: ; : . ? ! …
  commas,
  questions,  ///< question marks
};
constexpr std::size_t counts = 4;

/// What a segment has or has not.
enum class Mark : std::uint8_t {
  question,     ///< ends with a question mark
  exclamation,  ///< ends with an exclamation mark
  colon,        ///< ends with a colon
  quotation,    ///< holds a quotation mark
  opening,      ///< begins with a quotation mark or a dash
  closing,      ///< ends with a quotation mark
};
constexpr std::size_t mark_kinds = 6;

struct SegmentMarks {
  std::array<float, counts> count{};
  std::array<bool, mark_kinds> mark{};
  bool ended = false;        ///< by . ? ! … or a closing mark behind it
  bool lower = false;        ///< begins in lower case
  bool block_begin = false;  ///< false throughout where blocks tell nothing: each holds one segment
  bool heading = false;

  float of(Count kind) const { return count[static_cast<std::size_t>(kind)]; }
  bool has(Mark kind) const { return mark[static_cast<std::size_t>(kind)]; }
};

std::vector<SegmentMarks> marks(const Side& side);

/// What of a run of segments is a sum over them: as many of the first as there are Counts.
enum Sum : std::size_t {
  quotations = counts,  ///< segments that hold a quotation mark
  lowers,               ///< segments that begin in lower case
  unended,              ///< segments that end without a final mark
  block_begins,
  sums,
};

/// The sums of any run.
class MarkSums {
 public:
  explicit MarkSums(const std::vector<SegmentMarks>& marks);

  float of(Range run, std::size_t sum) const {
    return static_cast<float>(before_[run.end][sum] - before_[run.begin][sum]);
  }

 private:
  std::vector<std::array<std::int32_t, sums>> before_;  // over the segments before each
};

}  // namespace cotejo
