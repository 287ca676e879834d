/// @file  Which texts may match, told from lists alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "memory/store.hpp"
#include "memory/tokens.hpp"

namespace cotejo {

/// Numbers for places that are 0 again after each use; made once, for it is as long as the memory.
class OverlapTally {
 public:
  void resize(std::size_t places) { counts_.resize(places); }
  std::uint16_t& operator[](std::uint64_t place) { return counts_[place]; }

 private:
  std::vector<std::uint16_t> counts_;
};

struct Candidate {
  std::uint64_t place = 0;
  double most_score = 0.0;  ///< it can't score more
};

/// Every place of the language whose text may have the least score, which is 30 or more, and those
/// that share its lists; the most promising first, then the newest.
///
/// Texts of weights v and w whose distance is d have tokens in common that weigh max(v, w) - d at
/// least. Marks aside, which stand in no list, those are words and numbers, each of which puts both
/// texts in one list. So a text that isn't in the rarest lists of the query, as many as may differ
/// and one more, can't match, and the long lists need be read only to count who is left (prefix
/// filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006; Bayardo, Ma and Srikant, WWW 2007).
std::vector<Candidate> candidates(Store& store, const std::vector<std::uint16_t>& weights,
                                  OverlapTally& tally, std::string_view language,
                                  const std::vector<TextToken>& query, double least_score);

/// Places that stand in a list of each group, where some that don't may be among them; in any
/// order.
std::vector<std::uint64_t> in_each(Store& store, const std::vector<std::uint16_t>& weights,
                                   OverlapTally& tally,
                                   const std::vector<std::vector<std::uint64_t>>& groups);

}  // namespace cotejo
