#include "align/features.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace cotejo {

Shape shape(std::size_t a, std::size_t b) {
  if (a > b) std::swap(a, b);
  if (a == 0) return Shape::null;
  if (a == 1)
    return b == 1   ? Shape::one_one
           : b == 2 ? Shape::one_two
           : b == 3 ? Shape::one_three
                    : Shape::one_many;
  if (a == 2) return b == 2 ? Shape::two_two : b == 3 ? Shape::two_three : Shape::many_many;
  return Shape::many_many;
}

namespace {

/// A segment's ratio, made comparable between segments of few and of many terms.
float per_root(float ratio, float terms) { return ratio / std::sqrt(terms + 1.0F); }

bool begins_blocks(const std::vector<SegmentMarks>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [](const SegmentMarks& mark) { return mark.block_begin; });
}

/// Adds the segment behind a run to it.
void join(SegmentMarks& run, const SegmentMarks& next) {
  for (std::size_t c = 0; c < counts; ++c) run.count[c] += next.count[c];
  for (const Mark kind : {Mark::question, Mark::exclamation, Mark::colon, Mark::closing})
    run.mark[static_cast<std::size_t>(kind)] = next.has(kind);
  if (next.has(Mark::quotation)) run.mark[static_cast<std::size_t>(Mark::quotation)] = true;
}

constexpr float held_characters = 20.0F;  // keeps the shortest segments apart

/// The characters before each segment, and at last of all.
std::vector<float> running_characters(const std::vector<SegmentMarks>& marks) {
  std::vector<float> before{0.0F};
  for (const SegmentMarks& one : marks) before.push_back(before.back() + one.of(Count::characters));
  return before;
}

MarkRatios mark_ratios(const Habits& habits) {
  MarkRatios ratios;
  for (std::size_t k = 0; k < mark_kinds; ++k) {
    const auto [source, target, kept] = habits.mark[k];
    const double rarer = std::min(source, target);
    const double both = std::max(kept * rarer, source * target);
    const auto ratio = [&](double together, double a, double b) {
      return static_cast<float>(std::log(std::max(together, 0.05 * rarer) / (a * b)));
    };
    ratios[k][1][1] = ratio(both, source, target);
    ratios[k][1][0] = ratio(source - both, source, 1.0 - target);
    ratios[k][0][1] = ratio(target - both, 1.0 - source, target);
    ratios[k][0][0] = ratio(1.0 - source - target + both, 1.0 - source, 1.0 - target);
  }
  return ratios;
}

}  // namespace

FeatureModel::FeatureModel(const std::vector<SegmentMarks>& source,
                           const std::vector<SegmentMarks>& target, const LexicalModel& words,
                           const Band& band, const Habits& habits, const EmbeddingScore* embeddings)
    : source_(source),
      target_(target),
      words_(words),
      band_(band),
      habits_(habits),
      source_before_(running_characters(source)),
      target_before_(running_characters(target)),
      ratios_(mark_ratios(habits)),
      embeddings_(embeddings),
      blocks_tell_(begins_blocks(source) && begins_blocks(target)) {}

float FeatureModel::distance(Count kind, const SegmentMarks& source,
                             const SegmentMarks& target) const {
  const CountHabit& habit = habits_.count[static_cast<std::size_t>(kind)];
  const float expected = static_cast<float>(habit.ratio) * source.of(kind);
  const float held = kind == Count::characters ? held_characters : 0.5F;
  return std::abs(target.of(kind) - expected) /
         std::sqrt(static_cast<float>(habit.spread) * (expected + target.of(kind)) + held);
}

bool FeatureModel::long_as_each_other(std::size_t i, std::size_t a, std::size_t j,
                                      std::size_t b) const {
  constexpr float hopeless = 7.0F;  // standard deviations
  const CountHabit& habit = habits_.count[static_cast<std::size_t>(Count::characters)];
  const float expected =
      static_cast<float>(habit.ratio) * (source_before_[i + a] - source_before_[i]);
  const float found = target_before_[j + b] - target_before_[j];
  const float gap = found - expected;
  return gap * gap <= hopeless * hopeless *
                          (static_cast<float>(habit.spread) * (expected + found) + held_characters);
}

float FeatureModel::length_distance(Range source, Range target) const {
  SegmentMarks source_run = source_[source.begin];
  SegmentMarks target_run = target_[target.begin];
  for (std::size_t x = source.begin + 1; x < source.end; ++x) join(source_run, source_[x]);
  for (std::size_t y = target.begin + 1; y < target.end; ++y) join(target_run, target_[y]);
  return distance(Count::characters, source_run, target_run);
}

bool FeatureModel::inside(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
  if (!band_.holds(i + a, j + b)) return false;
  if (a == 0 || b == 0) return true;
  if (a + b > 3 && !long_as_each_other(i, a, j, b)) return false;
  return band_.holds(i, j) && band_.holds(i + a - 1, j) && band_.holds(i, j + b - 1) &&
         band_.holds(i + a - 1, j + b - 1);
}

void FeatureModel::measure(std::size_t i, std::size_t a, std::size_t j, std::size_t b,
                           Features& out) const {
  out.fill(0.0F);
  if (a == 0 || b == 0) {
    const bool from_source = b == 0;
    const SegmentMarks& mark = from_source ? source_[i] : target_[j];
    const float terms = from_source ? words_.source_terms(i) : words_.target_terms(j);
    const float best = from_source ? words_.best_source(i) : words_.best_target(j);
    out[null_length] = std::log(1.0F + mark.of(Count::characters)) - 4.0F;
    out[null_best] = std::clamp(per_root(best, terms), -4.0F, 8.0F);
    out[null_lower] = mark.lower;
    return;
  }
  float sum = 0;
  float root = 0;
  float mean = 0;
  float weakest = 1e9F;
  const auto add_words = [&](float ratio, float terms) {
    sum += ratio;
    root += per_root(ratio, terms);
    const float own = ratio / (terms + 2.0F);
    mean += own;
    weakest = std::min(weakest, own);
  };
  const auto add_joint = [&](const SegmentMarks& before, const SegmentMarks& behind) {
    out[lower_inside] += behind.lower;
    out[block_inside] += behind.block_begin;
    out[unended_inside] += !before.ended;
  };
  SegmentMarks source_run = source_[i];
  SegmentMarks target_run = target_[j];
  for (std::size_t x = i; x < i + a; ++x) {
    if (x > i) join(source_run, source_[x]);
    add_words(words_.source(x, j, b), words_.source_terms(x));
    if (x > i) add_joint(source_[x - 1], source_[x]);
  }
  for (std::size_t y = j; y < j + b; ++y) {
    if (y > j) join(target_run, target_[y]);
    add_words(words_.target(i, y, a), words_.target_terms(y));
    if (y > j) add_joint(target_[y - 1], target_[y]);
  }
  const float z = distance(Count::characters, source_run, target_run);
  out[Feature::length_distance] = z;
  out[length_squared] = std::min(z * z, 25.0F);
  out[breaks_distance] = distance(Count::breaks, source_run, target_run);
  out[commas_distance] = distance(Count::commas, source_run, target_run);
  out[questions_distance] = distance(Count::questions, source_run, target_run);
  out[words_sum] = sum;
  out[words_root] = root;
  out[words_mean] = mean;
  if (a + b == 2) {
    out[weakest_pair] = weakest;
  } else {
    out[weakest_mean] = weakest;
    // What the other side loses when the first or the last segment of a side is let go.
    float gain = 1e9F;
    const auto other_target = [&](std::size_t from, std::size_t count) {
      float all = 0;
      for (std::size_t y = j; y < j + b; ++y)
        all += per_root(words_.target(from, y, count), words_.target_terms(y));
      return all;
    };
    const auto other_source = [&](std::size_t from, std::size_t count) {
      float all = 0;
      for (std::size_t x = i; x < i + a; ++x)
        all += per_root(words_.source(x, from, count), words_.source_terms(x));
      return all;
    };
    if (a > 1) {
      const float whole = other_target(i, a);
      gain = std::min({gain, whole - other_target(i, a - 1), whole - other_target(i + 1, a - 1)});
    }
    if (b > 1) {
      const float whole = other_source(j, b);
      gain = std::min({gain, whole - other_source(j, b - 1), whole - other_source(j + 1, b - 1)});
    }
    out[weakest_gain] = gain;
  }
  for (std::size_t k = 0; k < mark_kinds; ++k)
    out[question_ratio + k] = ratios_[k][source_run.mark[k]][target_run.mark[k]];
  out[lower_begin] = static_cast<float>(source_[i].lower) + static_cast<float>(target_[j].lower);
  if (blocks_tell_) {
    out[block_begin_odd] = source_[i].block_begin != target_[j].block_begin;
    out[block_begin_same] = source_[i].block_begin && target_[j].block_begin;
  }
  if (embeddings_) out[embedding] = embeddings_->gain(i, a, j, b);
  out[heading_odd] = source_[i].heading != target_[j].heading;
}

}  // namespace cotejo
