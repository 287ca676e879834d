#include "cotejo/terms.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>

#include "learn/model.hpp"
#include "learn/phrases.hpp"
#include "learn/sketch.hpp"

namespace cotejo {
namespace {

/// A target phrase that a term may be translated as, and how much speaks for it.
struct Option {
  std::uint32_t target = 0;
  double ratio = 0.0;
};
using Options = std::vector<std::vector<Option>>;  // by source phrase, ascending by target

constexpr std::uint64_t pair_key(std::uint32_t source, std::uint32_t target) {
  return std::uint64_t{source} << 32 | target;
}

/// The different phrases of a unit.
void distinct(const std::vector<Occurrence>& all, const std::vector<Phrase>& phrases, bool terms,
              std::vector<std::uint32_t>& out) {
  out.clear();
  for (const Occurrence& one : all) {
    if (!terms || phrases[one.phrase].term) out.push_back(one.phrase);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

/// The phrases of a unit that may be linked, used for one unit after the other.
struct Linking {
  struct Link {
    double ratio = 0.0;
    std::uint32_t words = 0;
    std::uint32_t source = 0;  ///< index among the occurrences
    std::uint32_t target = 0;
  };
  std::vector<Occurrence> source;
  std::vector<Occurrence> target;
  std::vector<Link> links;
  std::vector<bool> source_taken;
  std::vector<bool> target_taken;

  /// Marks the words as taken; false, and nothing marked, where one of them is.
  static bool take(std::vector<bool>& taken, const Occurrence& one, bool mark) {
    if (taken.size() < one.end) taken.resize(one.end);
    for (std::size_t i = one.begin; i < one.end; ++i) {
      if (taken[i] && !mark) return false;
      if (mark) taken[i] = true;
    }
    return true;
  }
};

}  // namespace

struct TermFinder::State {
  State(std::string_view source_language, std::string_view target_language)
      : source(source_language), target(target_language) {}

  Phrases source;
  Phrases target;

  /// Calls with the terms and the target phrases of each unit.
  template <typename Take>
  static void each_unit(const Phrases& source, const Phrases& target, const Take& take) {
    std::vector<Occurrence> all;
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> right;
    for (std::size_t u = 0; u < source.units(); ++u) {
      source.occurrences(u, all);
      distinct(all, source.all(), true, left);
      if (left.empty()) continue;
      target.occurrences(u, all);
      distinct(all, target.all(), false, right);
      take(left, right);
    }
  }
};

namespace {

/// The pairs that meet in many of the units of either and more often than by chance.
template <typename EachUnit>
Options options_of(const Phrases& source, const Phrases& target, const EachUnit& each_unit,
                   std::size_t least_units, double least_ratio) {
  constexpr unsigned bits = 26;
  constexpr std::size_t most = 12;
  Sketch sketch(bits);
  using Ids = std::vector<std::uint32_t>;
  each_unit([&](const Ids& left, const Ids& right) {
    for (const std::uint32_t s : left) {
      for (const std::uint32_t t : right) sketch.add(spread(pair_key(s, t)));
    }
  });
  std::unordered_map<std::uint64_t, std::uint32_t> together;
  each_unit([&](const Ids& left, const Ids& right) {
    for (const std::uint32_t s : left) {
      for (const std::uint32_t t : right) {
        const std::size_t wanted = std::max<std::size_t>(
            {least_units, source.all()[s].units / 30, target.all()[t].units / 100});
        if (sketch.may_reach(spread(pair_key(s, t)), wanted)) ++together[pair_key(s, t)];
      }
    }
  });
  Options out(source.all().size());
  const auto all = static_cast<double>(source.units());
  for (const auto& [key, both] : together) {
    if (both < least_units) continue;
    const auto s = static_cast<std::uint32_t>(key >> 32);
    const auto t = static_cast<std::uint32_t>(key);
    const double ratio = likelihood_ratio(both, source.all()[s].units, target.all()[t].units, all);
    if (ratio >= least_ratio) out[s].push_back({t, ratio});
  }
  for (std::vector<Option>& options : out) {
    const auto stronger = [&](const Option& a, const Option& b) {
      return std::tuple(b.ratio, target.all()[b.target].words, a.target) <
             std::tuple(a.ratio, target.all()[a.target].words, b.target);
    };
    std::sort(options.begin(), options.end(), stronger);
    if (options.size() > most) options.resize(most);
    std::sort(options.begin(), options.end(),
              [](const Option& a, const Option& b) { return a.target < b.target; });
  }
  return out;
}

/// In how many units each term is linked to each target phrase.
std::vector<std::unordered_map<std::uint32_t, std::size_t>> link(const Phrases& source,
                                                                 const Phrases& target,
                                                                 const Options& options) {
  std::vector<std::unordered_map<std::uint32_t, std::size_t>> links(source.all().size());
  Linking unit;
  std::vector<std::uint64_t> counted;
  for (std::size_t u = 0; u < source.units(); ++u) {
    source.occurrences(u, unit.source);
    target.occurrences(u, unit.target);
    unit.links.clear();
    for (std::uint32_t s = 0; s < unit.source.size(); ++s) {
      const std::vector<Option>& known = options[unit.source[s].phrase];
      if (known.empty()) continue;
      for (std::uint32_t t = 0; t < unit.target.size(); ++t) {
        const std::uint32_t phrase = unit.target[t].phrase;
        const auto found =
            std::lower_bound(known.begin(), known.end(), phrase,
                             [](const Option& a, std::uint32_t b) { return a.target < b; });
        if (found == known.end() || found->target != phrase) continue;
        const std::uint32_t words =
            source.all()[unit.source[s].phrase].words + target.all()[phrase].words;
        unit.links.push_back({found->ratio, words, s, t});
      }
    }
    using Link = Linking::Link;
    std::sort(unit.links.begin(), unit.links.end(), [](const Link& a, const Link& b) {
      return std::tuple(b.ratio, b.words, a.source, a.target) <
             std::tuple(a.ratio, a.words, b.source, b.target);
    });
    unit.source_taken.clear();
    unit.target_taken.clear();
    counted.clear();
    for (const Link& one : unit.links) {
      const Occurrence& s = unit.source[one.source];
      const Occurrence& t = unit.target[one.target];
      if (!Linking::take(unit.source_taken, s, false)) continue;
      if (!Linking::take(unit.target_taken, t, false)) continue;
      Linking::take(unit.source_taken, s, true);
      Linking::take(unit.target_taken, t, true);
      const std::uint64_t key = pair_key(s.phrase, t.phrase);
      if (std::find(counted.begin(), counted.end(), key) != counted.end()) continue;
      counted.push_back(key);
      ++links[s.phrase][t.phrase];
    }
  }
  return links;
}

}  // namespace

TermFinder::TermFinder(std::string_view source_language, std::string_view target_language)
    : state_(std::make_unique<State>(source_language, target_language)) {}
TermFinder::~TermFinder() = default;
TermFinder::TermFinder(TermFinder&&) noexcept = default;
TermFinder& TermFinder::operator=(TermFinder&&) noexcept = default;

void TermFinder::add(std::string_view source, std::string_view target) {
  state_->source.take(source);
  state_->target.take(target);
}

std::size_t TermFinder::units() const { return state_->source.units(); }

std::vector<TermCandidate> TermFinder::find(const TermOptions& options) {
  constexpr std::size_t units_a_time = 50'000;
  const std::size_t least = std::max({options.least_units, units() / units_a_time, std::size_t{1}});
  Phrases& source = state_->source;
  Phrases& target = state_->target;
  source.count(least);
  target.count(least);
  const auto each_unit = [&](const auto& take) { State::each_unit(source, target, take); };
  const Options known = options_of(source, target, each_unit, least, options.least_ratio);
  const auto links = link(source, target, known);
  const std::vector<Phrases::Spelling> source_texts = source.spellings();
  const std::vector<Phrases::Spelling> target_texts = target.spellings();
  std::vector<TermCandidate> terms;
  for (std::size_t s = 0; s < links.size(); ++s) {
    if (!source.all()[s].term) continue;
    std::size_t linked = 0;
    for (const auto& [t, units] : links[s]) linked += units;
    constexpr std::size_t one_in = 5;  // fewer of its units linked: who knows what it stands for
    if (one_in * linked < source.all()[s].units) continue;
    TermCandidate term{source_texts[s].text, source_texts[s].capitals, source.all()[s].units, {}};
    for (const auto& [t, units] : links[s]) {
      if (units < least ||
          static_cast<double>(units) < options.least_share * static_cast<double>(linked)) {
        continue;
      }
      term.translations.push_back({target_texts[t].text, units});
    }
    if (term.translations.empty()) continue;
    std::sort(term.translations.begin(), term.translations.end(),
              [](const TermTranslation& a, const TermTranslation& b) {
                return std::tie(b.units, a.text) < std::tie(a.units, b.text);
              });
    terms.push_back(std::move(term));
  }
  std::sort(terms.begin(), terms.end(), [](const TermCandidate& a, const TermCandidate& b) {
    return std::tie(b.units, a.text) < std::tie(a.units, b.text);
  });
  return terms;
}

}  // namespace cotejo
