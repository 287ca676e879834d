/// @file  A passage as the readers of anchors see it: tokens, each known by its folded form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/lexicon.hpp"
#include "cotejo/span.hpp"
#include "cotejo/text.hpp"

namespace cotejo {

enum class TokenKind : std::uint8_t { word, digits, mark };

/// A run of letters, a run of ASCII digits, or one other character that is no white space.
struct Token {
  Span span;    ///< in the document
  Span folded;  ///< in the passage's folded text
  TokenKind kind = TokenKind::mark;
  Case written = Case::lower;
  bool spaced = true;  ///< white space, or the passage's begin, stands before it
};

/// Which mark a document writes between whole and decimal figures, as far as its numbers tell.
struct DecimalMark {
  bool point = true;  ///< "3.5" may be three and a half
  bool comma = true;  ///< "3,5" may be
};

/// One block cut into tokens.
///
///     text     "Unas 15h, el 3,5 %"
///     tokens    Unas|15|h|,|el|3|,|5|%          "h" isn't spaced, "%" is
///     folded    "unas 15h, el 3,5 %"            one space where any white space stands
///
/// A run of tokens is thus one view into the folded text, and a form of several words is looked up
/// without making a string. Questions about a token behind the end are answered with no.
class Passage {
 public:
  /// Valid UTF-8 only. `text` and `lexicon` must outlive the passage.
  Passage(std::string_view text, Span span, const Lexicon& lexicon, DecimalMark decimal);

  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  const std::vector<Word>& words() const { return words_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  DecimalMark decimal() const { return decimal_; }
  std::string_view text() const { return text_; }

  std::string_view folded(std::size_t begin, std::size_t end) const;
  std::string_view folded(std::size_t i) const { return i < size() ? folded(i, i + 1) : ""; }
  Span span(std::size_t begin, std::size_t end) const {
    return {tokens_[begin].span.begin, tokens_[end - 1].span.end};
  }
  std::string_view written(std::size_t i) const { return slice(text_, tokens_[i].span); }

  bool is(std::size_t i, std::string_view form) const { return i < size() && folded(i) == form; }
  bool word(std::size_t i) const { return i < size() && tokens_[i].kind == TokenKind::word; }
  bool digits(std::size_t i) const { return i < size() && tokens_[i].kind == TokenKind::digits; }
  /// The token stands right behind the one before it.
  bool glued(std::size_t i) const { return i < size() && !tokens_[i].spaced; }
  /// Glued, and the form.
  bool glued(std::size_t i, std::string_view form) const { return glued(i) && is(i, form); }

  std::optional<Entry> find(List list, std::size_t i) const;
  /// The entry's kind, or empty.
  std::string_view role(List list, std::size_t i) const;

  struct Found {
    std::size_t end = 0;  ///< the token behind the form
    Entry entry;
  };
  /// The longest form of up to six tokens that begins at token `i`.
  std::optional<Found> find_longest(List list, std::size_t i) const;

  /// The token begins a sentence, as far as the marks before it tell.
  bool begins_sentence(std::size_t i) const;

 private:
  std::string_view text_;
  const Lexicon* lexicon_;
  DecimalMark decimal_;
  std::vector<Word> words_;
  std::vector<Token> tokens_;
  std::string folded_;
};

}  // namespace cotejo
