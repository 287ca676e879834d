/// @file  The numbers by which units are found that are the same, or have the same text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/store.hpp"

namespace cotejo {

/// Different units may share any of them.
struct RowKeys {
  std::uint32_t occurrence = 0;  ///< of what makes a unit the same one as another
  std::uint32_t source = 0;      ///< of the source text
  std::uint32_t target = 0;
};
enum class RowKey : std::uint8_t { occurrence, source, target };

/// 32 bits of hash() of a text.
std::uint32_t text_key(std::string_view text);

/// Keys of a unit with canonical languages. Units that may be the same have one occurrence key: of
/// languages, document, source and neighbours, or, where document or neighbours aren't known, of
/// the target too, for then a second target is a second unit.
RowKeys row_keys(const MemoryUnit& unit);

/// Whether another target for a unit makes it the same unit, changed.
bool knows_its_place(const MemoryUnit& unit);

/// Keys stand in lists of their own, 8192 of each kind, by their high bits. A number there is an id
/// and 12 more bits of its key: 25 in all, so that few rows are looked at in vain. Adding thousands
/// of units changes each list once, where an index by key would be changed all over for each.
constexpr int key_list_bits = 13;
constexpr std::size_t key_lists = std::size_t{1} << key_list_bits;
std::size_t key_list(std::uint32_t key);  ///< below key_lists
std::uint64_t key_number(std::int64_t id, std::uint32_t key);
std::uint64_t stored_list(RowKey which, std::size_t list);  ///< its number in the store

/// Rows that may have the key, by id; others may be among them.
std::vector<Row> rows_with(Store& store, RowKey which, std::uint32_t key);

/// Occurrence keys of a store and of units that are being added to it: each list is read once.
class Occurrences {
 public:
  explicit Occurrences(Store& store) : store_(store), lists_(key_lists) {}

  std::vector<std::int64_t> with(std::uint32_t key);  ///< ids, ascending; others may be among them
  void add(std::int64_t id, std::uint32_t key);       ///< after with()

 private:
  struct List {
    bool known = false;
    std::vector<std::uint64_t> numbers;
  };
  Store& store_;
  std::vector<List> lists_;
};

}  // namespace cotejo
