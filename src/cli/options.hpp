/// @file  What was asked for on the command line, as plain structs with the defaults.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cotejo/document.hpp"

namespace cotejo {

enum class Format { tmx, tsv, jsonl, ladder, text };

/// How files are read; the same for every command.
struct InputOptions {
  std::string encoding;
  Paragraphs paragraphs = Paragraphs::automatic;
  bool lines = false;  ///< every line is a segment already
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
  std::string weights;  ///< empty: those shipped
  bool monotone = false;
  bool keep_metadata = false;
  double least_confidence = 0.0;
  std::string unaligned;  ///< empty: none is written
  bool quiet = false;
};

/// cotejo segment
struct SegmentCommand {
  std::string file = "-";
  std::string output = "-";
  bool jsonl = false;
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

/// cotejo lexicon
struct LexiconCommand {
  enum class Task { icu, check };
  Task task = Task::check;
  std::vector<std::string> arguments;  ///< icu: languages; check: a folder, or none
  std::string output = "-";
  bool quiet = false;
};

/// cotejo train
struct TrainCommand {
  std::vector<std::string> ladders;  ///< files STEM.gold, and folders of them
  std::string output = "-";
  std::string source_language;
  std::string target_language;
  std::string encoding;
  std::string weights;    ///< where to begin; empty: those shipped
  bool fresh = false;     ///< begin from scratch
  std::size_t folds = 0;  ///< 0: no cross-validation
  bool quiet = false;
};

/// A text to print and be done with: a help page, the version.
struct PageCommand {
  std::string text;
};

using Command = std::variant<PageCommand, AlignCommand, SegmentCommand, AnchorsCommand,
                             LexiconCommand, TrainCommand>;

}  // namespace cotejo
