#include "review/otherwise.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace cotejo {
namespace {

bool equal(double a, double b) { return std::abs(a - b) < 1e-9; }

/// The numbers that a word implies.
std::vector<double> implied_by(const ReviewWord& word, const Lexicon& lexicon) {
  std::vector<double> out;
  const auto entry = lexicon.find(List::implied, word.folded);
  if (!entry) return out;
  for (std::size_t at = 0; at < entry->kind.size();) {
    const std::size_t end = std::min(entry->kind.find(' ', at), entry->kind.size());
    if (entry->kind[at] != '-')
      out.push_back(std::atof(std::string(entry->kind.substr(at, end - at)).c_str()));
    at = end + 1;
  }
  return out;
}

/// Whether a word of the side implies the number: "both", "ambos", "a couple", or its figures.
bool implied(const SaidQuantity& said, const Words& other) {
  for (std::size_t i = 0; i < other.words.size(); ++i) {
    const ReviewWord& word = other.words[i];
    const Meet& meet = other.met[i];
    constexpr std::size_t reach = 3;  // "reducir a la mitad" meets "halve" with its first word
    const bool free = meet.met != Met::yes ||
                      (said.words.begin < meet.with + reach && meet.with < said.words.end);
    const Anchor* anchor = word.anchor == none ? nullptr : &other.side.anchors[word.anchor];
    const std::vector<double> values = implied_by(word, other.lexicon);
    const std::string_view digits =
        std::string_view(word.folded).substr(0, word.folded.find_first_not_of("0123456789"));
    for (const QuantityKey& key : said.keys) {
      if (!key.number) continue;
      if (free && std::any_of(values.begin(), values.end(),
                              [&](double value) { return equal(value, *key.number); }))
        return true;
      if (word.numeric && *key.number >= 0 && *key.number < 1e15 &&
          *key.number == std::floor(*key.number) &&
          digits == std::to_string(static_cast<long long>(*key.number)) &&
          (!anchor || !has_value(anchor->kind) || digits.size() < word.folded.size()))
        return true;
    }
  }
  return false;
}

/// "300 km (190 miles)": one of the two is enough.
bool repeats(const SaidQuantity& said, const std::vector<SaidQuantity>& own) {
  return std::any_of(own.begin(), own.end(), [&](const SaidQuantity& other) {
    return other.anchor != said.anchor && other.met && !other.loosely &&
           conversion(said, other) == Conversion::right;
  });
}

/// "siglo XX" beside the 1930s.
bool in_century(const SaidQuantity& said, const std::vector<SaidQuantity>& other) {
  if (said.keys[0].head != "c" || !said.keys[0].number) return false;
  return std::any_of(other.begin(), other.end(), [&](const SaidQuantity& o) {
    return std::any_of(o.keys.begin(), o.keys.end(), [&](const QuantityKey& key) {
      return key.year && (*key.year + 99) / 100 == static_cast<int>(*said.keys[0].number);
    });
  });
}

/// "6½" and "6 capturas y media": the half stands some words behind.
bool and_a_half(const SaidQuantity& less, const SaidQuantity& more, const Words& words) {
  if (!less.keys[0].number || !more.keys[0].number ||
      !equal(*less.keys[0].number + 0.5, *more.keys[0].number))
    return false;
  constexpr std::size_t reach = 4;
  for (std::size_t i = less.words.end; i < std::min(words.words.size(), less.words.end + reach);
       ++i) {
    const std::vector<double> values = implied_by(words.words[i], words.lexicon);
    if (std::find(values.begin(), values.end(), 0.5) != values.end()) return true;
  }
  return false;
}

/// "3 and more than 10 million" for 3 million: the next number has the scale.
bool scaled(const SaidQuantity& less, const SaidQuantity& more,
            const std::vector<SaidQuantity>& side, const Words& words) {
  if (!less.keys[0].number || !more.keys[0].number || *less.keys[0].number <= 0.0) return false;
  const double times = *more.keys[0].number / *less.keys[0].number;
  if (!equal(times, 1e3) && !equal(times, 1e6) && !equal(times, 1e9)) return false;
  const auto next = std::find_if(side.begin(), side.end(), [&](const SaidQuantity& said) {
    return said.words.begin > less.words.begin;
  });
  return next != side.end() && next->words.begin < less.words.end + 5 && next->keys[0].number &&
         *next->keys[0].number >= times && next->words.size() > 1 &&
         slice(words.side.document.text, {less.anchor->span.end, next->anchor->span.begin})
                 .find_first_of(",;:.()") == std::string_view::npos;
}

/// "3 minutes and 35 seconds" for 3:35; "60 a 40" for 60:40.
bool clock(const SaidQuantity& said, const std::vector<SaidQuantity>& own,
           const SaidQuantity& time) {
  if (time.keys[0].parts.empty()) return false;
  const bool running = time.keys[0].head == "r";
  const auto in_minutes = [&](const SaidQuantity& one) {
    const std::string_view head = one.keys[0].head;
    return one.keys[0].number && (head == "u:minute" || head == "u:second" || head == "u:hour" ||
                                  (running && head == "n"));
  };
  if (!in_minutes(said)) return false;
  const auto says = [&](const SaidQuantity& one) {
    return std::any_of(time.keys.begin(), time.keys.end(), [&](const QuantityKey& key) {
      return std::any_of(key.parts.begin(), key.parts.end(),
                         [&](double part) { return equal(*one.keys[0].number, part); });
    });
  };
  return says(said) && std::any_of(own.begin(), own.end(), [&](const SaidQuantity& other) {
           return &other != &said && in_minutes(other) && says(other);
         });
}

/// "Oct." for "octubre".
bool short_month(const SaidQuantity& said, const Words& other) {
  if (said.keys[0].head != "m") return false;
  return std::any_of(other.words.begin(), other.words.end(), [&](const ReviewWord& word) {
    if (word.written != Case::capitalised) return false;
    const auto entry = other.lexicon.find(List::calendar, word.folded);
    return entry && entry->kind == "month-short" &&
           std::atoi(std::string(entry->value).c_str()) == said.keys[0].month;
  });
}

}  // namespace

bool kept(const SaidQuantity& said, const Words& own, const Words& other) {
  if (said.figures) return false;
  for (std::size_t i = said.words.begin; i < said.words.end; ++i) {
    const ReviewWord& word = own.words[i];
    if (word.written == Case::lower ||
        std::none_of(other.words.begin(), other.words.end(), [&](const ReviewWord& o) {
          return o.written == word.written && o.folded == word.folded;
        }))
      return false;
  }
  return true;
}

bool said_otherwise(const SaidQuantity& said, const std::vector<SaidQuantity>& own,
                    const std::vector<SaidQuantity>& other, const Words& words,
                    const Words& others) {
  return implied(said, others) || repeats(said, own) || in_century(said, other) ||
         short_month(said, others) ||
         std::any_of(other.begin(), other.end(), [&](const SaidQuantity& o) {
           return agreement(said, o) >= Agreement::value || and_a_half(said, o, words) ||
                  and_a_half(o, said, others) || scaled(said, o, own, words) ||
                  scaled(o, said, other, others) || clock(said, own, o) || clock(o, other, said);
         });
}

bool told_by_clock(const SaidQuantity& said, const std::vector<SaidQuantity>& own,
                   const std::vector<SaidQuantity>& other) {
  return std::any_of(other.begin(), other.end(),
                     [&](const SaidQuantity& time) { return clock(said, own, time); });
}

std::optional<std::size_t> implies_another(const SaidQuantity& said, const Words& own,
                                           const Words& other) {
  constexpr double near = 0.25;
  if (!said.keys[0].number) return std::nullopt;
  const double at = place(said.words.begin, own.words.size());
  for (std::size_t i = 0; i < other.words.size(); ++i) {
    const ReviewWord& word = other.words[i];
    if (other.met[i].met == Met::yes || other.met[i].met == Met::far ||
        std::abs(place(i, other.words.size()) - at) > near ||
        (word.anchor != none && has_value(other.side.anchors[word.anchor].kind)))
      continue;
    // "One", "un" and "una" are articles too often, "no" denies.
    const std::vector<double> values = implied_by(word, other.lexicon);
    if (!values.empty() && values[0] != 1.0 && values[0] != 0.0) return i;
  }
  return std::nullopt;
}

}  // namespace cotejo
