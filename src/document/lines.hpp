/// @file  Lines of plain text, and which of them make one paragraph.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "cotejo/document.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// A run of lines that belong together.
///
///     text        "  One long\nsentence.\n\n> Two\n"
///     paragraphs  [One long\nsentence.]  [Two], quoted
///
/// Spans have no blanks at their ends and are never empty.
struct Paragraph {
  Span span;
  std::size_t lines = 1;
  bool quoted = false;  ///< lines begin with >, which stands before the span, and in it before each
                        ///< line but the first
};

/// The paragraphs of a text that has line feeds for line ends. `quotes`: whether > is a mark.
std::vector<Paragraph> find_paragraphs(std::string_view text, Paragraphs how, bool quotes);

}  // namespace cotejo
