#include "cotejo/accuracy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cotejo {
namespace {

/// A bead by its segments alone; an empty side is the same wherever it stands.
using Key = std::array<std::size_t, 4>;

Key key(const Bead& bead) {
  Key out{};
  if (!bead.source.empty()) {
    out[0] = bead.source.begin;
    out[1] = bead.source.end;
  }
  if (!bead.target.empty()) {
    out[2] = bead.target.begin;
    out[3] = bead.target.end;
  }
  return out;
}

struct Parts {
  std::vector<Key> all;
  std::vector<Key> strict;
  std::vector<Key> many;
  std::vector<Key> link;
  std::vector<Key> null;

  explicit Parts(const std::vector<Bead>& ladder) {
    for (const Bead& bead : ladder) {
      all.push_back(key(bead));
      if (bead.target.empty()) {
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) null.push_back({0, i});
      } else if (bead.source.empty()) {
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) null.push_back({1, j});
      } else {
        strict.push_back(key(bead));
        if (bead.source.size() + bead.target.size() > 2) many.push_back(key(bead));
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
          for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) link.push_back({i, j});
        }
      }
    }
    for (std::vector<Key>* part : {&all, &strict, &many, &link, &null})
      std::sort(part->begin(), part->end());
  }
};

void count(Tally& tally, const std::vector<Key>& found, const std::vector<Key>& there) {
  std::vector<Key> both;
  std::set_intersection(found.begin(), found.end(), there.begin(), there.end(),
                        std::back_inserter(both));
  tally.both += both.size();
  tally.found += found.size();
  tally.there += there.size();
}

}  // namespace

double Tally::f1() const {
  if (found + there == 0) return 0.0;
  return 2.0 * static_cast<double>(both) / static_cast<double>(found + there);
}

void Accuracy::add(const std::vector<Bead>& found, const std::vector<Bead>& gold) {
  const Parts ours(found);
  const Parts theirs(gold);
  count(strict, ours.strict, theirs.strict);
  count(link, ours.link, theirs.link);
  count(null, ours.null, theirs.null);
  count(many, ours.many, theirs.many);
  for (const Bead& bead : found) {
    confidences_.emplace_back(bead.confidence,
                              std::binary_search(theirs.all.begin(), theirs.all.end(), key(bead)));
  }
}

double Accuracy::calibration_error() const {
  constexpr std::size_t bins = 10;
  std::array<double, bins> excess{};
  for (const auto& [confidence, right] : confidences_) {
    const auto bin = static_cast<std::size_t>(confidence * static_cast<double>(bins));
    excess[std::min(bin, bins - 1)] += confidence - (right ? 1.0 : 0.0);
  }
  double sum = 0.0;
  for (const double one : excess) sum += std::abs(one);
  return confidences_.empty() ? 0.0 : sum / static_cast<double>(confidences_.size());
}

double Accuracy::ranking() const {
  std::vector<std::pair<double, bool>> sorted = confidences_;
  std::sort(sorted.begin(), sorted.end());
  double below = 0.0;  // wrong ones with less confidence, equal ones counting half
  double rights = 0.0;
  double wrongs = 0.0;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto end =
        std::find_if(at, sorted.end(), [&](const auto& one) { return one.first != at->first; });
    const auto right =
        static_cast<double>(std::count_if(at, end, [](const auto& one) { return one.second; }));
    const double wrong = static_cast<double>(end - at) - right;
    below += right * (wrongs + wrong / 2.0);
    rights += right;
    wrongs += wrong;
    at = end;
  }
  return rights > 0.0 && wrongs > 0.0 ? below / (rights * wrongs) : 0.5;
}

}  // namespace cotejo
