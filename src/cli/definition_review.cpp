#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/define.hpp"
#include "cli/values.hpp"

namespace cotejo {
namespace {

const Choices<ReviewFormat> formats = {{"text", ReviewFormat::text},
                                       {"json", ReviewFormat::json},
                                       {"sarif", ReviewFormat::sarif},
                                       {"html", ReviewFormat::html}};
const Choices<Severity> severities = {
    {"minor", Severity::minor}, {"major", Severity::major}, {"critical", Severity::critical}};

/// Refuses options that would do nothing.
void check(const Given& given) {
  const bool output = !given.format.empty() || !given.fail_on.empty() || !given.config.empty();
  if (given.jsonl && (output || !given.memory.empty() || given.serve)) {
    throw Error(
        Message{"--jsonl does not go with --format, --fail-on, --config, --memory or --serve", {}});
  }
  if (given.serve && (!given.format.empty() || !given.fail_on.empty() || !given.output.empty())) {
    throw Error(Message{"--serve does not go with --format, --fail-on or --output", {}});
  }
  if (!given.serve && (!given.port.empty() || !given.project.empty() || given.no_browser)) {
    throw Error(Message{"--port, --project and --no-browser go with --serve", {}});
  }
  if (given.strict && given.lenient) {
    throw Error(Message{"--strict and --lenient exclude each other", {}});
  }
  if (given.jsonl) {
    expect_files(given, 0, 1, "");
  } else if (!given.memory.empty()) {
    expect_files(given, 0, 0, "");
  } else {
    const bool reopened = given.serve && !given.project.empty();
    expect_files(given, reopened ? 0 : 1, 2,
                 tr("expected two files, SOURCE and TARGET, or a TMX; see --help"));
  }
}

}  // namespace

void define_review(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("SOURCE TARGET | TMX"),
               tr("The two editions, the one translated from first, which are aligned; or a TMX, "
                  "each unit of which is a pair; - is standard input."),
               given.files);
  define_output(define, given);
  define.value("-f,--format", "text|json|sarif|html",
               tr("text: to read on a terminal. json: for programs. sarif: SARIF 2.1.0, for code "
                  "hosts. html: one page, the editions side by side, which needs nothing else. "
                  "Default: by the ending of --output, else text."),
               given.format);
  define.value("--fail-on", "minor|major|critical",
               tr("Exit with status 1 when there is a finding as grave as this. Default: exit with "
                  "0 whatever is found."),
               given.fail_on);
  define.flag("--lenient", tr("Call grave only what is hardly in doubt."), given.lenient);
  define.flag("--strict", tr("Call grave what may be an error, at the price of more false alarms."),
              given.strict);
  define.value("--config", tr("FILE"),
               tr("Which checks are made, how grave each kind of finding is, and how sure it must "
                  "be; see the README. Default: every check as it is."),
               given.config);
  define.value("--memory", tr("LOCATION"),
               tr("Review what a memory holds in place of files. Default: none."), given.memory);
  define.flag("--jsonl",
              tr("Filter lines of JSON: each holds \"source\", \"target\" and may hold "
                 "\"source_lang\" and \"target_lang\"; it comes out with \"findings\" added. "
                 "Without a file: standard input."),
              given.jsonl);
  define.flag("--serve",
              tr("Open the editions in a browser, to mend pairs and texts. Nothing leaves this "
                 "machine."),
              given.serve);
  define.value("--project", tr("FILE"),
               tr("With --serve: the file that keeps the work; one that is there is gone on with. "
                  "Default: beside SOURCE, with the ending .cotejo."),
               given.project);
  define.value("--port", tr("N"), tr("With --serve: the port. Default: any that is free."),
               given.port);
  define.flag("--no-browser", tr("With --serve: say the address and open no browser."),
              given.no_browser);
  define.value("--source-lang", tr("TAG"),
               tr("Language of the source, such as es. Default: as the pairs say, else found out."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("Language of the target, such as en. Default: as the pairs say, else found out."),
               given.target_language);
  define_reading(define, given);
  define_lexicons(define, given);
  define_common(define, given);
  app.footer(
      tr("The exit status is 0 when done, 1 when --fail-on found something, 2 for bad input.\n\n"
         "Examples:\n  cotejo review article.es.txt article.en.txt\n  cotejo review "
         "article.es.txt article.en.txt -o report.html\n  cotejo review memory.tmx --format sarif "
         "--fail-on major -o review.sarif\n  cotejo review --jsonl < pairs.jsonl"));
}

ReviewCommand review_command(const Given& given) {
  check(given);
  ReviewCommand out;
  out.files = given.files;
  out.memory = given.memory;
  out.jsonl = given.jsonl;
  out.editor = {given.serve, 0, given.project, !given.no_browser};
  if (!given.port.empty()) out.editor.port = count("--port", given.port, 1, 65535);
  if (!given.output.empty()) out.output = given.output;
  if (!given.format.empty()) out.format = choose("--format", given.format, formats);
  if (!given.fail_on.empty()) out.fail_on = choose("--fail-on", given.fail_on, severities);
  if (given.strict) out.strictness = Strictness::strict;
  if (given.lenient) out.strictness = Strictness::lenient;
  out.config = given.config;
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  out.reading = reading(given);
  out.lexicons = given.lexicons;
  out.quiet = given.quiet;
  return out;
}

}  // namespace cotejo
