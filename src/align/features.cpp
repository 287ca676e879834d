#include "align/features.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "cotejo/text.hpp"
#include "text/letter.hpp"

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

/// Whether a character begins what is said, as a dash or a quotation mark does not; ¿ and ¡ do.
bool begins_text(std::string_view character) {
  const std::string folded = fold(character);
  if (folded.empty()) return false;
  const char first = folded.front();
  return static_cast<unsigned char>(first) >= 0x80 || (first >= 'a' && first <= 'z') ||
         (first >= '0' && first <= '9');
}

/// The length, the quotation marks, and whether it begins in lower case.
void read_text(std::string_view text, SegmentMarks& mark) {
  constexpr std::u32string_view quotation_marks = U"\"“”«»„";
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    mark.length += 1.0F;
    mark.quotes += quotation_marks.find(c) != quotation_marks.npos;
    if (begun || !begins_text(text.substr(here, at - here))) continue;
    begun = true;
    mark.lower = letter(c) == Letter::lower;
  }
}

/// How it ends, closing marks left out.
void read_end(std::string_view text, SegmentMarks& mark) {
  constexpr std::u32string_view closing_marks = U"\"”»’')]— *“";
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t c = previous_code_point(text, at);
    if (closing_marks.find(c) != closing_marks.npos) continue;
    mark.question = c == '?';
    mark.exclamation = c == '!';
    mark.colon = c == ':';
    mark.ended = c == '.' || c == '?' || c == '!' || c == U'…';
    break;
  }
}

}  // namespace

std::vector<SegmentMarks> marks(const Side& side) {
  std::vector<SegmentMarks> all;
  all.reserve(side.segments.size());
  const bool blocks_tell = std::adjacent_find(side.segments.begin(), side.segments.end(),
                                              [](const Segment& a, const Segment& b) {
                                                return a.block == b.block;
                                              }) != side.segments.end();
  for (const Segment& segment : side.segments) {
    const std::string_view text = slice(side.document.text, segment.span);
    SegmentMarks mark;
    const BlockKind kind = side.document.blocks[segment.block].kind;
    mark.heading = kind == BlockKind::heading || kind == BlockKind::title;
    mark.block_begin = blocks_tell && (&segment == &side.segments.front() ||
                                       segment.block != (&segment - 1)->block);
    read_text(text, mark);
    read_end(text, mark);
    all.push_back(mark);
  }
  return all;
}

namespace {

/// A segment's ratio, made comparable between segments of few and of many terms.
float per_root(float ratio, float terms) { return ratio / std::sqrt(terms + 1.0F); }

bool begins_blocks(const std::vector<SegmentMarks>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [](const SegmentMarks& mark) { return mark.block_begin; });
}

}  // namespace

FeatureModel::FeatureModel(const std::vector<SegmentMarks>& source,
                           const std::vector<SegmentMarks>& target, const LexicalModel& words,
                           const Band& band, const Habits& habits)
    : source_(source),
      target_(target),
      words_(words),
      band_(band),
      habits_(habits),
      blocks_tell_(begins_blocks(source) && begins_blocks(target)) {}

bool FeatureModel::inside(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
  if (!band_.holds(i + a, j + b)) return false;
  if (a == 0 || b == 0) return true;
  return band_.holds(i, j) && band_.holds(i + a - 1, j) && band_.holds(i, j + b - 1) &&
         band_.holds(i + a - 1, j + b - 1);
}

void FeatureModel::measure(std::size_t i, std::size_t a, std::size_t j, std::size_t b,
                           Features& out) const {
  out.fill(0.0F);
  out[habit] = habits_.shape_gain[static_cast<std::size_t>(shape(a, b))];
  if (a == 0 || b == 0) {
    const bool from_source = b == 0;
    const SegmentMarks& mark = from_source ? source_[i] : target_[j];
    const float terms = from_source ? words_.source_terms(i) : words_.target_terms(j);
    const float best = from_source ? words_.best_source(i) : words_.best_target(j);
    out[null_length] = std::log(1.0F + mark.length) - 4.0F;
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
  float source_length = 0;
  float target_length = 0;
  for (std::size_t x = i; x < i + a; ++x) {
    source_length += source_[x].length;
    add_words(words_.source(x, j, b), words_.source_terms(x));
    if (x > i) add_joint(source_[x - 1], source_[x]);
  }
  for (std::size_t y = j; y < j + b; ++y) {
    target_length += target_[y].length;
    add_words(words_.target(i, y, a), words_.target_terms(y));
    if (y > j) add_joint(target_[y - 1], target_[y]);
  }
  const auto expected = static_cast<float>(habits_.ratio) * source_length;
  const float z =
      std::abs(target_length - expected) / std::sqrt(3.5F * (expected + target_length) + 20.0F);
  out[length_distance] = z;
  out[length_squared] = std::min(z * z, 25.0F);
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
  if (a > 1 && b > 1) {
    float best = -1e9F;
    for (std::size_t x = 1; x < a; ++x) {
      for (std::size_t y = 1; y < b; ++y) {
        float split = 0;
        for (std::size_t s = i; s < i + a; ++s) {
          const bool head = s < i + x;
          split += per_root(words_.source(s, head ? j : j + y, head ? y : b - y),
                            words_.source_terms(s));
        }
        for (std::size_t t = j; t < j + b; ++t) {
          const bool head = t < j + y;
          split += per_root(words_.target(head ? i : i + x, t, head ? x : a - x),
                            words_.target_terms(t));
        }
        best = std::max(best, split);
      }
    }
    out[diagonal_gain] = root - best;
  }
  const SegmentMarks& source_end = source_[i + a - 1];
  const SegmentMarks& target_end = target_[j + b - 1];
  out[question_same] = source_end.question && target_end.question;
  out[question_odd] = source_end.question != target_end.question;
  out[exclamation_odd] = source_end.exclamation != target_end.exclamation;
  out[colon_odd] = source_end.colon != target_end.colon;
  int source_quotes = 0;
  int target_quotes = 0;
  for (std::size_t x = i; x < i + a; ++x) source_quotes += source_[x].quotes;
  for (std::size_t y = j; y < j + b; ++y) target_quotes += target_[y].quotes;
  out[quote_odd] = (source_quotes > 0) != (target_quotes > 0);
  out[lower_begin] = static_cast<float>(source_[i].lower) + static_cast<float>(target_[j].lower);
  if (blocks_tell_) {
    out[block_begin_odd] = source_[i].block_begin != target_[j].block_begin;
    out[block_begin_same] = source_[i].block_begin && target_[j].block_begin;
  }
  out[heading_odd] = source_[i].heading != target_[j].heading;
}

}  // namespace cotejo
