/// @file  The checks of the review: each looks at a bead and says what may be wrong.
#pragma once

#include <string_view>
#include <vector>

#include "cotejo/lexicon.hpp"
#include "review/judge.hpp"
#include "review/pairing.hpp"

namespace cotejo {

/// What the checks of a bead can look things up in.
struct Knowing {
  const Lexicon& source;
  const Lexicon& target;
  const Dictionary& dictionary;
};

using Suspicions = std::vector<Suspicion>;

/// Something left out, put in, or another sentence.
void suspect_coverage(const Pairing& pairing, const Knowing& known, Suspicions& out);
/// Numbers, dates, times and sums by value; measures that were converted well are neutral findings.
void suspect_values(const Pairing& pairing, const Knowing& known, Suspicions& out,
                    std::vector<Finding>& neutral);
/// Numbers that are part of a name: COVID-19, HCoV-229E.
void suspect_codes(const Pairing& pairing, Suspicions& out);
/// Units changed where the number stayed.
void suspect_units(const Pairing& pairing, const Knowing& known, Suspicions& out);
/// Names without a counterpart.
void suspect_names(const Pairing& pairing, const Knowing& known, Suspicions& out);
/// A negation lost or gained.
void suspect_negation(const Pairing& pairing, const Knowing& known, Suspicions& out);
/// A word rendered by its antonym.
void suspect_opposites(const Pairing& pairing, const Knowing& known, Suspicions& out);
/// Text left in the source's language.
void suspect_foreign(const Pairing& pairing, const Knowing& known, Suspicions& out);

/// Doubled words, unpaired marks, spaces and broken letters of the target that the source hasn't.
void find_marks(const Pairing& pairing, Span source, Span target, std::vector<Finding>& out);
/// Quotation marks lost or gained, and words put inside or outside.
void find_quotations(const Pairing& pairing, const Knowing& known, Span source, Span target,
                     std::vector<Finding>& out);
/// What one says and the other edition has another say.
void find_attribution(const Pairing& pairing, const Knowing& known, std::vector<Finding>& out);

/// Whether a word tells something.
bool content(const ReviewWord& word);
/// Whether marks end a clause.
bool breaks(std::string_view marks);
/// Whether two words may be spellings of one name.
bool resembles(const ReviewWord& a, const ReviewWord& b);

/// "{1} in the source, {2} in the translation"; of what one side hasn't at all, that.
Message side_by_side(const Pairing& pairing, Span source, Span target);

/// Bytes from the first to the last of some words; empty for none.
Span span_of(std::span<const ReviewWord> words, Range range);

/// A count that grows ever slower: log(1 + x), with the sign of x.
double squeeze(double x);
/// Where a word stands, 0 to 1.
double place(std::size_t word, std::size_t words);

/// How many of the content words within `reach` of a word meet words near `at` on the other side.
double neighbours_meet(std::span<const Meet> met, std::span<const ReviewWord> words,
                       std::size_t word, std::size_t reach);

}  // namespace cotejo
