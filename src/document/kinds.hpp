/// @file  What each paragraph of a plain text is: title, heading, date line, list item, ...
#pragma once

#include <string_view>
#include <vector>

#include "cotejo/document.hpp"
#include "document/lines.hpp"

namespace cotejo {

/// The blocks of a text whose paragraphs are given. Bullets stay outside the spans; a line of
/// ornament is no block.
std::vector<Block> tell_kinds(std::string_view text, const std::vector<Paragraph>& paragraphs);

}  // namespace cotejo
