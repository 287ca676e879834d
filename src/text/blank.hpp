/// @file  White space, and combining marks.
#pragma once

#include <string_view>

#include "cotejo/span.hpp"

namespace cotejo {

/// A mark that Unicode puts in an order with its neighbours: its combining class is not 0.
bool is_combining(char32_t c);

/// White space, and what is invisible and stands at the ends of scraped lines: zero width space,
/// byte order mark.
bool is_blank(char32_t c);

/// Valid UTF-8 only: the part of `span` that is left when its ends are rid of blanks.
Span trim(std::string_view text, Span span);

}  // namespace cotejo
