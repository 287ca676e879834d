/// @file  Adding units, each of them once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/index.hpp"
#include "memory/keys.hpp"

namespace cotejo {

/// Makes a unit fit to be kept: canonical languages, numbers in their ranges. False, and counted,
/// where it can't be kept.
bool make_fit(MemoryUnit& unit, AddReport& report);

/// A fit unit with all that can be told of it without looking into the store.
struct Prepared {
  MemoryUnit unit;
  RowKeys keys;
  IndexEntries entries;
};
Prepared prepared(MemoryUnit unit, KnownWords& known);

/// Puts the units of one call of Memory::add into the store.
class Adder {
 public:
  explicit Adder(Memory::Body& body) : body_(body) {}

  void add(Prepared&& it);
  /// Keeps what was added since the last commit. What wasn't is undone at the end.
  void commit();
  bool pending() const { return writing_.has_value(); }

  AddReport report;

 private:
  void begin();
  /// Rows that are the same unit, with whatever target.
  std::vector<Row> same_units(const Prepared& it);
  void meet_again(const Row& old, const MemoryUnit& unit);
  bool touched(std::int64_t id) const { return id >= first_id_ || touched_.contains(id); }

  Memory::Body& body_;
  IndexWriter index_{body_.store()};
  std::optional<Occurrences> occurrences_;  ///< for as long as nobody else may write
  std::optional<Writing> writing_;
  Counters counters_;
  std::int64_t first_id_ = 0;  ///< of those made in this call
  /// Older rows that units of this call were already found to be. A text that returns between the
  /// same neighbours with another translation changes the next of them, not the same one again.
  std::unordered_set<std::int64_t> touched_;
};

}  // namespace cotejo
