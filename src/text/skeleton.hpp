/// @file  The skeleton of a word: what is left of its spelling when the habits of one language are
/// taken off.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Any bytes; meant for a folded word. Consonants only, doubled ones once, alike-sounding ones the
/// same: "zelensky" and "zelenski" are "slnsk", "luhansk" and "lugansk" "lgnsk", "khomeini" and
/// "jomeini" "gmn". Equal skeletons of three letters or more make likely cognates.
std::string skeleton(std::string_view folded);

}  // namespace cotejo
