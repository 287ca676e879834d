/// @file  Number words by what the lists say they do.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "anchor/passage.hpp"
#include "anchor/quantity.hpp"
#include "anchor/value.hpp"

namespace cotejo {

/// The words of a passage as lexicons/LANGUAGE/numbers.tsv knows them. What reads numbers derives
/// from it. Every step reads forward from a token and gives up without a trace, so that a longer
/// reading that fails leaves the shorter one.
class NumberWords {
 protected:
  explicit NumberWords(const Passage& passage) : passage_(passage) {}

  std::string_view role(std::size_t i) const { return passage_.role(List::numbers, i); }
  std::optional<Value> value(std::size_t i, std::string_view wanted) const {
    const auto entry = passage_.find(List::numbers, i);
    if (!entry || entry->kind != wanted) return std::nullopt;
    return Value::parse(entry->value);
  }
  std::optional<Value> group(std::size_t i) const {
    const auto one = value(i, "group");
    return one ? one : value(i, "groups");
  }
  /// Behind a hyphen that ties two words ("twenty-one"), or `i` itself.
  std::size_t behind_hyphen(std::size_t i) const {
    return passage_.glued(i, "-") && passage_.glued(i + 1) ? i + 1 : i;
  }

  const Passage& passage_;
};

/// Chunks and scales, the longest: [chunk thousand] [chunk] million ... down to the last chunk.
std::optional<Quantity> read_cardinal(const Passage& passage, std::size_t at, bool money);

}  // namespace cotejo
