#include "train/sample.hpp"

#include <algorithm>
#include <span>

namespace cotejo {
namespace {

constexpr float hopeless = 1e-6F;
constexpr std::size_t piece_beads = 40;  // a piece ends at the first pair after so many beads

/// A rectangle of the lattice that gold speaks of.
struct Zone {
  enum class Kind : std::uint8_t { bead, nulls, open };
  Range source;
  Range target;
  Kind kind = Kind::bead;

  bool allows(std::size_t i, std::size_t j, Step step) const {
    const bool inside = source.begin <= i && i + step.source <= source.end && target.begin <= j &&
                        j + step.target <= target.end;
    if (!inside) return false;
    if (kind == Kind::bead) return step.source == source.size() && step.target == target.size();
    return kind == Kind::open || step.source == 0 || step.target == 0;
  }
};

std::vector<Zone> zones(const std::vector<Bead>& gold, const std::vector<Step>& steps) {
  std::vector<Zone> all;
  for (const Bead& bead : gold) {
    const bool null = bead.source.empty() || bead.target.empty();
    if (null && !all.empty() && all.back().kind == Zone::Kind::nulls) {
      all.back().source.end = bead.source.end;
      all.back().target.end = bead.target.end;
      continue;
    }
    const bool known = std::any_of(steps.begin(), steps.end(), [&](Step step) {
      return step.source == bead.source.size() && step.target == bead.target.size();
    });
    all.push_back({bead.source, bead.target,
                   null    ? Zone::Kind::nulls
                   : known ? Zone::Kind::bead
                           : Zone::Kind::open});
  }
  return all;
}

class Cutter {
 public:
  Cutter(const Measured& measured, const Arcs& posteriors)
      : measured_(measured), posteriors_(posteriors) {}

  Sample cut(std::span<const Zone> zones) const {
    const Band& band = measured_.band();
    const Zone& first = zones.front();
    const Zone& last = zones.back();
    Sample sample;
    sample.source_segments = last.source.end - first.source.begin;
    sample.target_segments = last.target.end - first.target.begin;
    std::vector<std::vector<std::uint32_t>> numbers;  // of the nodes of each row
    const std::size_t top = first.source.begin;
    const std::size_t bottom = last.source.end;
    const auto low = [&](std::size_t i) {
      return std::max<std::size_t>(band.low[i], first.target.begin);
    };
    const auto high = [&](std::size_t i) {
      return std::min<std::size_t>(band.high[i], last.target.end);
    };
    for (std::size_t i = top; i <= bottom; ++i) {
      std::vector<std::uint32_t>& row = numbers.emplace_back();
      for (std::size_t j = low(i); j <= high(i); ++j) row.push_back(sample.nodes++);
    }
    auto zone = zones.begin();
    for (std::size_t i = top; i <= bottom; ++i) {
      for (std::size_t j = low(i); j <= high(i); ++j) {
        while (zone != zones.end() && zone->source.end < i) ++zone;
        add_arcs(
            i, j, zone, zones.end(), bottom, last.target.end,
            [&](std::size_t x, std::size_t y) { return numbers[x - top][y - low(x)]; }, sample);
      }
    }
    return sample;
  }

 private:
  template <typename Iterator, typename Number>
  void add_arcs(std::size_t i, std::size_t j, Iterator zone, Iterator end, std::size_t bottom,
                std::size_t right, const Number& number, Sample& sample) const {
    const std::size_t node = measured_.band().at(i, j);
    Features features;
    for (std::size_t k = 0; k < measured_.steps().size(); ++k) {
      const Step step = measured_.steps()[k];
      if (i + step.source > bottom || j + step.target > right) continue;
      const bool agrees = std::any_of(
          zone, end, [&](const Zone& z) { return z.source.begin <= i && z.allows(i, j, step); });
      if (!agrees && posteriors_.at(node, k) < hopeless) continue;
      if (!measured_.measure(i, j, step, features)) continue;
      sample.arcs.push_back({number(i, j), number(i + step.source, j + step.target),
                             shape(step.source, step.target), agrees});
      sample.features.push_back(features);
    }
  }

  const Measured& measured_;
  const Arcs& posteriors_;
};

}  // namespace

std::vector<Sample> samples(const Measured& measured, const Arcs& posteriors,
                            const std::vector<Bead>& gold) {
  const std::vector<Zone> all = zones(gold, measured.steps());
  const Cutter cutter(measured, posteriors);
  std::vector<Sample> out;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = std::min(begin + piece_beads, all.size());
    while (end < all.size() && all[end - 1].kind != Zone::Kind::bead) ++end;
    if (all.size() - end < piece_beads / 2) end = all.size();
    out.push_back(cutter.cut(std::span(all).subspan(begin, end - begin)));
    begin = end;
  }
  return out;
}

}  // namespace cotejo
