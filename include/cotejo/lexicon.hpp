/// @file  The lexicon: what is known of one language, from the tables in lexicons/ and, for any
/// other language, from ICU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/span.hpp"
#include "cotejo/text.hpp"

namespace cotejo {

/// The lists of a language; each is the file of that name in lexicons/LANGUAGE/, which documents
/// its columns.
enum class List : std::uint8_t {
  abbreviations,  ///< form (no last point) · class: title, month, number, initials, final, ...
  starters,       ///< words that often begin a sentence
  numbers,        ///< number word · role · value
  calendar,       ///< month, weekday, part of day · kind · value
  units,          ///< unit of measure or of money · kind · key
  function,       ///< words too frequent to tell anything
  implied,        ///< words that imply a number or a unit · the numbers · the units
  polarity,       ///< words that deny · how
  cues,           ///< words that tell what stands beside them: a speaker, a work · which
};

/// A row of a list: what stands behind the form. Views stay valid as long as any copy of the
/// lexicon lives.
struct Entry {
  std::string_view kind;   ///< second column; empty where the row has none
  std::string_view value;  ///< third column; empty where the row has none
};

enum class NameKind : std::uint8_t {
  person,
  place,
  organisation,
  demonym,
  title,
  event,
  work,
  term
};

/// A name met in a text.
struct NameMatch {
  Range words;  ///< indices into the words that were given
  NameKind kind = NameKind::person;
  std::string_view key;  ///< the same for the name's forms in every language: "nato", "ua"
};

/// Everything known of one language. Immutable once made, cheap to copy, safe to share between
/// threads.
class Lexicon {
 public:
  /// What cotejo ships for a language ("es", "es-US": the region only chooses ICU's conventions). A
  /// language without tables has empty lists and, for names, those of ICU's locale data. Throws
  /// Error for a tag ICU cannot read.
  static Lexicon shipped(std::string_view language);

  /// The BCP 47 tag it was made for.
  const std::string& language() const;

  /// The entry of a form, which must be folded (see fold in text.hpp).
  std::optional<Entry> find(List list, std::string_view folded) const;

  /// The way back: how the language writes a value, in the first form whose kind is among `kinds`.
  /// Month 2 is "febrero", kind "month".
  std::optional<std::string> written(List list, std::span<const std::string_view> kinds,
                                     std::string_view value) const;

  /// The names that begin at word `first`, the longest first; of equal length, as NameKind has
  /// them. Case must agree with the table's form: a form in capitals meets capitals only, a
  /// capitalised one a capital (its own, and not the one that opens a sentence, where it has more
  /// than one), a lower-case one anything, but its accents count (papa isn't papá). An all-capitals
  /// headline is no place to find acronyms. Between the words stands what stands in the form;
  /// hyphens and spaces are one, and so are points and spaces but in initials: "EE UU" is EE. UU.,
  /// "U S" isn't U.S.
  std::vector<NameMatch> names_at(std::string_view text, std::span<const Word> words,
                                  std::size_t first) const;

 private:
  struct Tables;
  explicit Lexicon(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace cotejo
