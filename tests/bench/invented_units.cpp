#include "invented_units.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "cotejo/unit.hpp"

namespace cotejo::bench {
namespace {

constexpr std::size_t forms = 300'000;
constexpr std::size_t remembered = 20'000;  // units that a later one may repeat
constexpr std::size_t document_units = 25;
const char* const syllables[2][24] = {
    {"ca", "de", "la", "ión", "mos", "ra", "ti", "es", "e",  "so", "ña", "tu",
     "mé", "lo", "ri", "do",  "an",  "ve", "jo", "a",  "qu", "be", "o",  "fa"},
    {"th", "ing", "er", "an", "st", "ly", "re", "co", "en", "wa", "sh", "ou",
     "gh", "o",   "be", "ck", "ti", "mo", "ea", "lu", "di", "a",  "ow", "i"}};

/// The rank in the numeral system of syllables, so that forms are distinct.
std::string form(std::size_t rank, int language) {
  std::string word;
  // Neighbours in rank should not look alike: another order of the same numbers.
  std::size_t number = rank < 24   ? rank
                       : rank < 80 ? 24 + (rank * 577) % 552
                                   : 600 + (rank * 7919) % 300'007;
  do {
    word += syllables[language][number % 24];
    number /= 24;
  } while (number > 0);
  return word;
}

}  // namespace

InventedUnits::InventedUnits(std::uint64_t seed) : random_(seed), alias_(forms), share_(forms) {
  // Walker's alias method.
  std::vector<double> weights(forms);
  for (std::size_t i = 0; i < forms; ++i)
    weights[i] = std::pow(static_cast<double>(i) + 2.7, -1.05);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::size_t i = 0; i < forms; ++i) {
    share_[i] = weights[i] / sum * static_cast<double>(forms);
    (share_[i] < 1.0 ? small : large).push_back(static_cast<std::uint32_t>(i));
  }
  while (!small.empty() && !large.empty()) {
    const std::uint32_t little = small.back();
    const std::uint32_t much = large.back();
    small.pop_back();
    alias_[little] = much;
    share_[much] -= 1.0 - share_[little];
    if (share_[much] < 1.0) {
      large.pop_back();
      small.push_back(much);
    }
  }
  for (int language : {0, 1}) {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < forms; ++i) {
      std::string word = form(i, language);
      while (!seen.insert(word).second) word += syllables[language][i % 24];
      vocabulary_[language].push_back(std::move(word));
    }
  }
}

std::size_t InventedUnits::below(std::size_t bound) {
  return static_cast<std::size_t>(random_() % bound);
}

std::size_t InventedUnits::rank() {
  const std::size_t i = below(forms);
  const double toss = static_cast<double>(random_() >> 11) * 0x1p-53;
  return toss < share_[i] ? i : alias_[i];
}

std::vector<InventedUnits::Word> InventedUnits::words(std::size_t count) {
  std::vector<Word> made;
  while (made.size() < count) {
    const std::size_t kind = below(60);
    if (kind < 2) {
      made.push_back({below(3) == 0 ? 2000 + below(30) : below(1'000'000), 'd'});
    } else if (kind < 7) {
      made.push_back({80 + rank(), 'n'});
      made.back().rank = std::min(made.back().rank, forms - 1);
    } else {
      made.push_back({rank(), 'w'});
    }
  }
  return made;
}

std::string InventedUnits::written(const std::vector<Word>& words, int language) const {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word =
        words[i].kind == 'd' ? std::to_string(words[i].rank) : vocabulary_[language][words[i].rank];
    if (words[i].kind == 'd' && words[i].rank >= 10'000)
      word.insert(word.end() - 3, language == 0 ? '.' : ',');
    if (i == 0 || words[i].kind == 'n') {
      if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
    }
    if (i > 0) text += words[i - 1].rank % 13 == 5 && words.size() > 6 ? ", " : " ";
    text += word;
  }
  if (words.size() > 6) text += '.';
  return text;
}

std::string InventedUnits::sentence(std::size_t least_words, std::size_t most_words) {
  return written(words(least_words + below(most_words - least_words + 1)), 0);
}

std::string InventedUnits::frequent_word() { return vocabulary_[0][below(40)]; }

std::string InventedUnits::edited(const std::string& text, std::size_t edits) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  while (edits-- > 0 && !parts.empty()) {
    const std::size_t at = below(parts.size());
    const auto place = parts.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(3)) {
      case 0:
        parts[at] = vocabulary_[0][rank()];
        break;
      case 1:
        parts.erase(place);
        break;
      default:
        parts.insert(place, vocabulary_[0][rank()]);
    }
  }
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : " ") + part;
  return joined;
}

MemoryUnit InventedUnits::next() {
  std::vector<Word> source;
  if (recent_.size() > 100 && below(6) == 0) {
    source = recent_[below(recent_.size())];
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      source[below(source.size())] = words(1)[0];
    }
  } else if (below(8) == 0) {
    source = words(2 + below(5));
  } else {
    std::normal_distribution<double> normal(std::log(19.0), 0.55);
    source = words(static_cast<std::size_t>(std::exp(std::clamp(normal(random_), 1.1, 4.6))));
  }
  std::vector<Word> target = source;
  for (std::size_t i = 0; i + 1 < target.size(); i += 1 + below(5))
    std::swap(target[i], target[i + 1]);
  for (std::size_t more = target.size() / 12; more > 0; --more) {
    target.insert(target.begin() + static_cast<std::ptrdiff_t>(below(target.size())),
                  Word{below(40), 'w'});
  }
  if (recent_.size() < remembered) {
    recent_.push_back(source);
  } else {
    recent_[below(remembered)] = source;
  }
  MemoryUnit unit;
  unit.source = written(source, 0);
  unit.target = written(target, 1);
  unit.source_language = "es-US";
  unit.target_language = "en";
  const std::size_t document = made_ / document_units;
  unit.document =
      "2025/" + std::to_string(document % 12 + 1) + "/nota-" + std::to_string(document) + ".es.txt";
  unit.position = made_ % document_units;
  if (unit.position > 0) unit.before = hex(hash(last_source_));
  if (unit.position + 1 < document_units) unit.after = hex(random_());
  const std::string month = std::to_string(101 + document % 12).substr(1);
  unit.date = "2025" + month + "05T120000Z";
  unit.domain = document % 3 == 0 ? "sports" : "politics";
  unit.confidence = static_cast<double>(9000 + below(1000)) / 10'000;
  last_source_ = unit.source;
  ++made_;
  return unit;
}

}  // namespace cotejo::bench
