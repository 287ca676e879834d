#include "memory/index.hpp"

#include <algorithm>

#include "memory/language.hpp"
#include "memory/terms.hpp"

namespace cotejo {
namespace {

constexpr std::uint64_t block_places = 2048;

IndexEntry entry(std::string_view text, std::string_view language) {
  thread_local std::vector<TextToken> found;
  tokens(text, found);
  const std::size_t whole = weight(found);
  if (whole == 0 || whole > most_weight) return {};
  return {Terms(primary_language(language)).all(found), static_cast<std::uint16_t>(whole)};
}

std::uint16_t weight_at(std::string_view block, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < block.size() ? static_cast<unsigned char>(block[i]) : 0;
  };
  return static_cast<std::uint16_t>(byte(2 * at) | byte(2 * at + 1) << 8);
}

}  // namespace

IndexEntries entries(const MemoryUnit& unit) {
  return {entry(unit.source, unit.source_language), entry(unit.target, unit.target_language)};
}

std::vector<std::uint16_t> read_weights(Store& store, std::int64_t next_id) {
  std::vector<std::uint16_t> weights(static_cast<std::size_t>(place(next_id, false)));
  store.each_block([&](std::int64_t number, std::string_view bytes) {
    const auto first = static_cast<std::uint64_t>(number) * block_places;
    for (std::size_t i = 0; i < block_places && first + i < weights.size(); ++i) {
      weights[first + i] = weight_at(bytes, i);
    }
  });
  return weights;
}

void IndexWriter::add(std::int64_t id, const IndexEntries& entries) {
  add(place(id, false), entries.source);
  add(place(id, true), entries.target);
}

void IndexWriter::add(std::uint64_t place, const IndexEntry& entry) {
  if (entry.weight == 0) return;
  for (const std::uint32_t list : entry.lists) runs_[list].add(place);
  set_weight(place, entry.weight);
}

void IndexWriter::erase(std::int64_t id) {
  set_weight(place(id, false), 0);
  set_weight(place(id, true), 0);
}

void IndexWriter::set_weight(std::uint64_t place, std::uint16_t weight) {
  const auto number = static_cast<std::int64_t>(place / block_places);
  const auto [block, is_new] = blocks_.try_emplace(number);
  if (is_new) block->second = store_.block(number);
  const std::size_t at = 2 * (place % block_places);
  if (block->second.size() < at + 2) block->second.resize(at + 2);
  block->second[at] = static_cast<char>(weight);
  block->second[at + 1] = static_cast<char>(weight >> 8);
}

void tidy(Memory::Body& body) {
  constexpr std::int64_t few = 10'000;
  Store& store = body.store();
  Counters counters = store.counters();
  if (counters.erased < few || 2 * counters.erased < counters.next_id) return;
  store.clear_lists_and_blocks();
  IndexWriter index(store);
  store.all_rows([&](const Row& row) { index.add(row.id, entries(body.unit(row))); });
  index.write();
  counters.erased = 0;
  store.set_counters(counters);
}

void IndexWriter::write() {
  std::vector<std::uint32_t> lists;
  lists.reserve(runs_.size());
  for (const auto& run : runs_) lists.push_back(run.first);
  std::sort(lists.begin(), lists.end());
  for (const std::uint32_t list : lists) store_.append(list, runs_[list].bytes());
  for (const auto& [number, bytes] : blocks_) store_.set_block(number, bytes);
  runs_.clear();
  blocks_.clear();
}

}  // namespace cotejo
