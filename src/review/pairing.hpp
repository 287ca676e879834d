/// @file  Which words of a bead's two sides say the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "review/wording.hpp"

namespace cotejo {

/// How a word is met on the other side.
enum class Met : std::uint8_t {
  no,
  shared,  ///< its counterpart is another word's already
  weak,    ///< by a likeness of spelling, or by way of a word that both translate
  far,     ///< at quite another place of the sentence
  yes,
};
constexpr std::size_t met_kinds = 5;

struct Meet {
  Met met = Met::no;
  std::size_t with = none;  ///< the word of the other side
};

/// The two wordings of a bead, and how they meet.
struct Pairing {
  const Wording* from = nullptr;
  const Wording* to = nullptr;
  std::span<const ReviewWord> source;
  std::span<const ReviewWord> target;
  std::vector<Meet> source_met;
  std::vector<Meet> target_met;

  const Anchor* anchor(const ReviewWord& word, Edition edition) const {
    const Side& side = (edition == Edition::source ? from : to)->side();
    return word.anchor == none ? nullptr : &side.anchors[word.anchor];
  }
};

Pairing pair_words(const Wording& source, Range source_segments, const Wording& target,
                   Range target_segments, const Dictionary& dictionary);

/// Whether the dictionary has one word for the other.
bool translates(const Dictionary& dictionary, const ReviewWord& source, const ReviewWord& target);

}  // namespace cotejo
