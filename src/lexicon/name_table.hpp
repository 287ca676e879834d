/// @file  The names of one language, laid flat for look-up by their first word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/lexicon.hpp"

namespace cotejo {

/// The kind that a table calls `word`, if any: "place".
std::optional<NameKind> name_kind(std::string_view word);
std::string_view name(NameKind kind);

/// The column of a table of names that holds a language ("es" for "es" and "es-US"), if any. The
/// columns are those of its header row: key, kind, then languages.
std::optional<std::size_t> language_column(std::span<const std::string_view> header,
                                           std::string_view language);

/// Every form is a record of 24 bytes and its folded words in one string, with the mark that stands
/// between two words in between:
///
///     "EE. UU."  ->  "ee.uu"      "Guinea-Bissau"  ->  "guinea-bissau"      "Casa Blanca"  ->
///     "casa blanca"
///
/// Records are sorted by a hash of their first word, the longest form first, so that a look-up
/// reads one short run of them and allocates nothing.
class NameTable {
 public:
  /// Reads the column of `language` of tables of names; a table without it has none. Of one form,
  /// the rows of `tables` win over those of `generated`. Keys of matches point into the tables.
  NameTable(std::string_view language, std::span<const std::string_view> tables,
            std::string_view generated);

  /// See Lexicon::names_at.
  std::vector<NameMatch> names_at(std::string_view text, std::span<const Word> words,
                                  std::size_t first) const;

  /// The names that `form` as a whole is a form of.
  std::vector<NameMatch> names_of(std::string_view form) const;

  std::size_t size() const { return forms_.size(); }

 private:
  struct Form {
    std::uint32_t first = 0;    // hash of the first word
    std::uint32_t words = 0;    // where its words stand in words_
    std::uint32_t key = 0;      // index into keys_
    std::uint16_t size = 0;     // of its words, in bytes
    std::uint16_t count = 0;    // of its words
    std::uint16_t capital = 0;  // its next word in a capital behind a capitalised first, if any
    NameKind kind = NameKind::person;
    Case written = Case::lower;  // what its first lettered word asks of a text's
    bool upper = false;          // all its words are in capitals
    bool initials = false;       // all its words are single letters: "U.S."
    bool plain = true;           // no letter has an accent
    bool point = false;          // a single word that its point belongs to: "Sen."
    bool generated = false;
  };

  void read(std::string_view table, std::string_view language, bool generated);
  void add(std::string_view cell, std::span<const Word> words, Form form);
  void sort();
  std::string_view words_of(const Form& form) const {
    return std::string_view(words_).substr(form.words, form.size);
  }
  bool meets(const Form& form, std::string_view text, std::span<const Word> words,
             std::size_t first) const;

  std::string words_;
  std::vector<std::string_view> keys_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> begins_;  // of the forms whose hash begins with these bits
  unsigned shift_ = 32;
};

/// What stands between two words, white space around it left out: ' ' for white space alone, else
/// one of `.-',&/`, or 0 for what cannot stand inside a name (a blank line, a spaced dash, any
/// other mark).
char joint(std::string_view gap);

}  // namespace cotejo
