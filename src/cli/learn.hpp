/// @file  cotejo lexicon learn.
#pragma once

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace cotejo {

/// Reads aligned text and writes the word pairs it teaches.
void learn_words(const LexiconCommand& command, const Console& console);

}  // namespace cotejo
