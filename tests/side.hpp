/// @file  Sides for tests, made of their sentences.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "cotejo/align.hpp"

namespace cotejo {

/// A side whose paragraphs hold these segments, parted by one space.
inline Side side(std::string_view language,
                 std::initializer_list<std::initializer_list<std::string_view>> paragraphs) {
  Side made;
  std::string& text = made.document.text;
  made.document.language = language;
  for (const auto& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    const std::size_t block = text.size();
    for (const std::string_view sentence : paragraph) {
      if (text.size() > block) text += ' ';
      const std::size_t begin = text.size();
      text += sentence;
      made.segments.push_back({{begin, text.size()}, made.document.blocks.size()});
    }
    made.document.blocks.push_back({{block, text.size()}, BlockKind::paragraph});
  }
  return made;
}

}  // namespace cotejo
