#include "cli/memory_offers.hpp"

namespace cotejo {

std::string_view name(MatchKind kind) {
  switch (kind) {
    case MatchKind::context:
      return "context";
    case MatchKind::exact:
      return "exact";
    case MatchKind::fuzzy:
      break;
  }
  return "fuzzy";
}

const Adapter& Offers::adapter(const std::string& source, const std::string& target) {
  const auto key = std::pair(source, target);
  const auto found = adapters_.find(key);
  if (found != adapters_.end()) return found->second;
  return adapters_.try_emplace(key, source, target).first->second;
}

std::vector<Match> Offers::find(const Memory& memory, std::string_view text,
                                const SearchOptions& options) {
  std::vector<Match> matches = memory.search(text, options);
  for (Match& match : matches) {
    if (match.kind != MatchKind::fuzzy) continue;
    const MemoryUnit& unit = match.unit;
    auto adapted =
        adapter(unit.source_language, unit.target_language).adapt(text, unit.source, unit.target);
    if (!adapted) continue;
    match.adapted = std::move(adapted->text);
    match.placed = std::move(adapted->replaced);
  }
  return matches;
}

}  // namespace cotejo
