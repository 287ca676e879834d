/// @file  A side word by word, as the checks of the review see it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/dictionary.hpp"

namespace cotejo {

/// How much can be expected of a word. Of those in the dictionary the ones with many translations
/// are the frequent ones, which are rendered freely.
enum class WordClass : std::uint8_t {
  number,    ///< figures, or part of an anchor with a value
  name,      ///< part of a name, or a capital inside a sentence
  exact,     ///< in the dictionary with one or two counterparts,
  usual,     ///< with some,
  frequent,  ///< with many
  other,     ///< only its spelling can match
  light,     ///< helps others say something, and is rendered freely
  function,  ///< too frequent to tell anything
};
constexpr std::size_t word_classes = 8;

/// An index that stands for nothing.
constexpr std::size_t none = static_cast<std::size_t>(-1);

struct ReviewWord {
  Span span;  ///< bytes of the document
  std::string folded;
  Dictionary::Stems stems;
  WordClass kind = WordClass::other;
  Case written = Case::lower;
  bool numeric = false;
  bool opens = false;         ///< a sentence or a quotation begins with it
  bool quoted = false;        ///< stands in a quotation
  std::size_t anchor = none;  ///< index into the side's anchors; no quotations
};

/// The words of a side, or of some of its segments.
class Wording {
 public:
  Wording(const Side& side, const Dictionary& dictionary, Edition edition);

  std::span<const ReviewWord> words(Range segments) const {
    return std::span(words_).subspan(first_[segments.begin],
                                     first_[segments.end] - first_[segments.begin]);
  }
  const Side& side() const { return *side_; }

 private:
  void know(const Dictionary& dictionary, Edition edition);

  const Side* side_;
  std::vector<ReviewWord> words_;
  std::vector<std::size_t> first_;
};

/// Whether the kind of anchor has a value: a number, a date, a sum.
constexpr bool has_value(AnchorKind kind) { return kind <= AnchorKind::measure; }
/// Whether it is a name of the tables.
constexpr bool is_name(AnchorKind kind) {
  return AnchorKind::person <= kind && kind <= AnchorKind::term;
}

/// What may be compared of two stems: either can be unknown.
bool same_stem(const Dictionary::Stems& a, const Dictionary::Stems& b);

}  // namespace cotejo
