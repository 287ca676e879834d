#include <algorithm>

#include "cli/memory_tasks.hpp"
#include "cli/values.hpp"

namespace cotejo {
namespace {

const Choices<MemoryTask> tasks = {{"add", MemoryTask::add},
                                   {"search", MemoryTask::search},
                                   {"pretranslate", MemoryTask::pretranslate},
                                   {"concordance", MemoryTask::concordance},
                                   {"export", MemoryTask::write},
                                   {"stats", MemoryTask::stats},
                                   {"merge", MemoryTask::merge},
                                   {"delete", MemoryTask::erase},
                                   {"dedupe", MemoryTask::dedupe},
                                   {"terms", MemoryTask::terms},
                                   {"serve", MemoryTask::serve}};
const Choices<MemoryFormat> output_formats = {{"text", MemoryFormat::text},
                                              {"json", MemoryFormat::json}};
const Choices<MemoryFormat> unit_formats = {
    {"tmx", MemoryFormat::tmx}, {"tsv", MemoryFormat::tsv}, {"jsonl", MemoryFormat::jsonl}};
const Choices<MemoryFormat> document_formats = {{"xliff", MemoryFormat::xliff},
                                                {"tmx", MemoryFormat::tmx}};
const Choices<UnitStatus> statuses = {{"draft", UnitStatus::draft},
                                      {"confirmed", UnitStatus::confirmed},
                                      {"rejected", UnitStatus::rejected}};
const Choices<Memory::Keep> keeps = {{"best", Memory::Keep::best},
                                     {"newest", Memory::Keep::newest}};

const Choices<MemoryFormat>& formats_of(MemoryTask task) {
  if (task == MemoryTask::write) return unit_formats;
  return task == MemoryTask::pretranslate ? document_formats : output_formats;
}

/// "20261126" of "2026-11-26", "202611" of "2026-11"; also what units carry.
std::string date_prefix(const char* option, const std::string& given) {
  std::string out = given;
  std::erase(out, '-');
  const bool digits = out.substr(0, 8).find_first_not_of("0123456789") == std::string::npos;
  const bool whole = out.size() == 16 && out[8] == 'T' && out.back() == 'Z';
  if (!digits || (out.size() != 4 && out.size() != 6 && out.size() != 8 && !whole)) {
    throw Error(
        Message{"{1}: {2} is no date, such as 2026, 2026-11 or 2026-11-26", {option, given}});
  }
  return out;
}

MemoryFilter filter_of(const Given& given) {
  MemoryFilter out;
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  if (!given.since.empty()) out.since = date_prefix("--since", given.since);
  if (!given.before.empty()) out.before = date_prefix("--before", given.before);
  out.domain = given.domain;
  out.document = given.document;
  if (!given.status.empty()) out.status = choose("--status", given.status, statuses);
  if (!given.least_confidence.empty()) {
    out.least_confidence = probability("--min-confidence", given.least_confidence);
  }
  if (!given.most_confidence.empty()) {
    out.most_confidence = probability("--max-confidence", given.most_confidence);
  }
  return out;
}

MemoryUnit defaults_of(const Given& given) {
  MemoryUnit out;
  out.source_language = tag(given.source_language);
  out.target_language = tag(given.target_language);
  out.document = given.document;
  out.domain = given.domain;
  out.author = given.author;
  if (!given.status.empty()) out.status = choose("--status", given.status, statuses);
  return out;
}

void check_files(MemoryTask task, const Given& given) {
  constexpr std::size_t any = static_cast<std::size_t>(-1);
  switch (task) {
    case MemoryTask::add:
      return expect_files(
          given, given.standard_input ? 0 : 1, any,
          tr("expected a file of units, such as memory.tmx, or --stdin; see --help"));
    case MemoryTask::search:
      return expect_files(given, 1, 1, tr("expected a text to look for; see --help"));
    case MemoryTask::concordance:
      return expect_files(given, 1, 1, tr("expected words to look for; see --help"));
    case MemoryTask::pretranslate:
      return expect_files(given, 1, 1, tr("expected a file; see --help"));
    case MemoryTask::merge:
      return expect_files(given, 1, any, tr("expected another memory; see --help"));
    default:
      return expect_files(given, 0, 0, "");
  }
}

std::size_t usual_limit(MemoryTask task) {
  if (task == MemoryTask::concordance) return 50;
  if (task == MemoryTask::pretranslate) return 5;
  return task == MemoryTask::terms ? 0 : 10;
}

}  // namespace

MemoryCommand memory_command(const Given& given, const std::string& name) {
  MemoryCommand out;
  out.task = choose("memory", name, tasks);
  check_files(out.task, given);
  out.store = memory_location(given.store);
  out.arguments = given.files;
  if (given.standard_input &&
      std::find(out.arguments.begin(), out.arguments.end(), "-") == out.arguments.end()) {
    out.arguments.emplace_back("-");
  }
  if (!given.output.empty()) out.output = given.output;
  if (!given.format.empty()) out.format = choose("--format", given.format, formats_of(out.task));
  if (!given.from.empty()) out.from = choose("--from", given.from, unit_formats);
  if (out.task == MemoryTask::add) {
    out.defaults = defaults_of(given);
  } else {
    out.filter = filter_of(given);
  }
  if (out.task == MemoryTask::concordance) out.filter.source_language = tag(given.language);
  if (out.task == MemoryTask::erase && !given.all && !given.chooses()) {
    throw Error(Message{"nothing says what to delete; give filters, or --all for everything", {}});
  }
  if (!given.least_score.empty()) {
    out.least_score = static_cast<double>(count("--min-score", given.least_score, 30, 101));
  }
  out.limit = usual_limit(out.task);
  if (!given.limit.empty()) {
    constexpr std::size_t most_terms = 1'000'000'000;
    constexpr std::size_t most_places = 1000;
    const bool terms = out.task == MemoryTask::terms;
    out.limit = count("--limit", given.limit, 1, terms ? most_terms : most_places);
  }
  out.reading = reading(given);
  if (!given.keep.empty()) out.keep = choose("--keep", given.keep, keeps);
  out.one_translation = given.one_translation;
  out.varying = given.varying;
  out.dry_run = given.dry_run;
  if (!given.address.empty()) out.address = given.address;
  if (!given.port.empty()) out.port = count("--port", given.port, 0, 65535);
  out.hosts = given.hosts;
  out.token_file = given.token_file;
  out.quiet = given.quiet;
  return out;
}

}  // namespace cotejo
