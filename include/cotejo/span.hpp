/// @file  Half-open ranges: of bytes in a text, and of segments in a document.
#pragma once

#include <cstddef>
#include <string_view>

namespace cotejo {

/// Bytes [begin, end) of a document's UTF-8 text. Both ends stand on code point borders.
///
///     text  "Hola. ¿Y tú?"      {0, 5} = "Hola."      {6, 6} is empty and stands before "¿"
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool holds(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// The bytes of `text` that `span` covers. The span must lie inside the text.
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// Segments [begin, end) of one side. An empty range stands where its neighbours meet.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(Range, Range) = default;
};

}  // namespace cotejo
