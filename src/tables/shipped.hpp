/// @file  The tables of lexicons/ as they are carried inside the library.
#pragma once

#include <string_view>
#include <vector>

namespace cotejo {

/// The bytes of a table by its path under lexicons/ ("es/abbreviations.tsv"); empty when there is
/// none. "en-es/words.stems" is words.tsv with every word stemmed and folded, without comments.
std::string_view shipped_table(std::string_view name);

/// The paths of the tables in a folder of lexicons/ ("names"), or all of them for "", sorted.
std::vector<std::string_view> shipped_tables(std::string_view folder);

}  // namespace cotejo
