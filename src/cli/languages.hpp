/// @file  Languages: what looks wrong with those of a pair of documents.
#pragma once

#include <string>
#include <vector>

#include "cotejo/document.hpp"

namespace cotejo {

/// Sides that seem swapped, a side that reads like another language than was asked for, one
/// language on both sides, a side that is neither Spanish nor English where no language was asked
/// for. `asked_*` is empty where the language was to be detected.
std::vector<Message> language_warnings(const Document& source, const std::string& asked_source,
                                       const Document& target, const std::string& asked_target);

}  // namespace cotejo
