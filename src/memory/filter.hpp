/// @file  Which units a filter means.
#pragma once

#include "cotejo/memory.hpp"
#include "memory/store.hpp"

namespace cotejo {

bool passes(const Provenance& provenance, const MemoryFilter& filter);  ///< as far as it tells
bool passes(const Row& row, const MemoryFilter& filter);                ///< the rest

}  // namespace cotejo
