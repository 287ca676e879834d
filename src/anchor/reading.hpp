/// @file  The readers of anchors: each says what it makes of the tokens from one on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/passage.hpp"
#include "anchor/quantity.hpp"
#include "anchor/value.hpp"
#include "cotejo/anchor.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// What a reader makes of some tokens.
struct Reading {
  Range tokens;  ///< never empty
  AnchorKind kind = AnchorKind::number;
  std::vector<std::string> keys;   ///< never empty, the likeliest first
  std::vector<std::string> heads;  ///< what stands before the value in the keys: "n:", "u:year:"
  Values values;                   ///< the number read, where the key is made of one
  Value scale{1};                  ///< see Quantity::scale

  bool plain() const { return heads.size() == 1 && heads[0] == "n:"; }
};

/// A reading whose keys are every head with every value.
Reading value_reading(Range tokens, AnchorKind kind, std::vector<std::string> heads,
                      const Quantity& quantity);

/// The longest reading that begins at token `at`, or nothing.
std::optional<Reading> read_number(const Passage& passage, std::size_t at);
std::optional<Reading> read_date(const Passage& passage, std::size_t at);
std::optional<Reading> read_time(const Passage& passage, std::size_t at);
std::optional<Reading> read_money(const Passage& passage, std::size_t at);
std::optional<Reading> read_measure(const Passage& passage, std::size_t at);

/// URLs, e-mail addresses, hashtags, mentions, codes. An address may begin before `at`, its "@".
std::optional<Reading> read_literal(const Passage& passage, std::size_t at);

/// All quotations of a passage, in order of their begin.
std::vector<Reading> read_quotations(const Passage& passage);

/// Gives the numbers of a row what its other end says of them: "10 to 12 years", "$20-30 million",
/// "October 3-5", "19th and 20th centuries". The readings are in order and don't overlap.
void share_units(const Passage& passage, std::vector<Reading>& readings);

/// Four figures with no mark between these are more likely a year than a number.
inline constexpr int least_year = 1100;
inline constexpr int last_year = 2199;

/// A minus sign right before figures, with nothing before it that would make it a hyphen.
bool minus_sign(const Passage& passage, std::size_t at);

/// Whether figures may begin a number here: not inside "SS19", "10.0.1" or "12:30".
bool free_figures(const Passage& passage, std::size_t at);

}  // namespace cotejo
