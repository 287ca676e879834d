/// @file  What a document does its own way, as a first pass over it finds.
#pragma once

#include <array>
#include <vector>

#include "align/marks.hpp"
#include "align/ratio.hpp"
#include "align/terms.hpp"
#include "cotejo/align.hpp"

namespace cotejo {

/// How a count of the target follows that of the source in a true pair: mean and variance, as Gale
/// & Church (1993) have them for lengths.
struct CountHabit {
  double ratio = 1.0;   ///< of the target's count to the source's
  double spread = 1.0;  ///< variance for each unit counted, of both sides together
};

/// How often segments have a mark, and how often it is there on both sides of a true pair.
struct MarkHabit {
  double source = 0.0;  ///< share of the segments that have it
  double target = 0.0;
  double kept = 0.0;  ///< share of the rarer side's marks that the other side has too
};

struct Habits {
  std::array<CountHabit, counts> count;
  std::array<MarkHabit, mark_kinds> mark;
  MetRates met{};
};

/// The met rates of documents at large.
constexpr MetRates usual_met{0.87, 0.75, 0.62, 0.12, 0.0};

/// Before anything is known but the two texts.
Habits usual_habits(const std::vector<SegmentMarks>& source,
                    const std::vector<SegmentMarks>& target);

/// From the sure beads of a first ladder, held near the usual while these are few.
Habits habits_of(const std::vector<Bead>& ladder, const Terms& terms,
                 const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target);

/// Links the terms that the sure beads of a first ladder pair again and again though nothing known
/// does: "Yahweh" with "Jehová". By Dunning's log-likelihood ratio; a short document teaches
/// nothing.
void learn_links(const std::vector<Bead>& ladder, Terms& terms);

}  // namespace cotejo
