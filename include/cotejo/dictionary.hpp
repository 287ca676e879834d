/// @file  The translation lexicon: which words of one language say the same as which of another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Word pairs of two languages, matched by stem so that inflection doesn't matter. Immutable once
/// made, cheap to copy, safe to share between threads. Made for a direction, but made from either:
/// the shipped table of en and es serves both.
class Dictionary {
 public:
  /// What cotejo ships for two languages; empty when it ships nothing. Regions in the tags play no
  /// part.
  static Dictionary shipped(std::string_view source_language, std::string_view target_language);

  /// This dictionary and the pairs of a table of one's own, for languages without a shipped one
  /// too. Rows are: word, translations parted by |, and, where known, the probability of each,
  /// parted by
  /// |. Words and translations may be phrases; case plays no part.
  ///
  ///     # Languages: en es
  ///     bank⇥banco|orilla⇥0.93|0.41
  ///     by the way⇥por cierto
  ///
  /// Without the comment that names the languages, the words are the source's. When `name` ends in
  /// ".dic", the table is hunalign's: "translation @ word" a line. Any encoding that can be told
  /// from the bytes. Of a pair met before, the greater probability stays, and none at all (see
  /// Translation) stays too. Forms without a letter or figure are left out.
  ///
  /// Throws Error that names `name`, the line and the mend for a row that is none, and for a table
  /// of other languages.
  Dictionary with(std::string_view table, const std::string& name) const;

  /// A word of the dictionary: both sides have their own numbers, from 0.
  using Stem = std::uint32_t;
  static constexpr Stem unknown = 0xFFFFFFFF;

  /// What a form can be a form of: Spanish "vino" is wine, and came. Either can be `unknown`.
  struct Stems {
    Stem own = unknown;        ///< by its regular stem
    Stem irregular = unknown;  ///< by the table of irregular forms
    bool function = false;     ///< a word of the language too frequent to tell anything
    bool light = false;        ///< one that helps others say something, and is rendered freely
  };

  /// The stems of each word (lower case, accents in place).
  std::vector<Stems> source_stems(std::span<const std::string> words) const;
  std::vector<Stems> target_stems(std::span<const std::string> words) const;

  /// A fixed phrase: the stems of its words, and the number that the whole has as if it were one
  /// word.
  struct Phrase {
    std::vector<Stem> words;
    Stem whole = unknown;
  };

  /// The phrases that begin with a stem, the longest first.
  std::span<const Phrase> source_phrases(Stem first) const;
  std::span<const Phrase> target_phrases(Stem first) const;

  /// A target stem and how likely it is meant by the source stem where both are met, above 0 and up
  /// to 1; 0 where the table doesn't tell, as the shipped ones, written by hand, don't.
  struct Translation {
    Stem stem = unknown;
    float probability = 0.0F;
  };

  /// What a source stem can stand for, ascending by stem. Empty for a stem met only inside phrases.
  std::span<const Translation> translations(Stem source) const;

  /// The source stems that can stand for a target stem, ascending.
  std::span<const Stem> sources(Stem target) const;

  /// Whether some source stem can stand for this one.
  bool translated(Stem target) const;

  /// The stems of the antonyms that cotejo ships for a stem's words.
  std::span<const Stem> source_opposites(Stem source) const;
  std::span<const Stem> target_opposites(Stem target) const;

  /// The number of pairs.
  std::size_t size() const;

 private:
  struct Tables;
  explicit Dictionary(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace cotejo
