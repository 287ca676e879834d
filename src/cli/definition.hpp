/// @file  The definition of the command line: every command, every option, what each is for. The
/// help pages are made from it too.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace cotejo {

/// What the options hold before they are understood. Empty: not given.
struct Given {
  std::vector<std::string> files, lexicons, source_embeddings, target_embeddings;
  std::string output, format, source_language, target_language, language, encoding, paragraphs;
  std::string most, least_confidence, unaligned, weights, folds, overlaps, ui_language;
  std::string store, document, domain, author, status, since, before, most_confidence, least_score,
      limit, from, keep, address, token_file;
  std::vector<std::string> hosts;
  std::string memory, config, fail_on, port, project;
  bool lines = false, explain = false, monotone = false, keep_metadata = false, jsonl = false,
       fresh = false, strict = false, lenient = false, serve = false, no_browser = false,
       quiet = false;
  bool standard_input = false, all = false, dry_run = false, one_translation = false,
       varying = false;

  /// A filter of units is given.
  bool chooses() const {
    for (const std::string* one : {&source_language, &target_language, &since, &before, &document,
                                   &domain, &status, &least_confidence, &most_confidence}) {
      if (!one->empty()) return true;
    }
    return false;
  }
};

/// Adds all commands and options to `app`. What they are given goes to `given`, which must outlive
/// the parsing.
void define(CLI::App& app, Given& given);

}  // namespace cotejo
