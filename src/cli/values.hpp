/// @file  What the words behind options mean. Everything here throws Error that names the option
/// and what it takes.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/definition.hpp"
#include "cli/options.hpp"
#include "cotejo/error.hpp"

namespace cotejo {

/// The words that an option takes, and what each stands for.
template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// "tmx, tsv, jsonl"
std::string joined(const std::vector<std::string>& names);

template <typename Value>
Value choose(const char* option, const std::string& word, const Choices<Value>& choices) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    names.push_back(name);
  }
  throw Error(Message{"{1}: {2} is none of: {3}", {option, word, joined(names)}});
}

/// A number from 0 to 1.
double probability(const char* option, const std::string& word);

/// A whole number from `least` to `most`.
std::size_t count(const char* option, const std::string& word, std::size_t least, std::size_t most);

/// `wanted` is said where there are too few files.
void expect_files(const Given& given, std::size_t least, std::size_t most, const char* wanted);

InputOptions reading(const Given& given);

/// As BCP 47 writes a tag: a hyphen where locale names have an underscore, and es-US, zh-Hant-TW.
std::string tag(std::string given);

/// What was given, understood.
ReviewCommand review_command(const Given& given);
MemoryCommand memory_command(const Given& given, const std::string& task);

}  // namespace cotejo
