/// @file  What a memory offers for a text: its matches, adapted where only numbers differ.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/adapt.hpp"
#include "cotejo/memory.hpp"

namespace cotejo {

/// Keeps what adapting needs of each pair of languages. For one thread.
class Offers {
 public:
  std::vector<Match> find(const Memory& memory, std::string_view text,
                          const SearchOptions& options);

 private:
  const Adapter& adapter(const std::string& source, const std::string& target);
  std::map<std::pair<std::string, std::string>, Adapter> adapters_;
};

/// "exact", "context", "fuzzy"
std::string_view name(MatchKind kind);

}  // namespace cotejo
