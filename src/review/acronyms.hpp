/// @file  Acronyms, and the words of the other side that they stand for.
#pragma once

#include <vector>

#include "review/pairing.hpp"

namespace cotejo {

/// Words of acronyms and of what they stand for, of both sides: true where explained.
struct Explained {
  std::vector<bool> source;
  std::vector<bool> target;
};

Explained explain_acronyms(const Pairing& pairing);

}  // namespace cotejo
