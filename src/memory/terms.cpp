#include "memory/terms.hpp"

#include <algorithm>
#include <utility>

#include "cotejo/unit.hpp"

namespace cotejo {
namespace {

constexpr int pair_bits = 14;
constexpr std::uint32_t pair_flag = std::uint32_t{1} << 31;

constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t value = (a ^ (b + 0x9e3779b97f4a7c15 + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccd;
  return value ^ value >> 33;
}

constexpr std::uint32_t word_list(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32) & ~pair_flag;
}

constexpr std::uint64_t any_number = 0x23;
constexpr std::uint64_t this_number = 0x31;
constexpr std::uint64_t marks = 0x2e;

}  // namespace

Terms::Terms(std::string_view language) : language_(mixed(hash(language), 0)) {}

std::vector<std::uint32_t> Terms::words(const std::vector<TextToken>& tokens) const {
  std::vector<std::uint64_t> keys;
  keys.reserve(tokens.size());
  for (const TextToken& token : tokens) {
    if (token.kind != TokenKind::mark)
      keys.push_back(token.kind == TokenKind::number ? any_number : token.key);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> lists;
  lists.reserve(keys.size());
  std::uint64_t times = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    times = i > 0 && keys[i] == keys[i - 1] ? times + 1 : 0;
    lists.push_back(word_list(mixed(language_ + times, keys[i])));
  }
  return lists;
}

std::uint32_t Terms::mostly_marks() const { return word_list(mixed(language_, marks)); }

std::vector<std::uint32_t> Terms::phrase(const std::vector<TextToken>& tokens) const {
  std::vector<std::uint32_t> lists;
  std::uint64_t before = 0;
  for (const TextToken& token : tokens) {
    if (token.kind == TokenKind::mark) continue;
    const std::uint64_t key =
        token.kind == TokenKind::number ? mixed(token.key, this_number) : token.key;
    lists.push_back(word_list(mixed(language_, key)));
    if (before != 0) {
      const auto pair = static_cast<std::uint32_t>(mixed(before, token.key) >> (64 - pair_bits));
      lists.push_back(pair_flag | static_cast<std::uint32_t>(language_ >> 47) << pair_bits | pair);
    }
    before = token.key;
  }
  return lists;
}

std::vector<std::uint32_t> Terms::all(const std::vector<TextToken>& tokens) const {
  std::vector<std::uint32_t> lists = words(tokens);
  const std::vector<std::uint32_t> more = phrase(tokens);
  lists.insert(lists.end(), more.begin(), more.end());
  if (is_mostly_marks(tokens)) lists.push_back(mostly_marks());
  return lists;
}

bool is_mostly_marks(const std::vector<TextToken>& tokens) {
  std::size_t marks_weight = 0;
  for (const TextToken& token : tokens)
    marks_weight += token.kind == TokenKind::mark ? mark_weight : 0;
  return 100.0 * static_cast<double>(marks_weight) >=
         least_score_ever * static_cast<double>(weight(tokens));
}

}  // namespace cotejo
