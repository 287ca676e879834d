#include "align/embedded.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

/// Several sums at once, which is what a processor does as fast as one.
float dot(std::span<const float> a, std::span<const float> b) {
  constexpr std::size_t lanes = 16;
  std::array<float, lanes> sums{};
  std::size_t i = 0;
  for (; i + lanes <= a.size(); i += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) sums[k] += a[i + k] * b[i + k];
  }
  float sum = 0.0F;
  for (; i < a.size(); ++i) sum += a[i] * b[i];
  for (const float one : sums) sum += one;
  return sum;
}

/// The mean distance of a run from the segments of the other side. In a short text those of the
/// bead itself are left out, lest a pair be measured against itself; in a long one they vanish
/// among the others.
std::optional<float> usual_distance(const EmbeddedSide& side, Range run, const EmbeddedSide& other,
                                    Range its_run) {
  constexpr std::size_t short_text = 200;
  float sum = side.along(run, other.sum());
  std::size_t count = other.present();
  if (other.size() <= short_text) {
    for (std::size_t k = its_run.begin; k < its_run.end; ++k) {
      if (!other.has({k, k + 1})) continue;
      sum -= side.cosine(run, other, {k, k + 1});
      --count;
    }
  }
  if (count == 0) return std::nullopt;
  return 1.0F - sum / static_cast<float>(count);
}

}  // namespace

EmbeddedSide::EmbeddedSide(const Side& side, const Embeddings& embeddings, std::size_t most)
    : embeddings_(embeddings),
      most_(most),
      size_(side.segments.size()),
      runs_(size_ * most),
      sum_(embeddings.dimension()) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < size_; ++i) texts.push_back(passage(side, {i, i + 1}));
  for (std::size_t i = 0; i < size_; ++i) {
    std::string text;
    for (std::size_t end = i + 1; end <= std::min(size_, i + most); ++end) {
      if (end > i + 1) text += ' ';
      text += texts[end - 1];
      const auto row = embeddings.row(text);
      if (row) runs_[i * most + end - i - 1] = {*row, 1.0F / std::sqrt(dot(*row, *row))};
    }
  }
  for (std::size_t i = 0; i < size_; ++i) {
    const Run& segment = at({i, i + 1});
    if (segment.scale == 0.0F) continue;
    ++present_;
    for (std::size_t d = 0; d < sum_.size(); ++d) sum_[d] += segment.scale * segment.row[d];
  }
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t end = i + 2; end <= std::min(size_, i + most); ++end) {
      if (!has({i, end})) runs_[i * most + end - i - 1] = mean({i, end});
    }
  }
}

EmbeddedSide::Run EmbeddedSide::mean(Range run) const {
  float squares = 0.0F;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (!has({i, i + 1})) return {};
    for (std::size_t k = run.begin; k < run.end; ++k) {
      if (has({k, k + 1})) squares += cosine({i, i + 1}, *this, {k, k + 1});
    }
  }
  constexpr float least = 1e-4F;  // less is what opposites leave when they cancel out
  return squares > least ? Run{{}, 1.0F / std::sqrt(squares)} : Run{};
}

float EmbeddedSide::along(Range run, std::span<const float> vector) const {
  const Run& known = at(run);
  if (!known.row.empty()) return known.scale * dot(known.row, vector);
  float sum = 0.0F;
  for (std::size_t i = run.begin; i < run.end; ++i) sum += along({i, i + 1}, vector);
  return known.scale * sum;
}

float EmbeddedSide::cosine(Range run, const EmbeddedSide& other, Range its_run) const {
  const Run& its = other.at(its_run);
  if (!its.row.empty()) return its.scale * along(run, its.row);
  float sum = 0.0F;
  for (std::size_t k = its_run.begin; k < its_run.end; ++k) sum += cosine(run, other, {k, k + 1});
  return its.scale * sum;
}

EmbeddingScore::EmbeddingScore(const Side& source, const Side& target,
                               const EmbeddingPair& embeddings, std::size_t most_per_side)
    : source_(source, embeddings.source, most_per_side),
      target_(target, embeddings.target, most_per_side) {
  const auto warn = [&](const Side& side, const EmbeddedSide& embedded, const Embeddings& from) {
    const std::size_t missing = embedded.size() - embedded.present();
    if (missing == 0) return;
    warnings_.push_back(
        Message{"{1}: {2} of {3} segments have no usable vector in {4}; they are aligned without",
                {side.document.source, std::to_string(missing), std::to_string(embedded.size()),
                 from.name()}});
  };
  warn(source, source_, embeddings.source);
  warn(target, target_, embeddings.target);
}

std::optional<float> EmbeddingScore::cost(Range source, Range target) const {
  if (source.empty() || target.empty()) return std::nullopt;
  if (!source_.has(source) || !target_.has(target)) return std::nullopt;
  const auto from_source = usual_distance(source_, source, target_, target);
  const auto from_target = usual_distance(target_, target, source_, source);
  if (!from_source && !from_target) return std::nullopt;
  const float usual = !from_source   ? *from_target
                      : !from_target ? *from_source
                                     : (*from_source + *from_target) / 2.0F;
  constexpr float least = 1e-6F;  // all sentences alike: nothing can be told from them
  if (!(usual > least)) return std::nullopt;
  return std::max(0.0F, 1.0F - source_.cosine(source, target_, target)) / usual;
}

float EmbeddingScore::gain(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
  const auto measured = cost({i, i + a}, {j, j + b});
  return measured ? 15.0F * (0.7F - std::clamp(*measured, 0.1F, 1.1F)) : 0.0F;
}

}  // namespace cotejo
