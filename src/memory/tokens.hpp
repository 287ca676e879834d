/// @file  What texts are compared by: words, numbers, marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

enum class TextTokenKind : std::uint8_t { word, number, mark };

struct TextToken {
  Span span;
  std::uint64_t key = 0;  ///< the same for tokens that differ in case, accents or form of quotes
  TextTokenKind kind = TextTokenKind::word;
};

/// Tenths of a word; see similarity().
constexpr std::size_t word_weight = 10;
constexpr std::size_t mark_weight = 2;
constexpr std::size_t weight(TextTokenKind kind) {
  return kind == TextTokenKind::mark ? mark_weight : word_weight;
}

/// Valid UTF-8 only; see similarity() for what is a token.
std::vector<TextToken> tokens(std::string_view text);
void tokens(std::string_view text,
            std::vector<TextToken>& found);  ///< the same, into a used vector

/// The same of a phrase in which `*` is a letter.
std::vector<TextToken> pattern_tokens(std::string_view phrase);

/// A token as all with the same key have it, and the key of one that is folded already.
std::string folded(std::string_view text, const TextToken& token);
std::uint64_t folded_key(std::string_view folded);

std::size_t weight(const std::vector<TextToken>& tokens);

}  // namespace cotejo
