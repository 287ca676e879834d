/// @file  The command line: words to a command, or an Error that says what was meant.
#pragma once

#include <string>
#include <vector>

#include "cli/catalogue.hpp"
#include "cli/options.hpp"

namespace cotejo {

/// The language of messages: --ui-lang wherever it stands among the words, else the environment's.
/// Never fails, so that every later message, errors included, comes in that language.
UiLanguage ui_language(const std::vector<std::string>& words);

/// Reads the words behind the program's name. Help pages come in the catalogue's language.
Command read_arguments(const std::vector<std::string>& words, const Catalogue& catalogue);

}  // namespace cotejo
