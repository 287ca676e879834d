/// @file  Sentence embeddings on disk, in the layout of Vecalign (Thompson & Koehn 2019).
///
/// Two files of one text. The overlaps hold, a line each, all runs of up to N consecutive sentences
/// (joined by a space), every distinct one once; an encoder of any kind turns lines into vectors.
/// The vectors are float32, little-endian, the row of a line behind that of the line before, with
/// no head. Their dimension is not written anywhere: bytes / 4 / lines.
///
///     sentences  Uno. | Dos. | Uno.
///     overlaps   Dos.          (N = 2)    vectors    row 0
///                Dos. Uno.                           row 1
///                PAD                                 row 2    Vecalign's own, never asked for here
///                Uno.                                row 3
///                Uno. Dos.                           row 4
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cotejo/sink.hpp"

namespace cotejo {

/// The files as Embeddings takes them. The names are for messages.
struct EmbeddingFiles {
  std::string overlaps_name;
  std::string_view overlaps;  ///< the file's bytes, needed until the Embeddings are made
  std::string vectors_name;
  std::shared_ptr<const float[]> vectors;  ///< kept; a file mapped into memory serves
  std::size_t vector_bytes = 0;
};

/// Vectors by text. Immutable once made, cheap to copy, safe to share between threads; keeps the
/// overlaps in memory, and of the vectors looks only at the rows that are asked for.
class Embeddings {
 public:
  /// Throws Error for overlaps that are empty or not UTF-8, and for vectors that are no whole
  /// number of float32 for each line. Where a line comes twice the first row counts.
  explicit Embeddings(const EmbeddingFiles& files);

  std::size_t size() const;         ///< rows
  std::size_t dimension() const;    ///< numbers in a row, at least 1
  const std::string& name() const;  ///< of the file of vectors

  /// Valid UTF-8 only: the vector of a sentence or a run, as long as `dimension`. Nothing when the
  /// overlaps lack the text or its row tells nothing: all zeros, not finite, or out of all
  /// proportion. White space and NFC play no part, nor does what comes after 10,000 code points,
  /// where Vecalign cuts.
  std::optional<std::span<const float>> row(std::string_view text) const;

 private:
  struct Table;
  std::shared_ptr<const Table> table_;
};

/// The embeddings of both sides of an alignment.
struct EmbeddingPair {
  /// Throws Error where the dimensions differ: such vectors are of two models.
  EmbeddingPair(Embeddings of_source, Embeddings of_target);

  Embeddings source;
  Embeddings target;
};

/// Writes the overlaps of sentences (valid UTF-8, without line ends) for an encoder: the bytes that
/// Vecalign's `overlap.py -n most` makes of them, sorted, with its PAD and BLANK_LINE.
void write_overlaps(const Sink& sink, std::span<const std::string> sentences, std::size_t most);

}  // namespace cotejo
