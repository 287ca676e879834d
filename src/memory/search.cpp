#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "cotejo/adapt.hpp"
#include "cotejo/memory.hpp"
#include "cotejo/similarity.hpp"
#include "memory/body.hpp"
#include "memory/candidates.hpp"
#include "memory/distance.hpp"
#include "memory/keys.hpp"
#include "memory/language.hpp"
#include "memory/terms.hpp"

namespace cotejo {
namespace {

/// How good a match is among those with the same texts, and then among all.
auto rank(const Match& match) {
  const int status = match.unit.status == UnitStatus::confirmed ? 2
                     : match.unit.status == UnitStatus::draft   ? 1
                                                                : 0;
  return std::tuple(match.score, status, match.unit.confidence, std::string_view(match.unit.date),
                    match.unit.id);
}

bool by_rank(const Match& a, const Match& b) { return rank(a) > rank(b); }

/// One search: its matches, one for each two texts.
class Search {
 public:
  Search(Memory::Body& body, std::string_view text, const SearchOptions& options)
      : body_(body),
        options_(options),
        text_{text, tokens(text)},
        language_(primary_language(canonical_language(options.source_language))),
        target_language_(primary_language(canonical_language(options.target_language))) {}

  std::vector<Match> run() {
    if (options_.limit == 0) return {};
    for (const bool target : {false, true}) take_all(text_.text, target, 100.0);
    const std::size_t weight = cotejo::weight(text_.tokens);
    if (options_.least_score <= 99.0 && weight > 0 && weight <= most_weight) find_similar();

    std::vector<Match> matches;
    for (auto& [texts, match] : found_) matches.push_back(std::move(match));
    std::sort(matches.begin(), matches.end(), by_rank);
    if (matches.size() > options_.limit) matches.resize(options_.limit);
    for (Match& match : matches) {
      if (match.kind == MatchKind::fuzzy) explain(match);
    }
    return matches;
  }

 private:
  void find_similar() {
    const double least = std::max(options_.least_score, least_score_ever);
    std::vector<Candidate> all;
    for (const std::string& language : body_.languages()) {
      if (!language_.empty() && language != language_) continue;
      const std::vector<Candidate> some =
          candidates(body_.store(), body_.weights(), body_.tally(), language, text_.tokens, least);
      all.insert(all.end(), some.begin(), some.end());
    }
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
      return std::pair(a.most_score, a.place) > std::pair(b.most_score, b.place);
    });
    const auto is_taken = [this](RowText it) { return taken_.contains(place(it.id, it.target)); };
    auto candidate = all.begin();
    const auto next = [&]() -> std::optional<RowText> {
      for (; candidate != all.end(); ++candidate) {
        // As many as are asked for may be there already, and all of them better.
        if (candidate->most_score < std::max(least, worst())) return std::nullopt;
        const RowText it{unit_at(candidate->place), is_target(candidate->place)};
        if (is_taken(it)) continue;
        ++candidate;
        return it;
      }
      return std::nullopt;
    };
    Tokened other;
    body_.store().texts(next, [&](RowText it, std::string_view text) {
      if (is_taken(it) || text == text_.text) return;
      other.text = text;
      tokens(text, other.tokens);
      const std::size_t heavier = std::max(weight(other.tokens), weight(text_.tokens));
      const std::size_t most = most_distance(std::max(least, worst()), heavier);
      const auto apart = distance(text_, other, most);
      if (apart) take_all(text, it.target, score_at(*apart, heavier));
    });
  }

  void explain(Match& match) {
    const MemoryUnit& unit = match.unit;
    Difference apart = difference(unit.source, text_.text);
    match.differs = std::move(apart.a);
    match.text_differs = std::move(apart.b);
    auto adapted = body_.adapter(unit.source_language, unit.target_language)
                       .adapt(text_.text, unit.source, unit.target);
    if (!adapted) return;
    match.adapted = std::move(adapted->text);
    match.placed = std::move(adapted->replaced);
  }

  /// Every unit that has the text on that side.
  void take_all(std::string_view text, bool target, double score) {
    const RowKey key = target ? RowKey::target : RowKey::source;
    for (const Row& row : rows_with(body_.store(), key, text_key(text))) {
      if ((target ? row.target : row.source) != text) continue;
      taken_.insert(place(row.id, target));
      take(row, target, score);
    }
  }

  /// The score that a match must have to be one of those asked for.
  double worst() const {
    std::size_t better = 0;
    for (auto score = scores_.rbegin(); score != scores_.rend(); ++score) {
      better += score->second;
      if (better >= options_.limit) return score->first;
    }
    return 0.0;
  }

  void take(const Row& row, bool turned, double score) {
    Match match;
    match.unit = body_.unit(row);
    match.score = score;
    match.kind = score == 100.0 ? MatchKind::exact : MatchKind::fuzzy;
    // The neighbours' hashes are of source texts.
    if (!turned && score == 100.0 && in_context(match.unit)) {
      match.kind = MatchKind::context;
      match.score = 101.0;
    }
    if (turned) {
      std::swap(match.unit.source, match.unit.target);
      std::swap(match.unit.source_language, match.unit.target_language);
    }
    if (match.score < options_.least_score || !is(match.unit.source_language, language_) ||
        !is(match.unit.target_language, target_language_)) {
      return;
    }
    const auto [place, is_new] = found_.try_emplace({match.unit.source, match.unit.target}, match);
    if (!is_new) {
      if (rank(match) <= rank(place->second)) return;
      if (const auto old = scores_.find(place->second.score); --old->second == 0)
        scores_.erase(old);
      place->second = match;
    }
    ++scores_[match.score];
  }

  bool in_context(const MemoryUnit& unit) const {
    const bool known = !options_.before.empty() || !options_.after.empty();
    return known && unit.before == options_.before && unit.after == options_.after;
  }
  static bool is(std::string_view tag, const std::string& language) {
    return language.empty() || primary_language(tag) == language;
  }

  Memory::Body& body_;
  const SearchOptions& options_;
  Tokened text_;
  std::string language_;
  std::string target_language_;
  std::map<std::pair<std::string, std::string>, Match> found_;
  std::map<double, std::size_t> scores_;
  std::unordered_set<std::uint64_t> taken_;  ///< places
};

}  // namespace

std::vector<Match> Memory::search(std::string_view text, const SearchOptions& options) const {
  StoreReading reading(*body_);
  return Search(*body_, text, options).run();
}

}  // namespace cotejo
