/// @file  A table of names made from ICU's locale data. See icu_names_table in
/// cotejo/lexicon_tables.hpp.
#pragma once

#include <string_view>
#include <vector>

#include "cotejo/lexicon_tables.hpp"

namespace cotejo {

/// The path of the frozen one under lexicons/.
constexpr std::string_view frozen_names = "names/icu.tsv";

/// The hand-written tables of names.
std::vector<std::string_view> written_names();

}  // namespace cotejo
