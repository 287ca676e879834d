/// @file  What the tests of anchors share: the keys of a line of text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/anchor.hpp"
#include "cotejo/document.hpp"
#include "cotejo/lexicon.hpp"

namespace cotejo {

inline const Lexicon& lexicon_of(std::string_view language) {
  static const Lexicon english = Lexicon::shipped("en");
  static const Lexicon spanish = Lexicon::shipped("es");
  return language == "en" ? english : spanish;
}

/// Each line one block, as a document of one paragraph a line has them.
inline Document lines(std::string_view text) {
  Document document;
  document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) document.blocks.push_back({{begin, end}, BlockKind::paragraph});
    begin = end + 1;
  }
  return document;
}

/// "text=key|key" for each anchor that says a value or is a literal; names and quotations left out.
inline std::vector<std::string> values(std::string_view language, std::string_view text) {
  std::vector<std::string> found;
  const Document document = lines(text);
  for (const Anchor& anchor : find_anchors(document, lexicon_of(language))) {
    const bool literal = anchor.kind >= AnchorKind::url && anchor.kind <= AnchorKind::hashtag;
    if (anchor.kind > AnchorKind::measure && !literal) continue;
    std::string keys;
    for (const std::string& key : anchor.keys) keys += (keys.empty() ? "" : "|") + key;
    found.push_back(std::string(slice(document.text, anchor.span)) + '=' + keys);
  }
  return found;
}

/// All keys of a text's anchors.
inline std::vector<std::string> keys(std::string_view language, std::string_view text) {
  std::vector<std::string> found;
  for (const Anchor& anchor : find_anchors(lines(text), lexicon_of(language))) {
    found.insert(found.end(), anchor.keys.begin(), anchor.keys.end());
  }
  return found;
}

}  // namespace cotejo
