/// @file  What somebody meant who wrote an option or a command that does not exist.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Damerau-Levenshtein distance in its restricted form: insertions, deletions, substitutions and
/// swaps of neighbouring bytes that turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to `word`, the first of equals; nothing when none is near enough to be
/// meant: more than a third of the letters differ.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace cotejo
