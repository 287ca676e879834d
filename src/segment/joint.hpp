/// @file  A joint: a run of end marks and what stands around it.
#pragma once

#include <cstddef>
#include <string_view>

#include "cotejo/span.hpp"
#include "text/letter.hpp"

namespace cotejo {

/// A place where one sentence may end and another begin.
///
///     Ella dijo: «Vuelva el 5 de nov.» [12]  —¿Mañana?
///                                  |_||___|  ||     |      before "nov", marks ".",
///                                           end next       end behind "[12]", next at "—",
///                                                          after "Mañana"
///
/// Only a bounded stretch of text around the marks is read, however long words and gaps are; the
/// marks themselves are read whole. All positions lie in the text, even where a part is empty.
struct Joint {
  Span before;             ///< word before the marks with its inner points: "U.S", "12.5"; empty
                           ///< where a bracket, a quotation mark or a space stands there
  Span marks;              ///< "."  "?!"  "..."  "…"  ". . ."
  std::size_t end = 0;     ///< behind the closing marks and citations that belong to them
  std::size_t next = 0;    ///< behind the white space
  Span after;              ///< first word behind `next` and its opening marks; apostrophes included
  std::size_t points = 0;  ///< points among the marks, "…" counted as three
  bool asks = false;       ///< ? or ! among the marks
  bool quoted = false;     ///< closing quotation mark or bracket between marks and end
  bool cited = false;      ///< citation between marks and end, [12], ¹², or an emoticon
  bool goes_on = false;    ///< , ; : or the like follows: the sentence does too
  bool quote_opens = false;
  bool bracket_opens = false;
  bool inverted = false;        ///< ¿ or ¡ opens
  bool dash = false;            ///< a dash comes first
  Letter first = Letter::none;  ///< kind of the first letter of `after`

  bool touching() const { return end == next; }  ///< no white space behind the marks
};

/// The joint whose marks begin at `at`. `text` ends where the block ends; nothing before `begin` is
/// looked at.
Joint read_joint(std::string_view text, std::size_t begin, std::size_t at);

/// Reads again what lies behind `joint.end`, which was moved.
void reread_next(std::string_view text, Joint& joint);

/// The number of bytes of the end mark that stands at `at`, 0 if none does.
std::size_t end_mark(std::string_view text, std::size_t at);

/// Behind an emoticon: ":-)", ";)", ":P", or a run of emoji; `at` when there is none.
std::size_t skip_emoticon(std::string_view text, std::size_t at);

/// The word with its inner points that ends at `end`, nothing before `begin` looked at.
Span word_before(std::string_view text, std::size_t begin, std::size_t end);

/// The word that begins at `at`, apostrophes included; empty where none does.
Span word_after(std::string_view text, std::size_t at);

/// Behind the white space that stands at `at`; no-break spaces are white space.
std::size_t skip_space(std::string_view text, std::size_t at);

/// `end` drawn back, as far as `begin`, before the white space that stands before it.
std::size_t drop_space(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace cotejo
