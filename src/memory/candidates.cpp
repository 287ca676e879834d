#include "memory/candidates.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "memory/distance.hpp"
#include "memory/postings.hpp"
#include "memory/terms.hpp"

namespace cotejo {
namespace {

/// Fetching a text and comparing it takes as long as reading so many bytes of a list.
constexpr std::size_t bytes_per_text = 3000;

struct Sized {
  std::size_t bytes = 0;
  std::uint64_t list = 0;
};

/// The shortest first. Each once.
std::vector<Sized> by_size(Store& store, const std::vector<std::uint32_t>& terms) {
  std::vector<std::uint64_t> lists(terms.begin(), terms.end());
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  std::vector<Sized> sized;
  const std::vector<std::size_t> sizes = store.list_sizes(lists);
  for (std::size_t i = 0; i < lists.size(); ++i) sized.push_back({sizes[i], lists[i]});
  std::sort(sized.begin(), sized.end(), [](const Sized& a, const Sized& b) {
    return std::pair(a.bytes, a.list) < std::pair(b.bytes, b.list);
  });
  return sized;
}

using Group = std::vector<std::uint64_t>;

/// The shortest first.
std::vector<std::pair<std::size_t, const Group*>> by_size(Store& store,
                                                          const std::vector<Group>& groups) {
  std::vector<std::pair<std::size_t, const Group*>> sized;
  Group all;
  if (groups.size() > 1) {
    for (const Group& group : groups) all.insert(all.end(), group.begin(), group.end());
  }
  const std::vector<std::size_t> sizes = store.list_sizes(all);
  auto size = sizes.begin();
  for (const Group& group : groups) {
    const auto end = size + static_cast<std::ptrdiff_t>(all.empty() ? 0 : group.size());
    sized.emplace_back(std::accumulate(size, end, std::size_t{0}), &group);
    size = end;
  }
  std::sort(sized.begin(), sized.end());
  return sized;
}

/// How far texts of each weight may be from the query, and which can match at all.
class Bounds {
 public:
  Bounds(const std::vector<TextToken>& query, double least_score) : query_(weight(query)) {
    for (const TextToken& token : query) {
      (token.kind == TextTokenKind::mark ? marks_ : words_) += weight(token.kind);
    }
    const std::size_t most = most_distance(least_score, query_);
    for (std::size_t other = 0; other < query_; ++other) {
      may_miss_.push_back(query_ - other > most ? none : misses(query_, most));
    }
    for (std::size_t other = query_; other <= most_weight; ++other) {
      const std::size_t farthest = most_distance(least_score, other);
      if (other - query_ > farthest) break;
      may_miss_.push_back(misses(other, farthest));
    }
    may_miss_most_ = *std::max_element(may_miss_.begin(), may_miss_.end());
  }

  static constexpr int none = -1;

  /// How many of the query's lists a text of this weight may not stand in; `none`: it can't match.
  int may_miss(std::size_t other) const {
    return other < may_miss_.size() ? may_miss_[other] : none;
  }
  /// Whether a text may stand in none of the lists.
  bool may_miss_all() const { return may_miss_most_ >= static_cast<int>(words_ / word_weight); }
  int may_miss_most() const { return may_miss_most_; }
  double most_score(std::size_t other, std::size_t shared) const {
    const std::size_t heavier = std::max(query_, other);
    const std::size_t common = std::min({shared * word_weight + marks_, query_, other});
    return score_at(heavier - common, heavier);
  }

 private:
  /// The distance is heavier - common at least, and common is what is shared and all marks at most.
  int misses(std::size_t heavier, std::size_t most) const {
    const std::size_t needed = heavier - most;  // of weight in common
    const std::size_t words_needed = needed > marks_ ? needed - marks_ : 0;
    if (words_needed > words_) return none;
    return static_cast<int>((words_ - words_needed) / word_weight);
  }

  std::size_t query_;
  std::size_t words_ = 0;
  std::size_t marks_ = 0;
  std::vector<int> may_miss_;  ///< by weight
  int may_miss_most_ = none;
};

/// Places found so far; each one's tally is how many lists it stands in, and one more.
class Found {
 public:
  explicit Found(OverlapTally& tally) : tally_(tally) {}
  Found(const Found&) = delete;
  Found& operator=(const Found&) = delete;
  ~Found() { take(); }

  std::size_t size() const { return places_.size(); }
  void add(std::uint64_t place, std::size_t lists) {
    tally_[place] = static_cast<std::uint16_t>(lists + 1);
    places_.push_back(place);
  }
  template <typename Keep>
  void keep_if(Keep keep) {
    std::erase_if(places_, [&](std::uint64_t place) {
      if (keep(place, tally_[place] - std::size_t{1})) return false;
      tally_[place] = 0;
      return true;
    });
  }
  std::vector<std::uint64_t> take() {
    for (const std::uint64_t place : places_) tally_[place] = 0;
    return std::exchange(places_, {});
  }

 private:
  OverlapTally& tally_;
  std::vector<std::uint64_t> places_;
};

/// Every place of some lists whose text is still there.
template <typename Take>
void each_place(Store& store, const std::vector<std::uint64_t>& lists,
                const std::vector<std::uint16_t>& weights, Take take) {
  store.read_lists(lists, [&](std::string_view piece) {
    each_number(piece, weights.size(), [&](std::uint64_t at) {
      if (weights[at] != 0) take(at);
    });
  });
}

}  // namespace

std::vector<Candidate> candidates(Store& store, const std::vector<std::uint16_t>& weights,
                                  OverlapTally& tally, std::string_view language,
                                  const std::vector<TextToken>& query, double least_score) {
  const TermLists terms(language);
  const Bounds bounds(query, least_score);
  const std::vector<Sized> lists = by_size(store, terms.words(query));
  const std::size_t count = terms.words(query).size();
  tally.resize(weights.size());
  Found found(tally);
  if (bounds.may_miss_all()) {
    each_place(store, {terms.mostly_marks()}, weights, [&](std::uint64_t at) {
      if (tally[at] == 0 && bounds.may_miss(weights[at]) != Bounds::none) found.add(at, 0);
    });
  }
  std::size_t read = 0;  // lists; where texts share a number two lists are one, and count as missed
  for (; read < lists.size(); ++read) {
    const auto missed = static_cast<int>(read);
    if (missed > bounds.may_miss_most()) {
      found.keep_if([&](std::uint64_t at, std::size_t shared) {
        return missed - static_cast<int>(shared) <= bounds.may_miss(weights[at]);
      });
      if (found.size() * bytes_per_text < lists[read].bytes) break;
    }
    each_place(store, {lists[read].list}, weights, [&](std::uint64_t at) {
      if (tally[at] != 0) {
        ++tally[at];
      } else if (bounds.may_miss(weights[at]) >= missed) {
        found.add(at, 1);
      }
    });
  }
  std::vector<Candidate> result;
  found.keep_if([&](std::uint64_t at, std::size_t shared) {
    const double most = bounds.most_score(weights[at], shared + (count - read));
    if (most >= least_score) result.push_back({at, most});
    return false;
  });
  std::sort(result.begin(), result.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair(a.most_score, a.place) > std::pair(b.most_score, b.place);
  });
  return result;
}

std::vector<std::uint64_t> in_each(Store& store, const std::vector<std::uint16_t>& weights,
                                   OverlapTally& tally,
                                   const std::vector<std::vector<std::uint64_t>>& groups) {
  tally.resize(weights.size());
  Found found(tally);
  std::size_t read = 0;
  for (const auto& [bytes, group] : by_size(store, groups)) {
    if (read > 0 && found.size() * bytes_per_text < bytes) break;
    each_place(store, *group, weights, [&](std::uint64_t at) {
      if (read == 0 && tally[at] == 0) {
        found.add(at, 1);
      } else if (tally[at] == read + 1 && read > 0) {
        ++tally[at];
      }
    });
    ++read;
    found.keep_if([&](std::uint64_t, std::size_t shared) { return shared == read; });
  }
  return found.take();
}

}  // namespace cotejo
