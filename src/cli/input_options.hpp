/// @file  How input is read, as it was asked for.
#pragma once

#include <string>

#include "cotejo/document.hpp"

namespace cotejo {

/// How files are read; the same for every command.
struct InputOptions {
  std::string encoding;
  Paragraphs paragraphs = Paragraphs::automatic;
  bool lines = false;  ///< every line is a segment already
};

}  // namespace cotejo
