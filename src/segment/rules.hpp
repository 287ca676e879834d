/// @file  The rules that decide over ICU: whether a joint parts two sentences.
#pragma once

#include <optional>
#include <string_view>

#include "cotejo/lexicon.hpp"
#include "segment/joint.hpp"

namespace cotejo {

enum class Ruling : std::uint8_t {
  silent,  ///< the rules have no say: ICU's boundary stands, or its absence
  part,
  keep,
};

/// The rules for one language. What is language about them lies in the lists: they hold for any
/// language written with points, and with empty lists they do less.
class SentenceRules {
 public:
  explicit SentenceRules(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Whether `joint` parts two sentences. `begin` is where the sentence before it began; `first`
  /// says that it is the block's first. May move the joint's end behind the figure of a note.
  Ruling judge(std::string_view text, std::size_t begin, bool first, Joint& joint) const;

 private:
  /// "…their rights. 4 Even though…": the figure of a note, its height lost.
  void take_note(std::string_view text, Joint& joint) const;

  Ruling without_space(std::string_view text, const Joint& joint) const;
  Ruling before_inverted_mark(std::string_view text, std::size_t begin, const Joint& joint) const;
  Ruling before_lower_case(std::string_view text, const Joint& joint) const;
  Ruling after_point(std::string_view text, std::size_t begin, bool first,
                     const Joint& joint) const;
  Ruling after_abbreviation(std::string_view text, std::size_t begin, const Joint& joint,
                            const Entry& entry) const;
  Ruling if_starter(std::string_view text, std::size_t begin, const Joint& joint) const;

  std::optional<Entry> abbreviation(std::string_view text, Span word) const;
  /// Whether "…?" is followed by who says it: "Anna Lee asked".
  bool says(std::string_view text, const Joint& joint) const;
  std::optional<Entry> starter(std::string_view text, const Joint& joint) const;

  const Lexicon& lexicon_;
};

}  // namespace cotejo
