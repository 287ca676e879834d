#include "align/terms.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "align/gather.hpp"
#include "text/likeness.hpp"
#include "text/skeleton.hpp"

namespace cotejo {
namespace {

using Matches = std::vector<std::vector<Link>>;

constexpr float dictionary_strength = 0.9F;
constexpr std::size_t most_alike = 200;  // a spelling that begins as more words than this do is not
                                         // compared with them: time would grow with the square

/// Source type -> target types that can be its translation.
Matches link(const std::vector<Spelling>& source, const std::vector<Spelling>& target,
             const Dictionary& dictionary) {
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_key;
  std::unordered_map<std::string_view, std::uint32_t> by_spelling;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_bones;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_beginning;
  std::unordered_map<Dictionary::Stem, std::vector<std::uint32_t>> by_stem;
  for (std::uint32_t t = 0; t < target.size(); ++t) {
    const Spelling& spelling = target[t];
    for (const std::string& key : spelling.keys) by_key[key].push_back(t);
    if (!spelling.folded.empty()) by_spelling.emplace(spelling.folded, t);
    for (const Dictionary::Stem stem : {spelling.stems.own, spelling.stems.irregular}) {
      if (stem != Dictionary::unknown) by_stem[stem].push_back(t);
    }
    if (spelling.numeric) continue;
    if (spelling.folded.size() >= 4) by_bones[skeleton(spelling.folded)].push_back(t);
    if (spelling.folded.size() >= 5)
      by_beginning[std::string_view(spelling.folded).substr(0, 4)].push_back(t);
  }
  Matches matches(source.size());
  for (std::uint32_t s = 0; s < source.size(); ++s) {
    const Spelling& spelling = source[s];
    std::vector<Link>& found = matches[s];
    for (const std::string& key : spelling.keys) {
      const auto same = by_key.find(key);
      if (same == by_key.end()) continue;
      for (const std::uint32_t t : same->second) found.push_back({t, 1.0F});
    }
    if (const auto same = by_spelling.find(spelling.folded); same != by_spelling.end()) {
      if (spelling.numeric || spelling.folded.size() >= 3 || spelling.capitalised)
        found.push_back({same->second, 1.0F});
    }
    for (const Dictionary::Stem own : {spelling.stems.own, spelling.stems.irregular}) {
      for (const auto& [stem, probability] : dictionary.translations(own)) {
        const auto known = by_stem.find(stem);
        if (known == by_stem.end()) continue;
        const float strength = probability > 0 ? probability : dictionary_strength;
        for (const std::uint32_t t : known->second) found.push_back({t, strength});
      }
    }
    if (spelling.numeric) continue;
    const auto compare = [&](const std::vector<std::uint32_t>& candidates) {
      if (candidates.size() > most_alike) return;
      for (const std::uint32_t t : candidates) {
        const double alike = likeness(spelling.folded, target[t].folded);
        if (alike >= 0.7) found.push_back({t, static_cast<float>(std::min(0.9, alike * alike))});
      }
    };
    if (spelling.folded.size() >= 4) {
      const std::string bones = skeleton(spelling.folded);
      if (bones.size() >= 3) {
        if (const auto alike = by_bones.find(bones); alike != by_bones.end())
          compare(alike->second);
      }
    }
    if (spelling.folded.size() >= 5) {
      if (const auto alike = by_beginning.find(std::string_view(spelling.folded).substr(0, 4));
          alike != by_beginning.end()) {
        compare(alike->second);
      }
    }
  }
  return matches;
}

/// The segments of a side in which each of its types stands.
class Places {
 public:
  explicit Places(const SideTerms& side) : first_(side.types.size() + 1) {
    for (std::size_t type = 0; type < side.types.size(); ++type)
      first_[type + 1] = first_[type] + side.types[type].segments;
    segments_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t s = 0; s < side.segments(); ++s) {
      for (const Term& term : side.of(s)) {
        std::uint32_t& at = next[term.type];
        if (at == first_[term.type] || segments_[at - 1] != s) segments_[at++] = s;
      }
    }
  }

  std::span<const std::uint32_t> of(std::uint32_t type) const {
    return std::span(segments_).subspan(first_[type], first_[type + 1] - first_[type]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> segments_;
};

/// Brings a side's postings in order: the strongest in each segment.
void settle(SideTerms& side) {
  for (TermType& type : side.types) {
    std::vector<Posting>& postings = type.postings;
    std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
      return a.segment != b.segment ? a.segment < b.segment : a.strength > b.strength;
    });
    postings.erase(
        std::unique(postings.begin(), postings.end(),
                    [](const Posting& a, const Posting& b) { return a.segment == b.segment; }),
        postings.end());
  }
}

void classify(SideTerms& side, const std::vector<Spelling>& spellings, const Dictionary& dictionary,
              Place place) {
  const auto translated = [&](Dictionary::Stem stem) {
    if (stem == Dictionary::unknown) return false;
    return place == Place::source ? !dictionary.translations(stem).empty()
                                  : dictionary.translated(stem);
  };
  for (std::size_t type = 0; type < side.types.size(); ++type) {
    const Spelling& spelling = spellings[type];
    TermClass& kind = side.types[type].kind;
    if (spelling.numeric) {
      kind = TermClass::number;
    } else if (spelling.stems.function) {
      kind = TermClass::function;
    } else if (spelling.name || spelling.capitalised * 2 > spelling.occurrences) {
      kind = TermClass::name;
    } else if (translated(spelling.stems.own) || translated(spelling.stems.irregular)) {
      kind = TermClass::known;
    } else {
      kind = TermClass::other;
    }
  }
}

}  // namespace

const Posting* TermType::met_in(Range segments) const {
  const auto first =
      std::lower_bound(postings.begin(), postings.end(), segments.begin,
                       [](const Posting& p, std::size_t at) { return p.segment < at; });
  return first != postings.end() && first->segment < segments.end ? &*first : nullptr;
}

void post_links(Terms& terms) {
  for (SideTerms* side : {&terms.source, &terms.target}) {
    for (TermType& type : side->types) type.postings.clear();
  }
  const Places source(terms.source);
  const Places target(terms.target);
  for (std::uint32_t s = 0; s < terms.links.size(); ++s) {
    for (const Link& link : terms.links[s]) {
      for (const std::uint32_t segment : target.of(link.type))
        terms.source.types[s].postings.push_back({segment, link.strength});
      for (const std::uint32_t segment : source.of(s))
        terms.target.types[link.type].postings.push_back({segment, link.strength});
    }
  }
  settle(terms.source);
  settle(terms.target);
}

Terms find_terms(const Side& source, const Side& target, const Dictionary& dictionary) {
  Terms terms;
  const std::vector<Spelling> left = gather(source, dictionary, Place::source, terms.source);
  const std::vector<Spelling> right = gather(target, dictionary, Place::target, terms.target);
  classify(terms.source, left, dictionary, Place::source);
  classify(terms.target, right, dictionary, Place::target);
  terms.links = link(left, right, dictionary);
  post_links(terms);
  return terms;
}

}  // namespace cotejo
