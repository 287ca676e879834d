#include "align/habits.hpp"

#include <algorithm>
#include <cmath>

namespace cotejo {
namespace {

constexpr double sure = 0.7;
constexpr double held_terms = 100.0;

struct Usual {
  double spread;
  double held;  // units counted whose worth of the usual is added
};
constexpr std::array<Usual, counts> usual_counts{
    {{3.5, 2000.0}, {0.3, 40.0}, {0.4, 40.0}, {0.2, 20.0}}};

struct UsualMark {
  double share;
  double kept;
};
constexpr std::array<UsualMark, mark_kinds> usual_marks{
    {{0.03, 0.9}, {0.03, 0.7}, {0.03, 0.7}, {0.15, 0.9}, {0.1, 0.8}, {0.1, 0.7}}};
constexpr double held_segments = 10.0;
constexpr double held_marks = 5.0;

double sum(const std::vector<SegmentMarks>& marks, Range segments, std::size_t kind) {
  double all = 0.0;
  for (std::size_t s = segments.begin; s < segments.end; ++s)
    all += static_cast<double>(marks[s].count[kind]);
  return all;
}

double held_ratio(double source, double target, double held) {
  return std::clamp((target + held) / (source + held), 0.5, 2.0);
}

double share_of(const std::vector<SegmentMarks>& marks, std::size_t kind) {
  double found = held_segments * usual_marks[kind].share;
  for (const SegmentMarks& one : marks) found += one.mark[kind];
  return found / (static_cast<double>(marks.size()) + held_segments);
}

/// Counts the terms of a run that are met on the other side, by class.
struct Meetings {
  std::array<double, term_classes> met{};
  std::array<double, term_classes> all{};

  void count(const SideTerms& side, Range own, Range other) {
    for (std::size_t s = own.begin; s < own.end; ++s) {
      for (const Term& term : side.of(s)) {
        const TermType& type = side.types[term.type];
        const auto kind = static_cast<std::size_t>(type.kind);
        all[kind] += 1.0;
        if (const Posting* posting = type.met_in(other))
          met[kind] += static_cast<double>(posting->strength);
      }
    }
  }
};

}  // namespace

Habits usual_habits(const std::vector<SegmentMarks>& source,
                    const std::vector<SegmentMarks>& target) {
  Habits habits;
  for (std::size_t c = 0; c < counts; ++c) {
    habits.count[c] = {held_ratio(sum(source, {0, source.size()}, c),
                                  sum(target, {0, target.size()}, c), usual_counts[c].held),
                       usual_counts[c].spread};
  }
  for (std::size_t k = 0; k < mark_kinds; ++k)
    habits.mark[k] = {share_of(source, k), share_of(target, k), usual_marks[k].kept};
  habits.met = usual_met;
  return habits;
}

Habits habits_of(const std::vector<Bead>& ladder, const Terms& terms,
                 const std::vector<SegmentMarks>& source, const std::vector<SegmentMarks>& target) {
  std::vector<Bead> pairs;
  for (const Bead& bead : ladder) {
    if (!bead.source.empty() && !bead.target.empty() && bead.confidence >= sure)
      pairs.push_back(bead);
  }
  Habits habits = usual_habits(source, target);
  for (std::size_t c = 0; c < counts; ++c) {
    const double held = usual_counts[c].held;
    double from = 0.0;
    double to = 0.0;
    for (const Bead& bead : pairs) {
      from += sum(source, bead.source, c);
      to += sum(target, bead.target, c);
    }
    const double ratio = held_ratio(from, to, held);
    double squares = held * usual_counts[c].spread;
    for (const Bead& bead : pairs) {
      const double error = sum(target, bead.target, c) - ratio * sum(source, bead.source, c);
      squares += error * error;
    }
    habits.count[c] = {ratio, squares / (ratio * from + to + held)};
  }
  for (std::size_t k = 0; k < mark_kinds; ++k) {
    double on_source = 0.0;
    double on_target = 0.0;
    double on_both = 0.0;
    for (const Bead& bead : pairs) {
      if (bead.source.size() != 1 || bead.target.size() != 1) continue;
      const bool s = source[bead.source.begin].mark[k];
      const bool t = target[bead.target.begin].mark[k];
      on_source += s;
      on_target += t;
      on_both += s && t;
    }
    habits.mark[k].kept = (on_both + held_marks * usual_marks[k].kept) /
                          (std::min(on_source, on_target) + held_marks);
  }
  Meetings meetings;
  for (const Bead& bead : pairs) {
    meetings.count(terms.source, bead.source, bead.target);
    meetings.count(terms.target, bead.target, bead.source);
  }
  for (std::size_t c = 0; c < term_classes; ++c)
    habits.met[c] = (meetings.met[c] + held_terms * usual_met[c]) / (meetings.all[c] + held_terms);
  return habits;
}

}  // namespace cotejo
