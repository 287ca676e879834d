/// @file  Cutting a text for a test, and showing where it was cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cotejo/document.hpp"
#include "cotejo/segment.hpp"

namespace cotejo {

struct Cut {
  std::string what;  ///< what the case is about
  std::string text;  ///< the text with a bar behind every sentence but a block's last
};

/// A document of plain paragraphs, parted by blank lines.
Document paragraphs(std::string_view text);

/// Segments the text without its bars, and sets them where the segments end.
std::string cut(const std::string& language, std::string_view marked);

}  // namespace cotejo
