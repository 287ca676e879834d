/// @file  Keeping lists and blocks as the units are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/keys.hpp"
#include "memory/postings.hpp"
#include "memory/store.hpp"
#include "memory/tokens.hpp"
#include "memory/vocabulary.hpp"

namespace cotejo {

/// What the index knows of one text.
struct IndexEntry {
  std::vector<std::uint32_t> lists;
  std::uint16_t weight = 0;  ///< of its tokens; 0: it stands in no list
  std::string words;         ///< that the vocabulary may not have, see new_words()
};
struct IndexEntries {
  IndexEntry source;
  IndexEntry target;
};
IndexEntries entries(const MemoryUnit& unit, KnownWords& known);

/// The weights of all texts, by place. They lie in blocks of 2048, two bytes each, the low one
/// first; what is erased has none.
std::vector<std::uint16_t> read_weights(Store& store);

/// Postings that are held until they are written. More make an import faster, and larger in memory.
constexpr std::size_t most_postings = 24'000'000;

/// Gathers changes and writes them in the order of lists, which is far faster than one by one.
/// Inside begin_writing().
class IndexWriter {
 public:
  explicit IndexWriter(Store& store) : store_(store), postings_(parts), keys_(3 * key_lists) {}

  /// Ids must ascend.
  void add(std::int64_t id, const RowKeys& keys, const IndexEntries& entries);
  void add_words(const MemoryUnit& unit, const IndexEntries& entries);
  void erase(std::int64_t id);
  std::size_t size() const { return size_; }  ///< postings gathered, 8 bytes each
  void write();

 private:
  /// Where the bytes of the list begin alike is one part, so that sorting stays in the cache.
  static constexpr int part_bits = 9;
  static constexpr std::size_t parts = std::size_t{1} << part_bits;

  void add(std::uint64_t place, const IndexEntry& entry);
  void add(std::int64_t id, RowKey which, std::uint32_t key);
  void set_weight(std::uint64_t place, std::uint16_t weight);
  std::string& block_of(std::uint64_t place);
  void write_words();

  Store& store_;
  std::vector<std::vector<std::uint64_t>> postings_;  ///< the list, and the place less the first
  std::vector<Run> keys_;                             ///< key_lists of each kind
  std::uint64_t first_ = 0;
  std::size_t size_ = 0;
  std::map<std::string, std::string, std::less<>> words_;  ///< by language
  std::map<std::int64_t, std::string> blocks_;
  std::pair<const std::int64_t, std::string>* last_block_ = nullptr;  ///< asked for; of blocks_
};

/// Makes the lists anew when more units were erased since the last time than there are, and
/// thousands, or when a migration asked for it; inside begin_writing().
void tidy(Memory::Body& body);

}  // namespace cotejo
