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

bool begins_blocks(const std::vector<SegmentMarks>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [](const SegmentMarks& mark) { return mark.block_begin; });
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
      source_sums_(source),
      target_sums_(target),
      mark_ratios_(mark_ratios(habits)),
      embeddings_(embeddings),
      blocks_tell_(begins_blocks(source) && begins_blocks(target)) {
  constexpr float held_characters = 20.0F;  // keeps the shortest segments apart
  for (std::size_t c = 0; c < counts; ++c) {
    ratio_[c] = static_cast<float>(habits.count[c].ratio);
    spread_[c] = static_cast<float>(habits.count[c].spread);
    held_[c] = c == 0 ? held_characters : 0.5F;
  }
}

std::array<float, counts> FeatureModel::distances(Range source, Range target) const {
  std::array<float, counts> out;
  for (std::size_t c = 0; c < counts; ++c) {
    const float expected = ratio_[c] * source_sums_.of(source, c);
    const float found = target_sums_.of(target, c);
    out[c] = std::abs(found - expected) / std::sqrt(spread_[c] * (expected + found) + held_[c]);
  }
  return out;
}

float FeatureModel::length_distance(Range source, Range target) const {
  return distances(source, target)[0];
}

bool FeatureModel::hopeless(Range source, Range target) const {
  constexpr float most = 7.0F;  // standard deviations
  const float expected = ratio_[0] * source_sums_.of(source, 0);
  const float found = target_sums_.of(target, 0);
  const float gap = found - expected;
  return gap * gap > most * most * (spread_[0] * (expected + found) + held_[0]);
}

Range FeatureModel::columns(std::size_t i, std::size_t a, std::size_t b) const {
  if (i + a >= band_.rows()) return {};
  const auto less = [](std::size_t x, std::size_t y) { return std::max(x, y) - y; };
  // Both ends of the band only rise: the corners speak for the rest.
  const std::size_t begin =
      std::max<std::size_t>(band_.low[i + less(a, 1)], less(band_.low[i + a], b));
  const std::size_t end = less(
      std::min<std::size_t>(band_.high[i] + std::min<std::size_t>(b, 1), band_.high[i + a]) + 1, b);
  return {begin, std::max(begin, end)};
}

void FeatureModel::measure(std::size_t i, std::size_t a, std::size_t j, std::size_t b,
                           Features& out) const {
  if (a == 0 || b == 0) {
    out.fill(0.0F);
    const bool from_source = b == 0;
    const SegmentMarks& mark = from_source ? source_[i] : target_[j];
    const float root = from_source ? words_.source_root(i) : words_.target_root(j);
    const float best = from_source ? words_.best_source(i) : words_.best_target(j);
    out[null_length] = std::log(1.0F + mark.of(Count::characters)) - 4.0F;
    out[null_best] = std::clamp(best / root, -4.0F, 8.0F);
    out[null_lower] = mark.lower;
    return;
  }
  float sum = 0;
  float mean = 0;
  float weakest = 1e9F;
  const auto add_words = [&](float ratio, float terms) {
    sum += ratio;
    const float own = ratio / (terms + 2.0F);
    mean += own;
    weakest = std::min(weakest, own);
  };
  // Ratios over the roots of the numbers of terms are comparable between segments of few and many.
  float source_roots = 0;
  float target_roots = 0;
  for (std::size_t x = i; x < i + a; ++x) {
    const float ratio = words_.source(x, j, b);
    add_words(ratio, words_.source_terms(x));
    source_roots += ratio / words_.source_root(x);
  }
  float roots = source_roots;
  for (std::size_t y = j; y < j + b; ++y) {
    const float ratio = words_.target(i, y, a);
    add_words(ratio, words_.target_terms(y));
    const float rooted = ratio / words_.target_root(y);
    target_roots += rooted;
    roots += rooted;
  }
  const Range source{i, i + a};
  const Range target{j, j + b};
  const std::array<float, counts> z = distances(source, target);
  out[Feature::length_distance] = z[0];
  out[length_squared] = std::min(z[0] * z[0], 25.0F);
  out[breaks_distance] = z[1];
  out[commas_distance] = z[2];
  out[questions_distance] = z[3];
  out[words_sum] = sum;
  out[words_root] = roots;
  out[words_mean] = mean;
  if (a + b == 2) {
    out[weakest_mean] = out[weakest_gain] = 0.0F;
    out[weakest_pair] = weakest;
    out[lower_inside] = out[unended_inside] = out[block_inside] = 0.0F;
  } else {
    out[weakest_mean] = weakest;
    out[weakest_pair] = 0.0F;
    // What the other side loses when the first or the last segment of a side is let go.
    float gain = 1e9F;
    if (a > 1) {
      float first = 0;
      float last = 0;
      for (std::size_t y = j; y < j + b; ++y) {
        last += words_.target(i, y, a - 1) / words_.target_root(y);
        first += words_.target(i + 1, y, a - 1) / words_.target_root(y);
      }
      gain = std::min({gain, target_roots - last, target_roots - first});
    }
    if (b > 1) {
      float first = 0;
      float last = 0;
      for (std::size_t x = i; x < i + a; ++x) {
        last += words_.source(x, j, b - 1) / words_.source_root(x);
        first += words_.source(x, j + 1, b - 1) / words_.source_root(x);
      }
      gain = std::min({gain, source_roots - last, source_roots - first});
    }
    out[weakest_gain] = gain;
    const auto both = [&](Range source_run, Range target_run, Sum kind) {
      return source_sums_.of(source_run, kind) + target_sums_.of(target_run, kind);
    };
    const Range source_behind{i + 1, i + a};
    const Range target_behind{j + 1, j + b};
    out[lower_inside] = both(source_behind, target_behind, lowers);
    out[unended_inside] = both({i, i + a - 1}, {j, j + b - 1}, unended);
    out[block_inside] = both(source_behind, target_behind, block_begins);
  }
  const auto ratio = [&](Mark kind, bool on_source, bool on_target) {
    const auto k = static_cast<std::size_t>(kind);
    out[question_ratio + k] = mark_ratios_[k][on_source][on_target];
  };
  const SegmentMarks& source_end = source_[i + a - 1];
  const SegmentMarks& target_end = target_[j + b - 1];
  for (const Mark kind : {Mark::question, Mark::exclamation, Mark::colon, Mark::closing})
    ratio(kind, source_end.has(kind), target_end.has(kind));
  ratio(Mark::opening, source_[i].has(Mark::opening), target_[j].has(Mark::opening));
  ratio(Mark::quotation, source_sums_.of(source, quotations) > 0.0F,
        target_sums_.of(target, quotations) > 0.0F);
  out[lower_begin] = static_cast<float>(source_[i].lower) + static_cast<float>(target_[j].lower);
  const bool source_begins = blocks_tell_ && source_[i].block_begin;
  const bool target_begins = blocks_tell_ && target_[j].block_begin;
  out[block_begin_odd] = source_begins != target_begins;
  out[block_begin_same] = source_begins && target_begins;
  out[heading_odd] = source_[i].heading != target_[j].heading;
  out[embedding] = embeddings_ ? embeddings_->gain(i, a, j, b) : 0.0F;
  out[null_length] = out[null_best] = out[null_lower] = 0.0F;
}

}  // namespace cotejo
