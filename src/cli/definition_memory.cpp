#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/define.hpp"

namespace cotejo {
namespace {

void define_store(Definition& define, Given& given) {
  define.value("--store", tr("LOCATION"),
               tr("The memory: a file, or postgresql://USER@HOST/DATABASE. Default: COTEJO_MEMORY, "
                  "else cotejo/memory.db in the user's "
                  "data folder (XDG_DATA_HOME)."),
               given.store);
}

void define_memory_common(Definition& define, Given& given) {
  define_store(define, given);
  define_common(define, given);
}

void define_format(Definition& define, Given& given) {
  define.value("-f,--format", "text|json", tr("text: to read. json: for programs. Default: text."),
               given.format);
}

void define_filter(Definition& define, Given& given) {
  define.value("--source-lang", tr("TAG"),
               tr("Only units from this language; es is es-US too. Default: any."),
               given.source_language);
  define.value("--target-lang", tr("TAG"), tr("Only units into this language. Default: any."),
               given.target_language);
  define.value("--since", tr("DATE"),
               tr("Only units made then or later: 2026, 2026-11 or 2026-11-26. Default: any."),
               given.since);
  define.value("--before", tr("DATE"), tr("Only units made before. Default: any."), given.before);
  define.value("--document", tr("NAME"), tr("Only units of this document. Default: any."),
               given.document);
  define.value("--domain", tr("NAME"), tr("Only units of this domain. Default: any."),
               given.domain);
  define.value("--status", "draft|confirmed|rejected",
               tr("Only units of this status. Default: any."), given.status);
  define.value("--min-confidence", tr("P"),
               tr("Only units at least as probable, from 0 to 1. Default: 0."),
               given.least_confidence);
  define.value("--max-confidence", tr("P"),
               tr("Only units at most as probable, from 0 to 1. Default: 1."),
               given.most_confidence);
}

void define_lookup_languages(Definition& define, Given& given) {
  define.value("--source-lang", tr("TAG"), tr("Language of the text, such as es. Default: any."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("Language of the translation, such as en. Default: any."), given.target_language);
}

void define_scores(Definition& define, Given& given) {
  define.value("--min-score", tr("N"),
               tr("Only matches at least as good, 30 to 101: 101 is the same text between the same "
                  "neighbours, 100 the same text. Default: 70."),
               given.least_score);
}

CLI::App& task(CLI::App& memory, const char* name, const char* what) {
  return *memory.add_subcommand(name, what);
}

void define_add(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "add", tr("Add translation units; each is added once."));
  Definition define(app);
  define.files(tr("FILE ..."),
               tr("TMX, or the tsv or jsonl of cotejo align or cotejo memory export; - is standard "
                  "input. Each is added whole or not at all."),
               given.files);
  define.flag("--stdin", tr("Read standard input."), given.standard_input);
  define.value("--from", "tmx|tsv|jsonl",
               tr("What the files are. Default: by their names, else by how they begin."),
               given.from);
  define_format(define, given);
  define.value("--source-lang", tr("TAG"),
               tr("Language of the source. Default: as the file says, else found out."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("Language of the target. Default: as the file says, else found out."),
               given.target_language);
  define.value("--document", tr("NAME"),
               tr("The document of units that don't name theirs. Default: none; for tsv and jsonl "
                  "the file's name."),
               given.document);
  define.value("--domain", tr("NAME"),
               tr("The domain of units that don't name theirs. Default: "
                  "none."),
               given.domain);
  define.value("--author", tr("NAME"),
               tr("The author of units that don't name theirs. Default: "
                  "none."),
               given.author);
  define.value("--status", "draft|confirmed|rejected",
               tr("The status of units that don't name theirs. Default: draft."), given.status);
  define_memory_common(define, given);
  app.footer(
      tr("Examples:\n  cotejo memory add article.tmx --domain sports\n  cotejo align es.txt en.txt "
         "-f tmx | cotejo memory add --stdin"));
}

void define_search(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "search",
                       tr("Find what a text, or one like it, was translated as, "
                          "in either direction."));
  Definition define(app);
  define.files(tr("TEXT"), tr("The text, a sentence."), given.files);
  define_scores(define, given);
  define.value("--limit", tr("N"), tr("The most matches, 1 to 1000. Default: 10."), given.limit);
  define_lookup_languages(define, given);
  define_format(define, given);
  define_output(define, given);
  define_memory_common(define, given);
  app.footer(tr("Example:\n  cotejo memory search \"El alcalde llegó tarde.\""));
}

void define_pretranslate(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "pretranslate", tr("Look up every sentence of a document."));
  Definition define(app);
  define.files(tr("FILE"), tr("The document; - is standard input."), given.files);
  define_output(define, given);
  define.value("-f,--format", "xliff|tmx",
               tr("xliff: XLIFF 1.2 for a translation editor, each sentence with its matches. tmx: "
                  "the best match of each. Default: by the ending of --output, else xliff."),
               given.format);
  define_scores(define, given);
  define.value("--limit", tr("N"), tr("The most matches of a sentence, 1 to 1000. Default: 5."),
               given.limit);
  define.value("--source-lang", tr("TAG"),
               tr("Language of the document. Default: found out from the text."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("Language of the translation. Default: that of most matches."),
               given.target_language);
  define_reading(define, given);
  define_memory_common(define, given);
  app.footer(
      tr("Example:\n  cotejo memory pretranslate article.es.txt --target-lang en -o "
         "article.xlf"));
}

void define_concordance(CLI::App& memory, Given& given) {
  CLI::App& app =
      task(memory, "concordance", tr("Show where words stand, whatever their case and accents."));
  Definition define(app);
  define.files(tr("PHRASE"),
               tr("One word or several that follow each other. * stands for any letters: negoci*, "
                  "*ción; alone, for any word."),
               given.files);
  define.value("--lang", tr("TAG"), tr("Language of the phrase. Default: either side."),
               given.language);
  define.value("--limit", tr("N"), tr("The most places, 1 to 1000. Default: 50."), given.limit);
  define_format(define, given);
  define_output(define, given);
  define_memory_common(define, given);
  app.footer(
      tr("Examples:\n  cotejo memory concordance \"Casa Blanca\"\n"
         "  cotejo memory concordance \"alta negoci*\""));
}

void define_export(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "export", tr("Write the units to a file."));
  Definition define(app);
  define_output(define, given);
  define.value("-f,--format", "tmx|tsv|jsonl",
               tr("tmx, jsonl: everything. tsv: source, target and confidence. Default: by the "
                  "ending of --output, else tmx."),
               given.format);
  define_filter(define, given);
  define_memory_common(define, given);
  app.footer(tr("Example:\n  cotejo memory export --domain sports --since 2026 -o sports.tmx"));
}

void define_stats(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "stats", tr("Say what the memory holds."));
  Definition define(app);
  define_filter(define, given);
  define_format(define, given);
  define_memory_common(define, given);
}

void define_merge(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "merge", tr("Add the units of other memories."));
  Definition define(app);
  define.files(tr("LOCATION ..."), tr("The other memories, which stay as they are."), given.files);
  define_filter(define, given);
  define_format(define, given);
  define_memory_common(define, given);
  app.footer(tr("Example:\n  cotejo memory merge colleague.db --store mine.db"));
}

void define_delete(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "delete", tr("Delete the units that filters choose."));
  Definition define(app);
  define_filter(define, given);
  define.flag("--all", tr("Delete every unit."), given.all);
  define.flag("--dry-run", tr("Only say how many would be deleted."), given.dry_run);
  define_format(define, given);
  define_memory_common(define, given);
  app.footer(tr("Example:\n  cotejo memory delete --document article.es.txt"));
}

void define_dedupe(CLI::App& memory, Given& given) {
  CLI::App& app =
      task(memory, "dedupe", tr("Keep one unit where several have the same two texts."));
  Definition define(app);
  define.value("--keep", "best|newest",
               tr("Which is kept. best: confirmed before draft, then the more probable, then the "
                  "newer. Default: best."),
               given.keep);
  define.flag("--one-translation", tr("Keep only one translation of each source text."),
              given.one_translation);
  define_format(define, given);
  define_memory_common(define, given);
}

void define_terms(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "terms",
                       tr("List names and frequent phrases with their translations and counts."));
  Definition define(app);
  define.flag("--varying", tr("Only terms that are translated in several ways."), given.varying);
  define.value("--limit", tr("N"), tr("The most terms. Default: all."), given.limit);
  define_filter(define, given);
  define_format(define, given);
  define_output(define, given);
  define_memory_common(define, given);
  app.footer(tr("Example:\n  cotejo memory terms --varying --limit 20"));
}

void define_serve(CLI::App& memory, Given& given) {
  CLI::App& app = task(memory, "serve",
                       tr("Answer translation editors over HTTP, as tmserver and amaGama do."));
  Definition define(app);
  define.value("--port", tr("N"), tr("The port; 0 is any that is free. Default: 8888."),
               given.port);
  define.value("--address", tr("ADDRESS"),
               tr("The address to listen on; any but this machine's own lets others read the "
                  "memory. Default: 127.0.0.1."),
               given.address);
  define.values("--host", tr("NAME"),
                tr("A name that clients may call this machine by, besides the address and "
                   "localhost; may be given more than once. Default: none."),
                given.hosts);
  define.value(
      "--token-file", tr("FILE"),
      tr("A file whose first line is the token that adding units takes. Default: a new one, "
         "printed at the start."),
      given.token_file);
  define_memory_common(define, given);
  app.footer(
      tr("Example:\n  cotejo memory serve &\n  curl "
         "http://127.0.0.1:8888/tmserver/es/en/unit/Hola"));
}

}  // namespace

void define_memory(CLI::App& app, Given& given) {
  Definition define(app);
  define_ui_language(define, given);
  define_add(app, given);
  define_search(app, given);
  define_pretranslate(app, given);
  define_concordance(app, given);
  define_export(app, given);
  define_stats(app, given);
  define_merge(app, given);
  define_delete(app, given);
  define_dedupe(app, given);
  define_terms(app, given);
  define_serve(app, given);
  app.footer(tr("cotejo memory COMMAND --help tells more of each."));
}

}  // namespace cotejo
