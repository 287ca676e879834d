/// @file  The weights: what each feature of a bead is worth to the aligner.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cotejo {

struct WeightTable;

/// The weights of the log-linear model that scores beads (log-odds). Immutable once made, cheap to
/// copy, safe to share between threads.
///
/// As a table (lexicons/align/weights.tsv is the one shipped; tab-separated, `# ` begins a
/// comment):
///
///     feature⇥length_distance⇥-0.6427         what each feature of a bead is worth
///     shape⇥one_two⇥0.6532                    a bias for beads of a shape, 1-2 and 2-1 alike
///     manner⇥1⇥-0.31⇥0.04⇥-1.9⇥...            a manner of translating: its log-odds, the same for
///                                             each segment, what it adds to the eight shapes
class Weights {
 public:
  /// What cotejo ships, fitted to gold ladders of news, encyclopaedias, medicine, talk and books.
  static Weights shipped();

  /// Reads a table; `name` is the file's, for messages. Throws Error that names the line for an
  /// unknown row, one that is missing or stands twice, and for what is no number.
  static Weights read(std::string_view table, std::string_view name);

  explicit Weights(const WeightTable& table);

  /// The rows of a table, without comments.
  std::string rows() const;

  const WeightTable& table() const { return *table_; }

 private:
  std::shared_ptr<const WeightTable> table_;
};

}  // namespace cotejo
