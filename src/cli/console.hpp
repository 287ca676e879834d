/// @file  The console: what is said on standard error, one line each, in the person's language.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "cli/catalogue.hpp"
#include "cotejo/error.hpp"

namespace cotejo {

class Console {
 public:
  explicit Console(Catalogue catalogue, bool quiet = false)
      : catalogue_(std::move(catalogue)), quiet_(quiet) {}

  const Catalogue& catalogue() const { return catalogue_; }
  bool quiet() const { return quiet_; }

  void error(const Message& message) const;    ///< said even when quiet
  void warning(const Message& message) const;  ///< "cotejo: warning: ..."
  void note(const Message& message) const;     ///< the sentence alone

 private:
  Catalogue catalogue_;
  bool quiet_;
};

/// Standard output, or standard error, is a terminal.
bool output_is_terminal();
bool errors_are_terminal();

/// Colours and other styles are wanted on standard output: it is a terminal, and neither NO_COLOR
/// nor TERM=dumb is set.
bool output_has_styles();

/// Columns of the screen: as COLUMNS says, else as the terminal does, else 80.
std::size_t output_columns();

}  // namespace cotejo
