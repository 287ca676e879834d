/// @file  Keeping lists and blocks as the units are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/postings.hpp"
#include "memory/store.hpp"
#include "memory/tokens.hpp"

namespace cotejo {

/// What the index knows of one text.
struct IndexEntry {
  std::vector<std::uint32_t> lists;
  std::uint16_t weight = 0;  ///< of its tokens; 0: it stands in no list
};
struct IndexEntries {
  IndexEntry source;
  IndexEntry target;
};
IndexEntries entries(const MemoryUnit& unit);

/// The weights of all texts, by place. They lie in blocks of 2048, two bytes each, the low one
/// first; what is erased has none.
std::vector<std::uint16_t> read_weights(Store& store, std::int64_t next_id);

/// Gathers changes and writes them in the order of lists, which is far faster than one by one.
/// Inside begin_writing().
class IndexWriter {
 public:
  explicit IndexWriter(Store& store) : store_(store) {}

  /// Ids must ascend.
  void add(std::int64_t id, const IndexEntries& entries);
  void erase(std::int64_t id);
  void write();

 private:
  void add(std::uint64_t place, const IndexEntry& entry);
  void set_weight(std::uint64_t place, std::uint16_t weight);

  Store& store_;
  std::unordered_map<std::uint32_t, Run> runs_;
  std::map<std::int64_t, std::string> blocks_;
};

/// Makes the lists anew when more units were erased since the last time than there are, and
/// thousands; inside begin_writing().
void tidy(Memory::Body& body);

}  // namespace cotejo
