#include "cotejo/align.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "cli/commands.hpp"
#include "cli/date.hpp"
#include "cli/files.hpp"
#include "cli/languages.hpp"
#include "cli/memory_tasks.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/unaligned.hpp"
#include "cotejo/exchange.hpp"
#include "cotejo/report.hpp"
#include "cotejo/tmx.hpp"

namespace cotejo {
namespace {

/// The format that was asked for, or that the output's name ends in.
Format format_of(const AlignCommand& command) {
  if (command.format) return *command.format;
  if (!command.writes) return Format::tmx;
  if (command.output == "-") return output_is_terminal() ? Format::text : Format::tmx;
  const std::string& name = command.output;
  if (name.ends_with(".tsv")) return Format::tsv;
  if (name.ends_with(".jsonl")) return Format::jsonl;
  if (name.ends_with(".ladder")) return Format::ladder;
  if (name.ends_with(".txt") || name.ends_with(".text")) return Format::text;
  return Format::tmx;
}

/// Refuses what cannot be done or would lose a file.
void check(const AlignCommand& command, Format format) {
  if (command.source == "-" && command.target == "-") {
    throw Error(Message{"only one of SOURCE and TARGET can be standard input", {}});
  }
  for (const std::string* written : {&command.output, &command.unaligned}) {
    if (written->empty() || *written == "-") continue;
    std::vector<std::string> inputs = command.lexicons;
    inputs.insert(inputs.end(), {command.source, command.target, command.weights});
    for (const auto* embeddings : {&command.source_embeddings, &command.target_embeddings}) {
      if (*embeddings)
        inputs.insert(inputs.end(), {(*embeddings)->overlaps, (*embeddings)->vectors});
    }
    for (const std::string& read : inputs) {
      if (!read.empty() && read != "-" && same_file(read, *written)) {
        throw Error(Message{"{1}: is read; write to another file", {*written}});
      }
    }
  }
  if (command.unaligned == command.output ||
      (!command.unaligned.empty() && same_file(command.unaligned, command.output))) {
    throw Error(Message{"--output and --unaligned name the same file: {1}", {command.output}});
  }
  if (command.source_embeddings.has_value() != command.target_embeddings.has_value()) {
    throw Error(Message{"--source-embed and --target-embed go together", {}});
  }
  const bool read_by_people = format == Format::text || format == Format::jsonl;
  if (command.explain && !read_by_people) {
    throw Error(Message{"--explain goes with --format text or jsonl", {}});
  }
  const bool made_of_units = format == Format::tmx || format == Format::tsv;
  if (command.least_confidence > 0 && !made_of_units) {
    throw Error(Message{"--min-confidence goes with --format tmx or tsv", {}});
  }
}

std::vector<Unit> units_of(const Article& article, const AlignCommand& command) {
  return units(article.source, article.target, article.beads,
               {.metadata = command.keep_metadata, .least_confidence = command.least_confidence},
               article.moved);
}

void write(OutputFile& file, const Article& article, const AlignCommand& command, Format format) {
  const Sink sink = [&](std::string_view bytes) { file.write(bytes); };
  const auto found_units = [&] { return units_of(article, command); };
  switch (format) {
    case Format::tmx: {
      TmxHeader header;
      header.source_language = article.source.document.language;
      header.target_language = article.target.document.language;
      header.source_document = article.source.document.source;
      header.target_document = article.target.document.source;
      header.date = chosen_date();
      header.verdict = article.verdict;
      return write_tmx(sink, header, found_units());
    }
    case Format::tsv:
      return write_tsv(sink, found_units());
    case Format::jsonl:
      return write_jsonl(sink, article.source, article.target, article.beads, article.moved);
    case Format::ladder:
      return write_ladder(sink, command.reading.lines
                                    ? count_by_lines(article.source, article.target, article.beads)
                                    : article.beads);
    case Format::text:
      return write_text(sink, article.source, article.target, article.beads, article.moved);
  }
}

/// As the TMX would bring them in.
void add_to_memory(const Article& article, const AlignCommand& command, const Console& console) {
  const std::vector<Unit> found = units_of(article, command);
  const std::string date = date_for_units();
  Memory memory = Memory::open(command.memory, Memory::Mode::write);
  const AddReport report = memory.add([&, next = found.begin()]() mutable {
    if (next == found.end()) return std::optional<MemoryUnit>();
    MemoryUnit unit;
    unit.source = next->source;
    unit.target = next->target;
    unit.source_language = article.source.document.language;
    unit.target_language = article.target.document.language;
    unit.document = article.source.document.source;
    unit.position = next->bead;
    unit.before = next->before;
    unit.after = next->after;
    unit.date = date;
    unit.confidence = next->confidence;
    ++next;
    return std::optional(std::move(unit));
  });
  console.note(added_message(report));
}

std::size_t count_metadata(const Side& side) {
  return static_cast<std::size_t>(
      std::count_if(side.document.blocks.begin(), side.document.blocks.end(),
                    [](const Block& block) { return is_metadata(block.kind); }));
}

/// What came out, and the first of the passages that were moved and of the sentences that have no
/// counterpart.
void summarise(const Article& article, const std::vector<Unaligned>& alone,
               const AlignCommand& command, const Console& console) {
  constexpr std::size_t most_named = 20;
  const auto pairs = std::count_if(article.beads.begin(), article.beads.end(), [](const Bead& b) {
    return !b.source.empty() && !b.target.empty();
  });
  const auto in_source = std::count_if(alone.begin(), alone.end(),
                                       [](const Unaligned& segment) { return segment.source; });
  console.note(summary(article.verdict, command.source, command.target));
  console.note({tr("pairs: {1}; only in {2}: {3}; only in {4}: {5}"),
                {std::to_string(pairs), command.source, std::to_string(in_source), command.target,
                 std::to_string(std::ssize(alone) - in_source)}});
  if (!command.keep_metadata) {
    const std::size_t left_out = count_metadata(article.source) + count_metadata(article.target);
    if (left_out > 0) {
      console.note({tr("date lines and bylines left out: {1}; --keep-metadata keeps them"),
                    {std::to_string(left_out)}});
    }
  }
  const std::vector<MovedLines> moved = moved_lines(article);
  for (std::size_t i = 0; i < std::min(moved.size(), most_named); ++i) {
    console.note({tr("{1}:{2}: moved: stands at {3}:{4}"),
                  {article.source.document.source, std::to_string(moved[i].source + 1),
                   article.target.document.source, std::to_string(moved[i].target + 1)}});
  }
  if (moved.size() > most_named) {
    console.note({tr("... and {1} more were moved"), {std::to_string(moved.size() - most_named)}});
  }
  for (std::size_t i = 0; i < std::min(alone.size(), most_named); ++i) {
    console.note({tr("{1}:{2}: no counterpart: {3}"),
                  {alone[i].document->source, std::to_string(alone[i].line + 1),
                   first_words(alone[i].text)}});
  }
  if (alone.size() > most_named) {
    console.note({tr("... and {1} more; --unaligned FILE takes them all"),
                  {std::to_string(alone.size() - most_named)}});
  }
}

}  // namespace

void run(const AlignCommand& command, const Console& console) {
  const Format format = format_of(command);
  check(command, format);
  const Article article = [&] {
    const Progress progress(console.catalogue()(tr("aligning ...")), !console.quiet());
    Side source = read_side(command.source, command.source_language, command.reading);
    Side target = read_side(command.target, command.target_language, command.reading);
    const auto doubts = language_warnings(source.document, command.source_language, target.document,
                                          command.target_language);
    AlignOptions options{.most_per_side = command.most_per_side,
                         .explain = command.explain,
                         .monotone = command.monotone};
    if (!command.weights.empty())
      options.weights = Weights::read(read_file(command.weights), command.weights);
    if (command.source_embeddings && command.target_embeddings) {
      options.embeddings.emplace(read_embeddings(*command.source_embeddings),
                                 read_embeddings(*command.target_embeddings));
    }
    Article out = align_article(std::move(source), std::move(target),
                                {std::move(options), command.keep_metadata, command.lexicons});
    out.warnings.insert(out.warnings.begin(), doubts.begin(), doubts.end());
    return out;
  }();
  for (const Side* side : {&article.source, &article.target}) {
    for (const Message& warning : side->document.warnings) console.warning(warning);
  }
  for (const Message& warning : article.warnings) console.warning(warning);

  const std::vector<Unaligned> alone = unaligned(article);
  std::optional<OutputFile> out;
  std::optional<OutputFile> rest;
  if (command.writes) out.emplace(command.output);
  if (!command.unaligned.empty()) rest.emplace(command.unaligned);
  if (out) write(*out, article, command, format);
  if (rest) {
    for (const Unaligned& one : alone) rest->write(row(one));
    rest->commit();
  }
  if (out) out->commit();
  if (!command.memory.empty()) add_to_memory(article, command, console);
  summarise(article, alone, command, console);
}

}  // namespace cotejo
