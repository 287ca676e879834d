#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/keys.hpp"
#include "memory/language.hpp"

namespace cotejo {
namespace {

bool speaks_same(std::string_view tag, std::string_view wanted) {
  return wanted.empty() || primary_language(tag) == primary_language(wanted);
}

/// The unit as seen from its target side. Its neighbours' hashes are of source texts.
MemoryUnit turned(MemoryUnit unit) {
  std::swap(unit.source, unit.target);
  std::swap(unit.source_language, unit.target_language);
  return unit;
}

bool in_context(const MemoryUnit& unit, const SearchOptions& options) {
  const bool known = !options.before.empty() || !options.after.empty();
  return known && unit.before == options.before && unit.after == options.after;
}

/// How good a match is among those with the same texts, and then among all.
auto rank(const Match& match) {
  const int status = match.unit.status == UnitStatus::confirmed ? 2
                     : match.unit.status == UnitStatus::draft   ? 1
                                                                : 0;
  return std::tuple(match.score, status, match.unit.confidence, std::string_view(match.unit.date),
                    match.unit.id);
}

}  // namespace

std::vector<Match> Memory::search(std::string_view text, const SearchOptions& options) const {
  Reading reading(body_->store());
  body_->refresh();
  std::map<std::pair<std::string, std::string>, Match> found;
  for (const bool target : {false, true}) {
    for (const Row& row :
         body_->store().rows_with(target ? RowKey::target : RowKey::source, text_key(text))) {
      Match match;
      match.unit = body_->unit(row);
      const bool context = !target && in_context(match.unit, options);
      if (target) match.unit = turned(std::move(match.unit));
      if (match.unit.source != text ||
          !speaks_same(match.unit.source_language, canonical_language(options.source_language)) ||
          !speaks_same(match.unit.target_language, canonical_language(options.target_language))) {
        continue;
      }
      match.kind = context ? MatchKind::context : MatchKind::exact;
      match.score = context ? 101 : 100;
      const auto [place, is_new] = found.try_emplace({match.unit.source, match.unit.target}, match);
      if (!is_new && rank(match) > rank(place->second)) place->second = std::move(match);
    }
  }
  std::vector<Match> matches;
  for (auto& [texts, match] : found) {
    if (match.score >= options.least_score) matches.push_back(std::move(match));
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return rank(a) > rank(b); });
  if (matches.size() > options.limit) matches.resize(options.limit);
  return matches;
}

std::vector<Hit> Memory::concordance(std::string_view, const ConcordanceOptions&) const {
  return {};
}

}  // namespace cotejo
