/// @file  Writing a new value where an old one stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cotejo/lexicon.hpp"

namespace cotejo {

/// An anchor's passage and the one of its keys that counts (see anchor.hpp).
struct Said {
  std::string_view passage;
  std::string_view key;
};

/// `old` with the value of `next` in place of its own, in the same style: "3.5 billion", said
/// "n:3500000000", becomes "4.2 billion". `next` comes from a text of another language; its passage
/// tells how exact it is. Nothing where the style has no place for the value. What comes out has to
/// be read back: it may be wrong where a language has rules that this doesn't know.
std::optional<std::string> rewrite_number(Said old, Said next, const Lexicon& lexicon);
std::optional<std::string> rewrite_date(Said old, Said next, const Lexicon& lexicon);
std::optional<std::string> rewrite_time(Said old, Said next, const Lexicon& lexicon);

}  // namespace cotejo
