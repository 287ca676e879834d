#include "cli/definition.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/define.hpp"

namespace cotejo {
namespace {

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
  define_lexicons(define, given);
  define.value("--most", tr("N"),
               tr("The most sentences that one side of a pair may have, 1 to 8. Default: 6."),
               given.most);
  define.two_files("--source-embed", tr("OVERLAPS VECTORS"),
                   tr("Sentence embeddings of SOURCE, as one more reason: two files in Vecalign's "
                      "layout, the lines that cotejo segment --overlaps writes, and the vectors "
                      "(float32) that an encoder made of them. Needs --target-embed. Default: none."
                      ""),
                   given.source_embeddings);
  define.two_files("--target-embed", tr("OVERLAPS VECTORS"),
                   tr("The same of TARGET. Default: none."), given.target_embeddings);
  define.flag("--explain", tr("Add the reasons for each pair (with --format text or jsonl)."),
              given.explain);
  define_weights(
      define, given,
      tr("What each feature of a pair is worth, as cotejo train writes it. Default: what "
         "cotejo carries."));
  define.flag("--monotone",
              tr("Don't look for passages that stand elsewhere in the other edition."),
              given.monotone);
  define.flag("--keep-metadata",
              tr("Keep date lines and bylines; without it they are left out of the result."),
              given.keep_metadata);
  define.value("--min-confidence", tr("P"),
               tr("Leave out pairs less probable than P, from 0 to 1 (with --format tmx or tsv). "
                  "Default: 0."),
               given.least_confidence);
  define.value("--memory", tr("LOCATION"),
               tr("Add the pairs to this memory, see cotejo memory. Nothing else is written then, "
                  "unless --output or --format asks for it. Default: none."),
               given.memory);
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
  define.value("--overlaps", tr("N"),
               tr("Write what a sentence encoder has to turn into vectors for cotejo align "
                  "--source-embed: every run of 1 to N sentences, once, as Vecalign's overlap.py "
                  "does. N is 1 to 50; 4 serves cotejo align. Default: the sentences alone."),
               given.overlaps);
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

void define_train(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("LADDER ..."),
               tr("True ladders, as `cotejo align --lines --format ladder` writes them: STEM.gold, "
                  "with STEM.es.sents and STEM.en.sents (a sentence a line) beside it for "
                  "languages es and en; or folders of them."),
               given.files);
  define_output(define, given);
  define.value("--source-lang", tr("TAG"), tr("Language of the ladders' first side."),
               given.source_language);
  define.value("--target-lang", tr("TAG"), tr("Language of the ladders' second side."),
               given.target_language);
  define.value("--encoding", tr("NAME"),
               tr("Character encoding of the input, such as windows-1252. Default: found out (byte "
                  "order mark, then valid UTF-8, then by the letters)."),
               given.encoding);
  define_weights(define, given,
                 tr("Weights to begin with and to stay near while there is little to learn from. "
                    "Default: those cotejo carries."));
  define_lexicons(define, given);
  define.flag("--fresh", tr("Begin from scratch."), given.fresh);
  define.value("--folds", tr("N"),
               tr("Also cross-validate, 2 to 100 parts: train without a part of the documents, try "
                  "on it, and tell how good the ladders are. Default: don't."),
               given.folds);
  define_common(define, given);
}

void define_lexicon(CLI::App& app, Given& given) {
  Definition define(app);
  define.files(tr("TASK ..."),
               tr("icu LANGUAGE...: make a table of names (key, kind, a column a language) from "
                  "ICU's locale data. learn FILE...: make a table of word pairs from aligned text: "
                  "TMX, or the tsv or jsonl of cotejo align. check [FOLDER|FILE]: say what is "
                  "wrong with the tables of a folder, or with word pairs of your own; without one, "
                  "with those cotejo carries."),
               given.files);
  define_output(define, given);
  define.value("--source-lang", tr("TAG"),
               tr("learn: language of the words. Default: the source language of the first TMX, or "
                  "found out from the text."),
               given.source_language);
  define.value("--target-lang", tr("TAG"),
               tr("learn: language of their translations. Default: the other language of the first "
                  "TMX, or found out from the text."),
               given.target_language);
  define_common(define, given);
}

}  // namespace

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
  CLI::App& train =
      *app.add_subcommand("train", tr("Fit the aligner to ladders of your own kind of text."));
  define_train(train, given);
  train.footer(
      tr("Examples:\n  cotejo train --source-lang es --target-lang en ladders/ -o mine.tsv\n  "
         "cotejo align --weights mine.tsv article.es.txt article.en.txt -o article.tmx"));
  define_review(
      *app.add_subcommand("review", tr("Find where a translation departs from its source.")),
      given);
  define_memory(*app.add_subcommand("memory", tr("Keep translations, and find them again.")),
                given);
  CLI::App& lexicon = *app.add_subcommand(
      "lexicon", tr("Learn word pairs from translations; make and check tables."));
  define_lexicon(lexicon, given);
  lexicon.footer(
      tr("Examples:\n  cotejo lexicon learn memory.tmx -o words.tsv\n  cotejo lexicon check "
         "words.tsv\n  cotejo lexicon icu en es -o lexicons/names/icu.tsv"));
}

}  // namespace cotejo
