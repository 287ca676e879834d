/// @file  Items of a list that runs on inside a line, and the ornaments that part one thing from
/// another.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "cotejo/span.hpp"

namespace cotejo {

/// The label of an item: "1."  "2)"  "b)"  "3.)".
///
///     1. Abra la caja 2. Retire el plástico         label "2", value 2, style "."
///
struct Item {
  Span label;              ///< without its point or bracket
  std::size_t behind = 0;  ///< behind the white space after the label's marks
  unsigned value = 0;      ///< a = 1
  bool figures = false;    ///< 1, 2, 3; not a, b, c
  bool point = false;      ///< "1." and "1.)"
  bool bracket = false;    ///< "1)" and "1.)"
  bool capital = false;    ///< the item's text begins with a capital

  /// Whether this item may be the next of the list that `before` belongs to.
  bool follows(const Item& before) const;
};

/// The label whose point or bracket stands at `at`, should it be one. `text` ends where the block
/// ends, `begin` is where the block begins.
std::optional<Item> read_item(std::string_view text, std::size_t begin, std::size_t at);

/// The bytes of the bullet at `at`: • ⁃ ‣ ● ▪ and their like. 0 if none stands there.
std::size_t bullet(std::string_view text, std::size_t at);

/// Behind the ornament that begins at `at`, a run of one sign that stands alone: "***", "-----".
/// `at` when there is none.
std::size_t skip_ornament(std::string_view text, std::size_t begin, std::size_t at);

}  // namespace cotejo
