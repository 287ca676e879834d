/// @file  The numbers by which units and lists are found.
#pragma once

#include <cstdint>
#include <string_view>

#include "cotejo/memory.hpp"
#include "memory/store.hpp"

namespace cotejo {

/// 32 bits of hash() of a text.
std::uint32_t text_key(std::string_view text);

/// Keys of a unit with canonical languages. Units that may be the same have one occurrence key: of
/// languages, document, source and neighbours, or, where document or neighbours aren't known, of
/// the target too, for then a second target is a second unit.
RowKeys row_keys(const MemoryUnit& unit);

/// Whether another target for a unit makes it the same unit, changed.
bool knows_its_place(const MemoryUnit& unit);

}  // namespace cotejo
