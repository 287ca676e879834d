/// @file  What was asked for on the command line, as plain structs with the defaults.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/input_options.hpp"
#include "cli/memory_options.hpp"
#include "cotejo/review.hpp"

namespace cotejo {

enum class Format { tmx, tsv, jsonl, ladder, text };

/// Sentence embeddings: the overlaps of a text, and their vectors.
struct EmbeddingPaths {
  std::string overlaps;
  std::string vectors;
};

/// cotejo align
struct AlignCommand {
  std::string source;
  std::string target;
  std::string output = "-";
  std::optional<Format> format;  ///< nothing: by the output's name, see format_of
  std::string source_language;   ///< empty: detect
  std::string target_language;
  InputOptions reading;
  std::size_t most_per_side = 6;
  bool explain = false;
  std::string weights;                              ///< empty: those shipped
  std::optional<EmbeddingPaths> source_embeddings;  ///< for both sides or for none
  std::optional<EmbeddingPaths> target_embeddings;
  bool monotone = false;
  bool keep_metadata = false;
  double least_confidence = 0.0;
  std::string unaligned;              ///< empty: none is written
  std::string memory;                 ///< where the pairs are added too; empty: nowhere
  bool writes = true;                 ///< the result goes to `output`
  std::vector<std::string> lexicons;  ///< files of the user's own word pairs
  bool quiet = false;
};

/// cotejo segment
struct SegmentCommand {
  std::string file = "-";
  std::string output = "-";
  bool jsonl = false;
  std::size_t overlaps = 0;  ///< write runs of up to so many sentences; 0: write the sentences
  std::string language;
  InputOptions reading;
  bool quiet = false;
};

/// cotejo anchors
struct AnchorsCommand {
  std::string file;
  std::string output = "-";
  Format format = Format::text;
  std::string language;
  InputOptions reading;
  bool quiet = false;
};

enum class ReviewFormat { text, json, sarif, html };

/// cotejo review --serve
struct EditorOptions {
  bool asked = false;
  std::size_t port = 0;  ///< 0: any that is free
  std::string project;   ///< the file that keeps the work; empty: beside the source
  bool browser = true;   ///< open one
};

/// cotejo review
struct ReviewCommand {
  std::vector<std::string> files;  ///< two editions, or one file of pairs, or none
  std::string memory;              ///< its location; empty: the files are reviewed
  bool jsonl = false;              ///< filter lines of JSON
  EditorOptions editor;
  std::string output = "-";
  std::optional<ReviewFormat> format;    ///< nothing: by the output's name
  std::optional<Severity> fail_on;       ///< exit with 1 for a finding as grave as this
  std::optional<Strictness> strictness;  ///< nothing: as the configuration says
  std::string config;                    ///< empty: none
  std::string source_language;           ///< empty: as each pair says, else detect
  std::string target_language;
  InputOptions reading;
  std::vector<std::string> lexicons;
  bool quiet = false;
};

/// cotejo lexicon
struct LexiconCommand {
  enum class Task { icu, learn, check };
  Task task = Task::check;
  std::vector<std::string> arguments;  ///< icu: languages; learn: files; check: folders or files,
                                       ///< or none
  std::string output = "-";
  std::string source_language;  ///< learn; empty: as the files have it
  std::string target_language;
  bool quiet = false;
};

/// cotejo train
struct TrainCommand {
  std::vector<std::string> ladders;  ///< files STEM.gold, and folders of them
  std::string output = "-";
  std::string source_language;
  std::string target_language;
  std::string encoding;
  std::vector<std::string> lexicons;  ///< files of the user's own word pairs
  std::string weights;                ///< where to begin; empty: those shipped
  bool fresh = false;                 ///< begin from scratch
  std::size_t folds = 0;              ///< 0: no cross-validation
  bool quiet = false;
};

/// A text to print and be done with: a help page, the version.
struct PageCommand {
  std::string text;
};

using Command = std::variant<PageCommand, AlignCommand, SegmentCommand, AnchorsCommand,
                             LexiconCommand, TrainCommand, ReviewCommand, MemoryCommand>;

}  // namespace cotejo
