/// @file  How alike two words of different languages are spelt.
#pragma once

#include <string_view>

namespace cotejo {

/// How alike two folded words are spelt, 0 to 1: the longest common subsequence over the longer
/// word (Melamed's LCSR), with a longer shared beginning counting for more.
double likeness(std::string_view a, std::string_view b);

}  // namespace cotejo
