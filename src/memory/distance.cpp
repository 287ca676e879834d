#include "memory/distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cotejo/similarity.hpp"

namespace cotejo {
namespace {

constexpr std::size_t other_form = 1;
constexpr std::size_t other_number = 2;
constexpr std::size_t most_cells = std::size_t{1} << 22;  // of the table that steps() keeps

std::size_t exchange(const Tokened& a, std::size_t i, const Tokened& b, std::size_t j) {
  const TextToken& left = a.tokens[i];
  const TextToken& right = b.tokens[j];
  if (left.key == right.key && left.kind == right.kind) {
    return slice(a.text, left.span) == slice(b.text, right.span) ? 0 : other_form;
  }
  if (left.kind == TextTokenKind::number && right.kind == TextTokenKind::number)
    return other_number;
  return std::max(weight(left.kind), weight(right.kind));
}

/// Sums of weights before each token, and of all.
std::vector<std::size_t> sums(const std::vector<TextToken>& tokens) {
  std::vector<std::size_t> sums{0};
  sums.reserve(tokens.size() + 1);
  for (const TextToken& token : tokens) sums.push_back(sums.back() + weight(token.kind));
  return sums;
}

constexpr std::size_t apart(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

constexpr std::size_t far = std::numeric_limits<std::size_t>::max() / 2;

/// Rows of the table of distances between beginnings of a and of b, one after the other, in the
/// band of cells that `most` reaches; the others are far.
template <typename TakeRow>
void each_row(const Tokened& a, const Tokened& b, std::size_t most, TakeRow take) {
  const std::vector<std::size_t> left = sums(a.tokens);
  const std::vector<std::size_t> right = sums(b.tokens);
  const std::size_t width = right.size();
  std::vector<std::size_t> above(width, far);
  std::vector<std::size_t> row(width, far);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::fill(row.begin(), row.end(), far);
    while (begin < width && right[begin] + most < left[i]) ++begin;
    std::size_t least = far;
    for (std::size_t j = begin; j < width && right[j] <= left[i] + most; ++j) {
      std::size_t best = i == 0 && j == 0 ? 0 : far;
      if (i > 0) best = std::min(best, above[j] + (left[i] - left[i - 1]));
      if (j > 0) best = std::min(best, row[j - 1] + (right[j] - right[j - 1]));
      if (i > 0 && j > 0) best = std::min(best, above[j - 1] + exchange(a, i - 1, b, j - 1));
      row[j] = best;
      least = std::min(least, best);
    }
    if (!take(row) || least > most) return;
    std::swap(above, row);
  }
}

std::optional<std::size_t> last_cell(const Tokened& a, const Tokened& b, std::size_t most) {
  std::size_t rows = 0;
  std::size_t last = far;
  each_row(a, b, most, [&](const std::vector<std::size_t>& row) {
    if (++rows == a.tokens.size() + 1) last = row.back();
    return true;
  });
  return last <= most ? std::optional(last) : std::nullopt;
}

void add(std::vector<Span>& spans, bool touches, Span span) {
  if (touches) {
    spans.back().end = span.end;
  } else {
    spans.push_back(span);
  }
}

}  // namespace

std::optional<std::size_t> distance(const Tokened& a, const Tokened& b, std::size_t most) {
  if (apart(weight(a.tokens), weight(b.tokens)) > most) return std::nullopt;
  return last_cell(a, b, most);
}

double score_at(std::size_t distance, std::size_t weight) {
  if (weight == 0) return 0.0;
  return std::clamp(100.0 - 100.0 * static_cast<double>(distance) / static_cast<double>(weight),
                    0.0, 99.0);
}

std::size_t most_distance(double least_score, std::size_t weight) {
  if (least_score > 99.0) return 0;
  auto most = static_cast<std::size_t>(static_cast<double>(weight) *
                                       std::max(0.0, 100.0 - least_score) / 100.0);
  while (most > 0 && score_at(most, weight) < least_score) --most;
  while (most < weight && score_at(most + 1, weight) >= least_score) ++most;
  return most;
}

std::vector<EditStep> steps(const Tokened& a, const Tokened& b) {
  if ((a.tokens.size() + 1) * (b.tokens.size() + 1) > most_cells) return {};
  const auto whole = std::max(weight(a.tokens), weight(b.tokens));
  // The band of the distance itself is found by doubling, so that long texts that are alike need
  // little room.
  std::size_t most = 40;
  while (most < whole && !distance(a, b, most)) most *= 2;
  most = std::min(most, 2 * whole);
  std::vector<std::vector<std::size_t>> rows;
  each_row(a, b, most, [&](const std::vector<std::size_t>& row) {
    rows.push_back(row);
    return true;
  });
  std::vector<EditStep> way;
  std::size_t i = a.tokens.size();
  std::size_t j = b.tokens.size();
  if (rows.size() != i + 1 || rows[i][j] >= far) return way;
  while (i > 0 || j > 0) {
    const std::size_t here = rows[i][j];
    if (i > 0 && j > 0 && rows[i - 1][j - 1] + exchange(a, i - 1, b, j - 1) == here) {
      way.push_back({i - 1, j - 1, here - rows[i - 1][j - 1]});
      --i, --j;
    } else if (i > 0 && rows[i - 1][j] + weight(a.tokens[i - 1].kind) == here) {
      way.push_back({i - 1, std::nullopt, weight(a.tokens[i - 1].kind)});
      --i;
    } else {
      way.push_back({std::nullopt, j - 1, weight(b.tokens[j - 1].kind)});
      --j;
    }
  }
  std::reverse(way.begin(), way.end());
  return way;
}

double similarity(std::string_view a, std::string_view b) {
  if (a == b) return 100.0;
  const Tokened left{a, tokens(a)};
  const Tokened right{b, tokens(b)};
  const std::size_t whole = std::max(weight(left.tokens), weight(right.tokens));
  return score_at(distance(left, right, 2 * whole).value_or(whole), whole);
}

Difference difference(std::string_view a, std::string_view b) {
  Difference found;
  const Tokened left{a, tokens(a)};
  const Tokened right{b, tokens(b)};
  bool touches_a = false;
  bool touches_b = false;
  for (const EditStep& step : steps(left, right)) {
    if (step.a && step.cost > 0) add(found.a, touches_a, left.tokens[*step.a].span);
    if (step.b && step.cost > 0) add(found.b, touches_b, right.tokens[*step.b].span);
    if (step.a) touches_a = step.cost > 0;
    if (step.b) touches_b = step.cost > 0;
  }
  return found;
}

}  // namespace cotejo
