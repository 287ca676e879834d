/// @file  Adding units, each of them once.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/keys.hpp"

namespace cotejo {

/// Makes a unit fit to be kept: canonical languages, numbers in their ranges. False, and counted,
/// where it can't be kept.
bool make_fit(MemoryUnit& unit, AddReport& report);

/// One call of Memory::add, inside begin_writing().
class Adder {
 public:
  explicit Adder(Memory::Body& body) : body_(body) {}

  /// Takes what the store holds now; at each begin_writing().
  void begin();
  /// A fit unit: the id of the row that was made for it, or 0.
  std::int64_t add(const MemoryUnit& unit, const RowKeys& keys);
  /// Writes the counters; before commit().
  void end();

  AddReport report;

 private:
  /// Rows that are the same unit, with whatever target.
  std::vector<Row> same_units(const MemoryUnit& unit, const RowKeys& keys);
  void refresh_row(const Row& old, const MemoryUnit& unit);
  bool touched(std::int64_t id) const { return id >= first_id_ || touched_.contains(id); }

  Memory::Body& body_;
  Counters counters_;
  std::int64_t first_id_ = 0;  ///< of those made in this call
  /// Older rows that units of this call were already found to be. A text that returns between the
  /// same neighbours with another translation changes the next of them, not the same one again.
  std::unordered_set<std::int64_t> touched_;
};

}  // namespace cotejo
