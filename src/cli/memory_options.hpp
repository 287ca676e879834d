/// @file  cotejo memory, as it was asked for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/input_options.hpp"
#include "cotejo/memory.hpp"

namespace cotejo {

enum class MemoryTask {
  add,
  search,
  pretranslate,
  concordance,
  write,  ///< cotejo memory export
  stats,
  merge,
  erase,  ///< cotejo memory delete
  dedupe,
  terms,
  serve
};

enum class MemoryFormat { text, json, tmx, tsv, jsonl, xliff };

/// cotejo memory. What a task doesn't know stays as it is.
struct MemoryCommand {
  MemoryTask task = MemoryTask::stats;
  std::string store;                   ///< the memory's location
  std::vector<std::string> arguments;  ///< files, other memories, or the text to look for
  std::string output = "-";
  std::optional<MemoryFormat> format;  ///< nothing: text, or by the output's name
  std::optional<MemoryFormat> from;    ///< add: what the files are; nothing: found out
  MemoryUnit defaults;                 ///< add: what units are where their file doesn't say
  MemoryFilter filter;                 ///< also the languages of search and its like
  double least_score = 70.0;
  std::size_t limit = 10;
  InputOptions reading;  ///< pretranslate: how the document is read
  Memory::Keep keep = Memory::Keep::best;
  bool one_translation = false;  ///< dedupe: of a source text only one
  bool varying = false;          ///< terms: only those with several translations
  bool dry_run = false;          ///< delete: only count
  std::string address = "127.0.0.1";
  std::size_t port = 8888;
  std::vector<std::string> hosts;
  std::string token_file;
  bool quiet = false;
};

}  // namespace cotejo
