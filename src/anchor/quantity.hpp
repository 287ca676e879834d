/// @file  Quantities: a number in figures, in words or in both, before it is known what it counts.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "anchor/passage.hpp"
#include "anchor/value.hpp"
#include "cotejo/document.hpp"

namespace cotejo {

/// Numbers a passage may mean, the likeliest first.
using Values = std::vector<Value>;

/// A number in figures with its marks: "1,250.50", "1.250,50", "10 000", "3.5".
struct Figures {
  std::size_t end = 0;  ///< the token behind it
  Values values;
  bool plain = false;  ///< digits alone, no mark among them
};

/// The figures that begin at token `at`, read to their end: of "10.0.1" nothing is a number.
std::optional<Figures> read_figures(const Passage& passage, std::size_t at);

/// What the document's unmistakable numbers ("1,250.50", "3.5") tell about the others.
DecimalMark decimal_mark(const Document& document, const Lexicon& lexicon);

enum class Form : std::uint8_t {
  cardinal,
  ordinal,
  fraction,  ///< two thirds
  half,      ///< "half", "medio" and nothing more: a number only beside what it halves
  times,     ///< twice
  vague,     ///< dozens, tens of thousands: the value is the order of magnitude
};

struct Quantity {
  std::size_t end = 0;
  Values values;
  Form form = Form::cardinal;
  bool figures = false;  ///< begins with figures
  bool plain = false;    ///< is plain figures and nothing more
  bool one = false;      ///< is "one", "un" and nothing more: a number only before a unit
  Value scale{1};        ///< the million of "3.5 million", which "20 to 30 million" means twice
};

/// The quantity that begins at token `at`, the longest. Behind a sign of money single letters are
/// scales too: $5m.
std::optional<Quantity> read_quantity(const Passage& passage, std::size_t at, bool money = false);

/// The number of a Roman numeral in its one right form, 1 to 3999.
std::optional<int> roman_number(std::string_view capitals);

}  // namespace cotejo
