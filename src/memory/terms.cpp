#include "memory/terms.hpp"

#include <algorithm>
#include <utility>

#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

constexpr int word_bits = 16;
constexpr int pair_bits = 14;
constexpr std::uint32_t pair_flag = std::uint32_t{1} << 31;

constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t value = (a ^ (b + 0x9e3779b97f4a7c15 + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccd;
  return value ^ value >> 33;
}

/// The list: in its high bits the key's, in its low ones the language's.
constexpr std::uint32_t list_of(std::uint64_t key, int key_bits, std::uint64_t language) {
  const int language_bits = 31 - key_bits;
  return static_cast<std::uint32_t>(key >> (64 - key_bits)) << language_bits |
         static_cast<std::uint32_t>(language >> (64 - language_bits));
}

constexpr std::uint64_t any_number = 0x23;
constexpr std::uint64_t this_number = 0x31;
constexpr std::uint64_t marks = 0x2e;

}  // namespace

TermLists::TermLists(std::string_view language) : language_(mixed(hash(language), 0)) {}

std::vector<std::uint32_t> TermLists::words(const std::vector<TextToken>& tokens) const {
  thread_local std::vector<std::uint64_t> keys;
  keys.clear();
  for (const TextToken& token : tokens) {
    if (token.kind != TextTokenKind::mark)
      keys.push_back(token.kind == TextTokenKind::number ? any_number : token.key);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> lists;
  lists.reserve(2 * keys.size() + 1);  // pairs will follow
  std::uint64_t times = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    times = i > 0 && keys[i] == keys[i - 1] ? times + 1 : 0;
    lists.push_back(list_of(mixed(keys[i], times), word_bits, language_));
  }
  return lists;
}

std::uint32_t TermLists::mostly_marks() const {
  return list_of(mixed(marks, 0), word_bits, language_);
}

std::vector<std::uint32_t> TermLists::phrase(const std::vector<TextToken>& tokens) const {
  std::vector<std::uint32_t> lists;
  add_phrase(tokens, true, lists);
  return lists;
}

std::uint32_t TermLists::of(const TextToken& token) const {
  const bool number = token.kind == TextTokenKind::number;
  const std::uint64_t key = number ? mixed(token.key, this_number) : token.key;
  return list_of(mixed(key, 0), word_bits, language_);
}

void TermLists::add_phrase(const std::vector<TextToken>& tokens, bool with_words,
                           std::vector<std::uint32_t>& lists) const {
  std::uint64_t before = 0;
  for (const TextToken& token : tokens) {
    if (token.kind == TextTokenKind::mark) continue;
    if (with_words || token.kind == TextTokenKind::number) lists.push_back(of(token));
    if (before != 0) {
      lists.push_back(pair_flag | list_of(mixed(before, token.key), pair_bits, language_));
    }
    before = token.key;
  }
}

std::vector<std::uint32_t> TermLists::all(const std::vector<TextToken>& tokens) const {
  std::vector<std::uint32_t> lists = words(tokens);
  add_phrase(tokens, false, lists);
  if (is_mostly_marks(tokens)) lists.push_back(mostly_marks());
  return lists;
}

bool is_mostly_marks(const std::vector<TextToken>& tokens) {
  std::size_t marks_weight = 0;
  for (const TextToken& token : tokens)
    marks_weight += token.kind == TextTokenKind::mark ? mark_weight : 0;
  return 100.0 * static_cast<double>(marks_weight) >=
         least_score_ever * static_cast<double>(weight(tokens));
}

}  // namespace cotejo
