/// @file  The marks of plain text: bullets, numbers, quotes, dashes, stops. All take valid UTF-8
/// without blanks at its begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo {

/// What a list item begins with.
struct ListMark {
  enum Kind : std::uint8_t {
    none,
    sign,    ///< "• ", "* "
    hyphen,  ///< "- ", which may open a turn of dialogue too
    number,  ///< "1. ", "1) ", "(a) ", "1.- "
  };
  Kind kind = none;
  std::size_t size = 0;  ///< bytes, the blanks behind included
};

ListMark list_mark(std::string_view line);

/// Bytes of "> " or "> > " at the begin of a line, 0 where there is none.
std::size_t quote_mark(std::string_view line);

/// Whether a turn of dialogue may begin so: "—Hola", "– Hola", "-Hola".
bool begins_with_dash(std::string_view line);

/// "- ¿Vienes?", "-¡No!": hyphens that stand for dialogue dashes.
bool is_hyphen_dialogue(std::string_view line);

/// Whether a sentence or clause ends here: . ! ? … : ; with closing marks behind it or not.
bool ends_with_stop(std::string_view line);

/// A line that holds nothing but ornament: "* * *", "-----".
bool is_ornament(std::string_view line);

}  // namespace cotejo
