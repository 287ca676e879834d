#include "cotejo/lexicon.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/learn.hpp"
#include "cotejo/lexicon_tables.hpp"

namespace cotejo {
namespace {

namespace fs = std::filesystem;

void make_icu_names(const LexiconCommand& command) {
  std::string all;
  for (const std::string& language : command.arguments) {
    Lexicon::shipped(language);  // throws for what is no language tag
    all += (all.empty() ? "" : ", ") + language;
  }
  const std::string table = icu_names_table(command.arguments);
  constexpr int heading = 3;  // two comments and the names of the columns
  if (std::count(table.begin(), table.end(), '\n') <= heading) {
    throw Error(Message{"ICU has no names in one of these languages: {1}", {all}});
  }
  OutputFile out(command.output);
  out.write(table);
  out.commit();
}

/// A table read from a folder.
struct File {
  std::string name;
  std::string bytes;
};

std::vector<File> tables_in(const std::string& folder) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  std::vector<File> files;
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() != ".tsv" || !at->is_regular_file(error)) continue;
    files.push_back(
        {at->path().lexically_relative(folder).generic_string(), read_file(at->path().string())});
  }
  if (error) throw Error(Message{"{1}: cannot be read: {2}", {folder, error.message()}});
  if (files.empty()) throw Error(Message{"{1}: no tables (*.tsv) in this folder", {folder}});
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

void check(const LexiconCommand& command, const Console& console) {
  std::vector<File> files;
  std::vector<LexiconTable> tables;
  if (command.arguments.empty()) {
    tables = shipped_lexicon_tables();
  } else {
    const std::string& given = command.arguments.front();
    const bool own = !fs::is_directory(given);
    if (own) {
      files.push_back({given, read_file(given)});
    } else {
      files = tables_in(given);
    }
    for (const File& file : files) tables.push_back({file.name, file.bytes, own});
  }
  const std::vector<TableFinding> findings = check_tables(tables);
  OutputFile out(command.output);
  for (const TableFinding& finding : findings) {
    const std::string line = finding.line > 0 ? ':' + std::to_string(finding.line) : std::string();
    out.write(finding.table + line + ": " + console.catalogue()(finding.what) + '\n');
  }
  out.commit();
  const std::vector<std::string> counts{std::to_string(tables.size()),
                                        std::to_string(findings.size())};
  if (!findings.empty()) throw Error(Message{"tables: {1}; faults: {2}", counts});
  console.note(Message{"tables: {1}; no faults", {counts.front()}});
}

}  // namespace

void run(const LexiconCommand& command, const Console& console) {
  if (command.task == LexiconCommand::Task::icu) return make_icu_names(command);
  if (command.task == LexiconCommand::Task::learn) return learn_words(command, console);
  check(command, console);
}

}  // namespace cotejo
