/// @file  Gathering the terms of one side: anchors first, then fixed phrases, then single words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/terms.hpp"
#include "cotejo/align.hpp"
#include "cotejo/dictionary.hpp"

namespace cotejo {

/// What is known of a type of term before the sides are linked.
struct Spelling {
  std::string folded;             ///< the word; empty for an anchor and a phrase
  std::vector<std::string> keys;  ///< of an anchor
  Dictionary::Stems stems;        ///< of a word; a phrase has the number of the whole as its own
  bool numeric = false;
  bool name = false;              ///< an anchor of a name
  std::uint32_t capitalised = 0;  ///< occurrences inside a segment with a capital
  std::uint32_t occurrences = 0;
};

enum class Place : std::uint8_t { source, target };

/// Fills the terms of a side (types, but for their classes and postings) and returns the types'
/// spellings.
std::vector<Spelling> gather(const Side& side, const Dictionary& dictionary, Place place,
                             SideTerms& terms);

}  // namespace cotejo
