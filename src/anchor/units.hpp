/// @file  Units as the lists have them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "anchor/reading.hpp"

namespace cotejo {

struct UnitForm {
  std::size_t end = 0;             ///< the token behind it
  std::vector<std::string> heads;  ///< "u:pound:", "$:GBP:"; never empty
  bool sign = false;               ///< a sign or code of money
};

/// The unit at token `at`, a hyphen before it included. Abbreviations count behind figures only.
std::optional<UnitForm> read_unit(const Passage& passage, std::size_t at, bool figures);

}  // namespace cotejo
