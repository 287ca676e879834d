#include "cotejo/review.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/review_filter.hpp"
#include "cli/review_input.hpp"
#include "cli/review_serve.hpp"
#include "cotejo/report.hpp"
#include "cotejo/review_config.hpp"

namespace cotejo {
namespace {

/// The format that was asked for, or that the output's name ends in.
ReviewFormat format_of(const ReviewCommand& command) {
  if (command.format) return *command.format;
  const std::string& name = command.output;
  if (name.ends_with(".json")) return ReviewFormat::json;
  if (name.ends_with(".sarif")) return ReviewFormat::sarif;
  if (name.ends_with(".html") || name.ends_with(".htm")) return ReviewFormat::html;
  return ReviewFormat::text;
}

void check(const ReviewCommand& command) {
  if (command.output == "-") return;
  std::vector<std::string> inputs = command.files;
  inputs.insert(inputs.end(), command.lexicons.begin(), command.lexicons.end());
  inputs.insert(inputs.end(), {command.config, command.memory});
  for (const std::string& read : inputs) {
    if (!read.empty() && read != "-" && same_file(read, command.output)) {
      throw Error(Message{"{1}: is read; write to another file", {command.output}});
    }
  }
}

void write(OutputFile& out, const Report& report, const ReviewCommand& command,
           const Console& console) {
  const Sink sink = [&](std::string_view bytes) { out.write(bytes); };
  const Reader reader{console.catalogue().language() == UiLanguage::spanish ? "es" : "en",
                      [&](std::string_view english) { return console.catalogue()(english); }};
  switch (format_of(command)) {
    case ReviewFormat::text: {
      const bool screen = command.output == "-" && output_is_terminal();
      return write_text_report(sink, report, reader,
                               {output_columns(), screen && output_has_styles()});
    }
    case ReviewFormat::json:
      return write_json_report(sink, report, reader);
    case ReviewFormat::sarif:
      return write_sarif_report(sink, report, reader);
    case ReviewFormat::html:
      return write_html_report(sink, report, reader);
  }
}

}  // namespace

ReviewConfig review_config(const ReviewCommand& command) {
  ReviewConfig out;
  if (!command.config.empty()) {
    out = ReviewConfig::read(read_file(command.config), command.config);
  }
  if (command.strictness) out.strictness = command.strictness;
  return out;
}

int run(const ReviewCommand& command, const Console& console) {
  if (command.editor.asked) {
    run_editor(command, console);
    return 0;
  }
  check(command);
  const ReviewConfig config = review_config(command);
  if (command.jsonl) {
    filter_reviews({command.files.empty() ? "-" : command.files.front(), command.output,
                    command.source_language, command.target_language, config.options()},
                   console);
    return 0;
  }
  const ReviewInput input = read_review_input(command, console);
  std::vector<Finding> findings =
      review(input.source, input.target, input.beads, input.moved, input.source_lexicon,
             input.target_lexicon, input.dictionary, config.options());
  config.apply(findings);
  OutputFile out(command.output);
  const Report report{input.source, input.target,  input.beads, input.moved,
                      findings,     input.verdict, input.lines};
  write(out, report, command, console);
  out.commit();
  if (command.output != "-" || format_of(command) != ReviewFormat::text) {
    console.note(summary(findings));
  }
  const bool fails = command.fail_on && std::ranges::any_of(findings, [&](const Finding& finding) {
                       return finding.severity >= *command.fail_on;
                     });
  return fails ? 1 : 0;
}

}  // namespace cotejo
