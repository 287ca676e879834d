#include "cli/arguments.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "cli/definition.hpp"
#include "cli/help.hpp"
#include "cli/values.hpp"
#include "cotejo/error.hpp"
#include "text/nearest.hpp"

namespace cotejo {
namespace {

const Choices<Format> formats = {{"tmx", Format::tmx},
                                 {"tsv", Format::tsv},
                                 {"jsonl", Format::jsonl},
                                 {"ladder", Format::ladder},
                                 {"text", Format::text}};
const Choices<Format> anchor_formats = {{"text", Format::text}, {"jsonl", Format::jsonl}};
const Choices<LexiconCommand::Task> lexicon_tasks = {{"icu", LexiconCommand::Task::icu},
                                                     {"learn", LexiconCommand::Task::learn},
                                                     {"check", LexiconCommand::Task::check}};
const Choices<UiLanguage> ui_languages = {{"en", UiLanguage::english}, {"es", UiLanguage::spanish}};

/// Says what was meant by a word that is no option or command.
[[noreturn]] void unknown(const std::string& word, const std::vector<std::string>& known,
                          const char* plain, const char* suggesting) {
  if (const auto meant = nearest(word, known)) throw Error(Message{suggesting, {word, *meant}});
  throw Error(Message{plain, {word}});
}

void refuse_extras(const CLI::App& app) {
  for (const std::string& extra : app.remaining()) {
    const std::string option = extra.substr(0, extra.find('='));
    if (!option.starts_with('-')) continue;
    std::vector<std::string> known;
    for (const CLI::Option* one : app.get_options()) {
      for (const std::string& name : one->get_lnames()) known.push_back("--" + name);
    }
    unknown(option, known, tr("unknown option {1}; see --help"),
            tr("unknown option {1}; did you mean {2}?"));
  }
}

void refuse_other_command(const CLI::App& app) {
  refuse_extras(app);
  std::vector<std::string> known;
  for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
  for (const std::string& word : app.remaining()) {
    unknown(word, known, tr("unknown command {1}; see cotejo --help"),
            tr("unknown command {1}; did you mean {2}?"));
  }
  if (app.get_parent() != nullptr) {
    throw Error(Message{"no command given; see cotejo memory --help", {}});
  }
  throw Error(Message{"no command given; see cotejo --help", {}});
}

std::optional<EmbeddingPaths> embeddings(const char* option,
                                         const std::vector<std::string>& files) {
  if (files.empty()) return std::nullopt;
  if (files.size() != 2) throw Error(Message{"{1} needs two files; see --help", {option}});
  return EmbeddingPaths{files[0], files[1]};
}

AlignCommand align_command(const Given& given) {
  expect_files(given, 2, 2, tr("expected two files, SOURCE and TARGET; see --help"));
  AlignCommand out;
  out.source = given.files[0];
  out.target = given.files[1];
  if (!given.output.empty()) out.output = given.output;
  if (!given.format.empty()) out.format = choose("--format", given.format, formats);
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  out.reading = reading(given);
  if (!given.most.empty()) out.most_per_side = count("--most", given.most, 1, 8);
  out.source_embeddings = embeddings("--source-embed", given.source_embeddings);
  out.target_embeddings = embeddings("--target-embed", given.target_embeddings);
  out.explain = given.explain;
  out.weights = given.weights;
  out.monotone = given.monotone;
  out.keep_metadata = given.keep_metadata;
  if (!given.least_confidence.empty()) {
    out.least_confidence = probability("--min-confidence", given.least_confidence);
  }
  out.unaligned = given.unaligned;
  out.memory = given.memory;
  out.writes = given.memory.empty() || !given.output.empty() || !given.format.empty();
  out.lexicons = given.lexicons;
  out.quiet = given.quiet;
  return out;
}

SegmentCommand segment_command(const Given& given) {
  expect_files(given, given.jsonl ? 0 : 1, 1, tr("expected a file; see --help"));
  SegmentCommand out;
  if (!given.files.empty()) out.file = given.files[0];
  if (!given.output.empty()) out.output = given.output;
  out.jsonl = given.jsonl;
  if (!given.overlaps.empty()) out.overlaps = count("--overlaps", given.overlaps, 1, 50);
  if (out.jsonl && out.overlaps > 0) {
    throw Error(Message{"--overlaps does not go with --jsonl", {}});
  }
  out.language = tag(given.language);
  out.reading = reading(given);
  out.quiet = given.quiet;
  return out;
}

AnchorsCommand anchors_command(const Given& given) {
  expect_files(given, 1, 1, tr("expected a file; see --help"));
  AnchorsCommand out;
  out.file = given.files[0];
  if (!given.output.empty()) out.output = given.output;
  if (!given.format.empty()) out.format = choose("--format", given.format, anchor_formats);
  out.language = tag(given.language);
  out.reading = reading(given);
  out.quiet = given.quiet;
  return out;
}

LexiconCommand lexicon_command(const Given& given) {
  constexpr std::size_t any = static_cast<std::size_t>(-1);
  expect_files(given, 1, any, tr("expected a task: icu, learn or check; see --help"));
  LexiconCommand out;
  out.task = choose("lexicon", given.files[0], lexicon_tasks);
  if (out.task == LexiconCommand::Task::icu) {
    expect_files(given, 2, any, tr("expected a language, such as es; see --help"));
  } else if (out.task == LexiconCommand::Task::learn) {
    expect_files(given, 2, any,
                 tr("expected a file of aligned text, such as memory.tmx; see --help"));
  } else {
    expect_files(given, 1, 2, "");
  }
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  out.arguments.assign(given.files.begin() + 1, given.files.end());
  if (!given.output.empty()) out.output = given.output;
  out.quiet = given.quiet;
  return out;
}

TrainCommand train_command(const Given& given) {
  constexpr std::size_t any = static_cast<std::size_t>(-1);
  expect_files(given, 1, any, tr("expected ladders, or a folder of them; see --help"));
  TrainCommand out;
  out.ladders = given.files;
  if (!given.output.empty()) out.output = given.output;
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  if (out.source_language.empty() || out.target_language.empty()) {
    throw Error(Message{"--source-lang and --target-lang are needed: they name the files", {}});
  }
  out.encoding = given.encoding;
  out.lexicons = given.lexicons;
  out.weights = given.weights;
  out.fresh = given.fresh;
  if (out.fresh && !out.weights.empty()) {
    throw Error(Message{"--fresh and --weights exclude each other", {}});
  }
  if (!given.folds.empty()) out.folds = count("--folds", given.folds, 2, 100);
  out.quiet = given.quiet;
  return out;
}

/// The command among the words, or the program itself where there is none.
const CLI::App& asked_for(const CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  return commands.empty() ? app : asked_for(*commands.front());
}

}  // namespace

UiLanguage ui_language(const std::vector<std::string>& words) {
  std::string asked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (words[i] == "--ui-lang" && i + 1 < words.size()) asked = words[i + 1];
    if (words[i].starts_with("--ui-lang=")) asked = words[i].substr(10);
  }
  for (const auto& [name, language] : ui_languages) {
    if (asked == name) return language;
  }
  return ui_language_of_environment();
}

Command read_arguments(const std::vector<std::string>& words, const Catalogue& catalogue) {
  CLI::App app;
  Given given;
  define(app, given);
  // Behind "--" there are only files; CLI11 would hand them to the program instead of the command.
  const auto dashes = std::find(words.begin(), words.end(), "--");
  std::vector<std::string> reversed(words.begin(), dashes);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(std::move(reversed));
    if (dashes != words.end()) given.files.insert(given.files.end(), dashes + 1, words.end());
  } catch (const CLI::CallForHelp&) {
    return PageCommand{help_page(asked_for(app), catalogue)};
  } catch (const CLI::CallForVersion& version) {
    return PageCommand{std::string(version.what()) + '\n'};
  } catch (const CLI::ArgumentMismatch& missing) {
    const std::string said = missing.what();
    throw Error(Message{"{1} needs a value; see --help", {said.substr(0, said.find(':'))}});
  } catch (const CLI::ParseError& other) {
    throw Error(Message{"the command line cannot be read: {1}", {other.what()}});
  }
  const CLI::App& command = asked_for(app);
  if (!command.get_subcommands({}).empty()) refuse_other_command(command);
  for (const CLI::App* one = &command; one != nullptr; one = one->get_parent()) refuse_extras(*one);
  if (!given.ui_language.empty()) choose("--ui-lang", given.ui_language, ui_languages);
  if (command.get_parent()->get_name() == "memory") {
    return memory_command(given, command.get_name());
  }
  if (command.get_name() == "align") return align_command(given);
  if (command.get_name() == "segment") return segment_command(given);
  if (command.get_name() == "review") return review_command(given);
  if (command.get_name() == "lexicon") return lexicon_command(given);
  if (command.get_name() == "train") return train_command(given);
  return anchors_command(given);
}

}  // namespace cotejo
