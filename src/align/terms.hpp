/// @file  The comparable terms of two sides: words and anchors, who can translate whom, and where
/// each one stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cotejo/align.hpp"
#include "cotejo/dictionary.hpp"

namespace cotejo {

/// How much can be expected of a term: each class has weights of its own.
enum class TermClass : std::uint8_t {
  number,    ///< digits, or an anchor with a value
  name,      ///< an anchor of a name, or a word with a capital inside a sentence
  known,     ///< a word of the dictionary
  other,     ///< a word that only its spelling can match
  function,  ///< too frequent to tell anything
};
constexpr std::size_t term_classes = 5;

/// An occurrence of a term in a segment.
struct Term {
  std::uint32_t type = 0;  ///< index into SideTerms::types
  Span span;               ///< bytes of the document
};

/// Where in the other side a type has a counterpart.
struct Posting {
  std::uint32_t segment = 0;
  float strength = 0.0F;  ///< 0 to 1: how sure it is that the two are each other's translation
};

struct TermType {
  TermClass kind = TermClass::other;
  std::uint32_t segments = 0;     ///< segments of its own side that have it
  std::vector<Posting> postings;  ///< ascending by segment; the strongest counterpart in each

  /// The first posting in a run of the other side; nullptr where the run has no counterpart.
  const Posting* met_in(Range segments) const;
};

struct SideTerms {
  std::vector<TermType> types;
  std::vector<Term> terms;           ///< of all segments, in order
  std::vector<std::uint32_t> first;  ///< terms of segment s are [first[s], first[s + 1])

  std::span<const Term> of(std::size_t segment) const {
    return std::span(terms).subspan(first[segment], first[segment + 1] - first[segment]);
  }
  std::size_t segments() const { return first.size() - 1; }
};

/// A type of the other side that can be a type's translation.
struct Link {
  std::uint32_t type = 0;
  float strength = 0.0F;
};

/// Both sides' terms, linked.
struct Terms {
  SideTerms source;
  SideTerms target;
  std::vector<std::vector<Link>> links;  ///< source type -> target types
};

/// Fills both sides' postings from `links`.
void post_links(Terms& terms);

Terms find_terms(const Side& source, const Side& target, const Dictionary& dictionary);

}  // namespace cotejo
