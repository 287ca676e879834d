#include "cli/arguments.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>

#include "cli/help.hpp"
#include "cli/nearest.hpp"
#include "cotejo/error.hpp"

namespace cotejo {
namespace {

/// The words that an option takes, and what each stands for.
template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

const Choices<Format> formats = {{"tmx", Format::tmx},
                                 {"tsv", Format::tsv},
                                 {"jsonl", Format::jsonl},
                                 {"ladder", Format::ladder},
                                 {"text", Format::text}};
const Choices<Format> anchor_formats = {{"text", Format::text}, {"jsonl", Format::jsonl}};
const Choices<Paragraphs> paragraph_styles = {
    {"auto", Paragraphs::automatic}, {"blank", Paragraphs::blank}, {"line", Paragraphs::line}};
const Choices<LexiconCommand::Task> lexicon_tasks = {{"icu", LexiconCommand::Task::icu},
                                                     {"check", LexiconCommand::Task::check}};
const Choices<UiLanguage> ui_languages = {{"en", UiLanguage::english}, {"es", UiLanguage::spanish}};

template <typename Value>
Value choose(const char* option, const std::string& word, const Choices<Value>& choices) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    names.push_back(name);
  }
  throw Error(Message{"{1}: {2} is none of: {3}", {option, word, CLI::detail::join(names, ", ")}});
}

double probability(const char* option, const std::string& word) {
  double value = -1.0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc() || stop != end || !(value >= 0.0 && value <= 1.0)) {
    throw Error(Message{"{1}: {2} is no number from 0 to 1, such as 0.8", {option, word}});
  }
  return value;
}

std::size_t count(const char* option, const std::string& word, std::size_t least,
                  std::size_t most) {
  std::size_t value = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc() || stop != end || value < least || value > most) {
    throw Error(Message{"{1}: {2} is no whole number from {3} to {4}",
                        {option, word, std::to_string(least), std::to_string(most)}});
  }
  return value;
}

/// What the options hold before they are understood. Empty: not given.
struct Given {
  std::vector<std::string> files;
  std::string output, format, source_language, target_language, language, encoding, paragraphs;
  std::string most, least_confidence, unaligned, ui_language;
  bool lines = false, explain = false, keep_metadata = false, jsonl = false, quiet = false;
};

/// Options of one command while they are being defined. `value` and `what` are English; the help
/// page translates them.
class Definition {
 public:
  explicit Definition(CLI::App& app) : app_(app) {
    app_.set_help_flag("-h,--help", tr("Show this page."));
    app_.allow_extras();  // we say ourselves what was meant
    app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  void value(const char* names, const char* value, const char* what, std::string& place) {
    app_.add_option(names, place, what)->option_text(value);
  }
  void flag(const char* names, const char* what, bool& place) { app_.add_flag(names, place, what); }
  void files(const char* names, const char* what, std::vector<std::string>& place) {
    app_.add_option("files", place, what)
        ->option_text(names)
        ->expected(0, -1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

 private:
  CLI::App& app_;
};

void define_reading(Definition& define, Given& given) {
  define.value("--encoding", tr("NAME"),
               tr("Character encoding of the input, such as windows-1252. Default: found out (byte "
                  "order mark, then valid UTF-8, then by the letters)."),
               given.encoding);
  define.value("--paragraphs", "auto|blank|line",
               tr("What parts paragraphs: blank lines (blank), every line end (line), or what the "
                  "text looks like (auto). Default: auto."),
               given.paragraphs);
  define.flag("--lines",
              tr("The input holds one sentence a line already: take the lines as they are."),
              given.lines);
}

void define_ui_language(Definition& define, Given& given) {
  define.value("--ui-lang", "en|es",
               tr("Language of messages and help. Default: as the environment has it (LC_ALL, "
                  "LC_MESSAGES, LANG), else en."),
               given.ui_language);
}

void define_common(Definition& define, Given& given) {
  define_ui_language(define, given);
  define.flag("-q,--quiet", tr("Say nothing on standard error but what went wrong."), given.quiet);
}

void define_output(Definition& define, Given& given) {
  define.value("-o,--output", tr("FILE"),
               tr("Where the result goes. It is written whole or not at all. Default: - (standard "
                  "output)."),
               given.output);
}

void define_align(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("SOURCE TARGET"),
               tr("The two editions, the one translated from first; - is standard input."),
               given.files);
  define_output(define, given);
  define.value("-f,--format", "tmx|tsv|jsonl|ladder|text",
               tr("tmx: translation memory. tsv: source, target and confidence in columns. jsonl: "
                  "everything, a bead a line. ladder: [source]:[target]:confidence, segments "
                  "counted from 0. text: pairs to read. Default: by the ending of --output, else "
                  "tmx; text on a terminal."),
               given.format);
  define.value("--source-lang", tr("TAG"),
               tr("Language of SOURCE, such as es or es-US. Default: found out from the text."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("Language of TARGET, such as en or en-GB. Default: found out from the text."),
               given.target_language);
  define_reading(define, given);
  define.value("--most", tr("N"),
               tr("The most sentences that one side of a pair may have, 1 to 8. Default: 4."),
               given.most);
  define.flag("--explain", tr("Add the reasons for each pair (with --format text or jsonl)."),
              given.explain);
  define.flag("--keep-metadata",
              tr("Keep date lines and bylines; without it they are left out of the result."),
              given.keep_metadata);
  define.value("--min-confidence", tr("P"),
               tr("Leave out pairs less probable than P, from 0 to 1 (with --format tmx or tsv). "
                  "Default: 0."),
               given.least_confidence);
  define.value("--unaligned", tr("FILE"),
               tr("Also write the sentences that have no counterpart, in columns: source or "
                  "target, line in the file, sentence counted from 0, text. Default: they are only "
                  "named on standard error."),
               given.unaligned);
  define_common(define, given);
}

void define_segment(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("FILE"), tr("The text; - is standard input."), given.files);
  define_output(define, given);
  define.flag("--jsonl",
              tr("Filter lines of JSON: each holds \"text\" and may hold \"lang\"; it comes out "
                 "with \"segments\", [begin, end) in bytes of the text, added. Without FILE: "
                 "standard input."),
              given.jsonl);
  define.value("--lang", tr("TAG"),
               tr("Language of the text, such as es. Default: found out from the text."),
               given.language);
  define_reading(define, given);
  define_common(define, given);
}

void define_anchors(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("FILE"), tr("The text; - is standard input."), given.files);
  define_output(define, given);
  define.value("-f,--format", "text|jsonl",
               tr("text: in their place on a terminal, else in columns: block, segment, kind, "
                  "values, passage. jsonl: a line of JSON each. Default: text."),
               given.format);
  define.value("--lang", tr("TAG"),
               tr("Language of the text, such as es. Default: found out from the text."),
               given.language);
  define_reading(define, given);
  define_common(define, given);
}

void define_lexicon(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("TASK ..."),
               tr("icu LANGUAGE...: make a table of names (key, kind, a column a language) from "
                  "ICU's locale data. check [FOLDER]: say what is wrong with the tables of a "
                  "folder; without one, of those cotejo carries."),
               given.files);
  define_output(define, given);
  define_common(define, given);
}

void define(CLI::App& app, Given& given) {
  app.description(
      tr("Lays the Spanish and the English edition of an article side by side and writes them as a "
         "translation memory."));
  Definition define(app);
  app.set_version_flag("--version", "cotejo " COTEJO_VERSION, tr("Show the version."));
  define_ui_language(define, given);
  app.footer(tr("cotejo COMMAND --help tells more of each."));

  CLI::App& align =
      *app.add_subcommand("align", tr("Pair the sentences of two editions of an article."));
  define_align(align, given);
  align.footer(
      tr("Examples:\n  cotejo align article.es.txt article.en.txt -o article.tmx\n  cotejo align "
         "article.es.txt article.en.txt --format text --explain"));
  CLI::App& segment = *app.add_subcommand("segment", tr("Cut a text into sentences, one a line."));
  define_segment(segment, given);
  segment.footer(tr("Example:\n  cotejo segment article.es.txt"));
  CLI::App& anchors = *app.add_subcommand(
      "anchors", tr("Show what can be compared across languages: numbers, dates, names, quotes."));
  define_anchors(anchors, given);
  anchors.footer(tr("Example:\n  cotejo anchors article.es.txt"));
  CLI::App& lexicon =
      *app.add_subcommand("lexicon", tr("Make and check the tables of names, for their writers."));
  define_lexicon(lexicon, given);
  lexicon.footer(
      tr("Examples:\n  cotejo lexicon icu en es -o lexicons/names/icu.tsv\n  cotejo lexicon check "
         "lexicons"));
}

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
  throw Error(Message{"no command given; see cotejo --help", {}});
}

void expect_files(const Given& given, std::size_t least, std::size_t most, const char* wanted) {
  if (given.files.size() >= least && given.files.size() <= most) return;
  if (given.files.size() < least) throw Error(Message{wanted, {}});
  throw Error(Message{"one file too many: {1}; see --help", {given.files[most]}});
}

Reading reading(const Given& given) {
  Reading out{given.encoding, Paragraphs::automatic, given.lines};
  if (!given.paragraphs.empty()) {
    out.paragraphs = choose("--paragraphs", given.paragraphs, paragraph_styles);
  }
  return out;
}

/// BCP 47 has a hyphen where locale names have an underscore.
std::string tag(std::string given) {
  std::replace(given.begin(), given.end(), '_', '-');
  return given;
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
  out.explain = given.explain;
  out.keep_metadata = given.keep_metadata;
  if (!given.least_confidence.empty()) {
    out.least_confidence = probability("--min-confidence", given.least_confidence);
  }
  out.unaligned = given.unaligned;
  out.quiet = given.quiet;
  return out;
}

SegmentCommand segment_command(const Given& given) {
  expect_files(given, given.jsonl ? 0 : 1, 1, tr("expected a file; see --help"));
  SegmentCommand out;
  if (!given.files.empty()) out.file = given.files[0];
  if (!given.output.empty()) out.output = given.output;
  out.jsonl = given.jsonl;
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
  expect_files(given, 1, any, tr("expected a task, icu or check; see --help"));
  LexiconCommand out;
  out.task = choose("lexicon", given.files[0], lexicon_tasks);
  if (out.task == LexiconCommand::Task::icu) {
    expect_files(given, 2, any, tr("expected a language, such as es; see --help"));
  } else {
    expect_files(given, 1, 2, "");
  }
  out.arguments.assign(given.files.begin() + 1, given.files.end());
  if (!given.output.empty()) out.output = given.output;
  out.quiet = given.quiet;
  return out;
}

/// The command among the words, or the program itself where there is none.
const CLI::App& asked_for(const CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
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
  if (&command == &app) refuse_other_command(app);
  refuse_extras(app);
  refuse_extras(command);
  if (!given.ui_language.empty()) choose("--ui-lang", given.ui_language, ui_languages);
  if (command.get_name() == "align") return align_command(given);
  if (command.get_name() == "segment") return segment_command(given);
  if (command.get_name() == "lexicon") return lexicon_command(given);
  return anchors_command(given);
}

}  // namespace cotejo
