/// @file  The skeleton of a word: what is left of its spelling when the habits of one language are
/// taken off.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Consonants only, doubled ones once, alike-sounding ones the same: "zelensky" and "zelenski" are
/// "slnsk". Takes a folded word. Equal skeletons of three letters or more make likely cognates.
std::string skeleton(std::string_view folded);

/// How alike two folded words are spelt, 0 to 1: the longest common subsequence over the longer
/// word (Melamed's LCSR), with a longer shared beginning counting for more.
double likeness(std::string_view a, std::string_view b);

}  // namespace cotejo
