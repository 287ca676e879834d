#include "memory/index.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "memory/language.hpp"
#include "memory/terms.hpp"

namespace cotejo {
namespace {

constexpr std::uint64_t block_places = 2048;
/// Where more places than that have no block, the memory is damaged.
constexpr std::uint64_t most_gap = std::uint64_t{1} << 24;

/// Bytes of words that wait until they are written: the more, the nearer to each other they go.
constexpr std::size_t most_words = std::size_t{8} << 20;

IndexEntry entry(std::string_view text, std::string_view tag, KnownWords& known) {
  thread_local std::vector<TextToken> found;
  tokens(text, found);
  const std::size_t whole = weight(found);
  if (whole == 0 || whole > most_weight) return {};
  const std::string_view language = primary_language(tag);
  return {TermLists(language).all(found), static_cast<std::uint16_t>(whole),
          new_words(text, found, language, known)};
}

/// By the upper half, of which the top bits are all the same; the order stays where that is equal.
void sort_by_list(std::vector<std::uint64_t>& postings, std::vector<std::uint64_t>& room) {
  constexpr std::size_t few = 1000;
  if (postings.size() < few) {
    std::sort(postings.begin(), postings.end());  // places ascend
    return;
  }
  constexpr int digit_bits = 12;
  constexpr std::size_t digits = std::size_t{1} << digit_bits;
  room.resize(postings.size());
  for (const int shift : {32, 32 + digit_bits}) {
    std::array<std::size_t, digits + 1> begins{};
    const auto digit = [&](std::uint64_t posting) { return posting >> shift & (digits - 1); };
    for (const std::uint64_t posting : postings) ++begins[digit(posting) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const std::uint64_t posting : postings) room[begins[digit(posting)]++] = posting;
    postings.swap(room);
  }
}

std::uint16_t weight_at(std::string_view block, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < block.size() ? static_cast<unsigned char>(block[i]) : 0;
  };
  return static_cast<std::uint16_t>(byte(2 * at) | byte(2 * at + 1) << 8);
}

}  // namespace

IndexEntries entries(const MemoryUnit& unit, KnownWords& known) {
  return {entry(unit.source, unit.source_language, known),
          entry(unit.target, unit.target_language, known)};
}

std::vector<std::uint16_t> read_weights(Store& store) {
  std::vector<std::uint16_t> weights;
  store.each_block([&](std::int64_t number, std::string_view bytes) {
    const auto first = static_cast<std::uint64_t>(number) * block_places;
    if (first < weights.size() || first - weights.size() > most_gap) return;
    weights.resize(first + block_places);
    for (std::size_t i = 0; i < block_places; ++i) weights[first + i] = weight_at(bytes, i);
  });
  return weights;
}

void IndexWriter::add(std::int64_t id, const RowKeys& keys, const IndexEntries& entries) {
  add(id, RowKey::occurrence, keys.occurrence);
  add(id, RowKey::source, keys.source);
  add(id, RowKey::target, keys.target);
  add(place(id, false), entries.source);
  add(place(id, true), entries.target);
}

void IndexWriter::add(std::int64_t id, RowKey which, std::uint32_t key) {
  keys_[static_cast<std::size_t>(which) * key_lists + key_list(key)].add(key_number(id, key));
}

void IndexWriter::add(std::uint64_t place, const IndexEntry& entry) {
  if (entry.weight == 0) return;
  if (size_ == 0) first_ = place;
  size_ += entry.lists.size();
  for (const std::uint32_t list : entry.lists) {
    postings_[list >> (32 - part_bits)].push_back(std::uint64_t{list} << 32 | (place - first_));
  }
  set_weight(place, entry.weight);
}

void IndexWriter::add_words(const MemoryUnit& unit, const IndexEntries& entries) {
  const auto add = [this](std::string_view tag, const std::string& added) {
    if (added.empty()) return;
    std::string& words = words_[std::string(primary_language(tag))];
    words += added;
    if (words.size() > most_words) write_words();
  };
  add(unit.source_language, entries.source.words);
  add(unit.target_language, entries.target.words);
}

void IndexWriter::write_words() {
  std::vector<std::string_view> words;
  for (const auto& [language, bytes] : words_) {
    words.clear();
    for (std::size_t at = 0, end = 0; at < bytes.size(); at = end + 1) {
      end = bytes.find('\n', at);
      words.push_back(std::string_view(bytes).substr(at, end - at));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    store_.add_words(language, words);
  }
  words_.clear();
}

void IndexWriter::erase(std::int64_t id) {
  set_weight(place(id, false), 0);
  set_weight(place(id, true), 0);
}

void IndexWriter::set_weight(std::uint64_t place, std::uint16_t weight) {
  std::string& block = block_of(place);
  const std::size_t at = 2 * (place % block_places);
  if (block.size() < at + 2) block.resize(at + 2);
  block[at] = static_cast<char>(weight);
  block[at + 1] = static_cast<char>(weight >> 8);
}

std::string& IndexWriter::block_of(std::uint64_t place) {
  const auto number = static_cast<std::int64_t>(place / block_places);
  if (last_block_ && last_block_->first == number) return last_block_->second;
  const auto [block, is_new] = blocks_.try_emplace(number);
  if (is_new) block->second = store_.block(number);
  last_block_ = &*block;
  return block->second;
}

void tidy(Memory::Body& body) {
  constexpr std::int64_t few = 10'000;
  Store& store = body.store();
  Counters counters = store.counters();
  const bool asked = counters.erased < 0;
  if (!asked && (counters.erased < few || 2 * counters.erased < counters.next_id)) return;
  store.clear_lists_and_blocks();
  IndexWriter index(store);
  KnownWords known;
  store.all_rows([&](const Row& row) {
    const MemoryUnit unit = body.unit(row);
    const IndexEntries found = entries(unit, known);
    index.add_words(unit, found);
    index.add(row.id, row_keys(unit), found);
    if (index.size() > most_postings) index.write();
  });
  index.write();
  counters.erased = 0;
  store.set_counters(counters);
}

void IndexWriter::write() {
  Run run;
  std::vector<std::uint64_t> room;
  for (std::vector<std::uint64_t>& part : postings_) {
    sort_by_list(part, room);
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto list = static_cast<std::uint32_t>(part[i] >> 32);
      run.add(first_ + static_cast<std::uint32_t>(part[i]));
      if (i + 1 < part.size() && part[i + 1] >> 32 == list) continue;
      store_.append(list, run.bytes());
      run.clear();
    }
    part.clear();
  }
  size_ = 0;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i].bytes().empty()) continue;
    store_.append(stored_list(static_cast<RowKey>(i / key_lists), i % key_lists), keys_[i].bytes());
    keys_[i].clear();
  }
  write_words();
  for (const auto& [number, bytes] : blocks_) store_.set_block(number, bytes);
  blocks_.clear();
  last_block_ = nullptr;
}

}  // namespace cotejo
