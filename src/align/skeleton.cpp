#include "align/skeleton.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace cotejo {
namespace {

constexpr std::size_t short_nodes = 20'000;      // up to here every node is looked at
constexpr std::size_t rectangle_nodes = 60'000;  // a gap up to this size is taken whole
constexpr std::size_t long_nodes =
    4'000'000;  // a longer text has narrower rows, down to `least_row`
constexpr std::size_t least_row = 40;
constexpr std::uint32_t margin = 10;  // segments on either side of a tie's neighbourhood
constexpr float least_weight = 5.0F;

/// The heaviest link of a segment.
struct Best {
  std::uint32_t other = 0;
  float weight = 0.0F;
  float second = 0.0F;
};

void consider(Best& best, std::uint32_t other, float weight) {
  if (weight > best.weight) {
    best = {other, weight, best.weight};
  } else {
    best.second = std::max(best.second, weight);
  }
}

/// Pairs that are each other's best and clearly so, in order of the source.
std::vector<Tie> candidates(const Terms& terms) {
  const SideTerms& source = terms.source;
  const SideTerms& target = terms.target;
  const auto segments = static_cast<float>(std::max(source.segments(), target.segments()));
  // A term in more segments than this ties nothing.
  const std::size_t rare =
      std::clamp<std::size_t>(std::max(source.segments(), target.segments()) / 100, 4, 40);
  std::vector<Best> best_source(source.segments());
  std::vector<Best> best_target(target.segments());
  std::unordered_map<std::uint32_t, float> shared;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < source.segments(); ++i) {
    shared.clear();
    order.clear();
    for (const Term& term : source.of(i)) {
      const TermType& type = source.types[term.type];
      if (type.kind == TermClass::function || type.segments > rare || type.postings.size() > rare)
        continue;
      for (const Posting& posting : type.postings) {
        const float rarity =
            std::log(segments / static_cast<float>(type.segments * type.postings.size()) + 1.0F);
        const auto [place, fresh] = shared.try_emplace(posting.segment, 0.0F);
        if (fresh) order.push_back(posting.segment);
        place->second += posting.strength * rarity;
      }
    }
    for (const std::uint32_t j : order) {
      consider(best_source[i], j, shared[j]);
      consider(best_target[j], i, shared[j]);
    }
  }
  std::vector<Tie> ties;
  for (std::uint32_t i = 0; i < best_source.size(); ++i) {
    const Best& best = best_source[i];
    if (best.weight < least_weight || best.second > 0.8F * best.weight) continue;
    const Best& back = best_target[best.other];
    if (back.other != i || back.second > 0.8F * back.weight) continue;
    ties.push_back({i, best.other, best.weight});
  }
  return ties;
}

}  // namespace

std::vector<Tie> find_ties(const Terms& terms) {
  const std::vector<Tie> all = candidates(terms);
  // Heaviest rising chain: a Fenwick tree over the target keeps the heaviest chain that ends below
  // each segment.
  const std::size_t m = terms.target.segments();
  constexpr std::uint32_t nothing = 0xFFFFFFFF;
  struct Chain {
    double weight = 0.0;
    std::uint32_t last = nothing;
  };
  std::vector<Chain> tree(m + 1);
  std::vector<std::uint32_t> before(all.size(), nothing);
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    Chain best;
    for (std::size_t at = all[k].target; at > 0; at &= at - 1) {
      if (tree[at].weight > best.weight) best = tree[at];
    }
    before[k] = best.last;
    const Chain own{best.weight + static_cast<double>(all[k].weight), k};
    for (std::size_t at = all[k].target + 1; at <= m; at += at & (~at + 1)) {
      if (own.weight > tree[at].weight) tree[at] = own;
    }
  }
  Chain best;
  for (std::size_t at = m; at > 0; at &= at - 1) {
    if (tree[at].weight > best.weight) best = tree[at];
  }
  std::vector<Tie> chain;
  for (std::uint32_t k = best.last; k != nothing; k = before[k]) chain.push_back(all[k]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

Band find_band(const Terms& terms) {
  const std::size_t n = terms.source.segments();
  const std::size_t m = terms.target.segments();
  if ((n + 1) * (m + 1) <= short_nodes) return full_band(n, m);
  std::vector<Tie> ties = find_ties(terms);
  ties.push_back({static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(m), 0.0F});

  Band band;
  band.low.assign(n + 1, static_cast<std::uint32_t>(m));
  band.high.assign(n + 1, 0);
  const auto widen = [&](std::size_t i, std::size_t low, std::size_t high) {
    band.low[i] = std::min(band.low[i], static_cast<std::uint32_t>(low));
    band.high[i] = std::max(band.high[i], static_cast<std::uint32_t>(std::min(high, m)));
  };
  const std::size_t widest_row = std::max(least_row, long_nodes / (n + 1));
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  for (const Tie& tie : ties) {
    const std::size_t rows = tie.source - i0;
    const std::size_t columns = tie.target - j0;
    // A wrong tie is passed by inside the margin.
    const std::size_t top = i0 - std::min<std::size_t>(i0, margin);
    const std::size_t bottom = std::min<std::size_t>(tie.source + margin, n);
    const std::size_t left = j0 - std::min<std::size_t>(j0, margin);
    const bool few = (rows + 1) * (columns + 1) <= rectangle_nodes && columns < widest_row;
    if (few || rows <= margin) {
      for (std::size_t i = top; i <= bottom; ++i) widen(i, left, tie.target + margin);
    } else {
      const std::size_t strip =
          std::min(std::clamp<std::size_t>(std::max(rows, columns) / 10, 30, 100), widest_row / 2) +
          2 * columns / rows;
      for (std::size_t i = top; i <= bottom; ++i) {
        const std::size_t along = i <= i0 ? 0 : std::min(i - i0, rows);
        const std::size_t middle = j0 + columns * along / rows;
        widen(i, std::max(left, middle - std::min(middle, strip)),
              std::min<std::size_t>(middle + strip, tie.target + margin));
      }
    }
    i0 = tie.source;
    j0 = tie.target;
  }
  settle(band, m);
  return band;
}

}  // namespace cotejo
