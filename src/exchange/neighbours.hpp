/// @file  Units of a file that get to know their neighbours.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cotejo/memory.hpp"
#include "cotejo/unit.hpp"
#include "foreign/xml.hpp"

namespace cotejo {

/// Appends a text as a memory keeps it: what XML can hold, so that TMX can carry it.
inline void append_kept(std::string& out, std::string_view text) { append_xml_text(out, text); }

/// Gives units on, each with the hashes of the source texts before and after it, unless it has its
/// own, or is known to have none.
class Neighbours {
 public:
  explicit Neighbours(const std::function<void(MemoryUnit unit)>& take) : take_(take) {}

  void add(MemoryUnit unit, bool whole = false) {
    std::string own = hex(hash(unit.source));
    const bool knows = whole || !unit.before.empty() || !unit.after.empty();
    if (!knows) unit.before = last_;
    if (held_ && !held_knows_) held_->after = own;
    give();
    held_ = std::move(unit);
    held_knows_ = knows;
    last_ = std::move(own);
  }

  void finish() { give(); }

 private:
  void give() {
    if (held_) take_(*std::exchange(held_, std::nullopt));
  }

  const std::function<void(MemoryUnit unit)>& take_;
  std::optional<MemoryUnit> held_;
  bool held_knows_ = false;
  std::string last_;
};

}  // namespace cotejo
