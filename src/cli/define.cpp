#include "cli/define.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace cotejo {

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

void define_weights(Definition& define, Given& given, const char* what) {
  define.value("--weights", tr("FILE"), what, given.weights);
}

void define_lexicons(Definition& define, Given& given) {
  define.values("--lexicon", tr("FILE"),
                tr("Word pairs of your own, beside those cotejo carries; may be given more than "
                   "once. Columns: word of SOURCE, translations parted by |, their probabilities "
                   "parted by | or none; as lexicon learn makes them. Or a hunalign dictionary "
                   "(*.dic). Default: none."),
                given.lexicons);
}

}  // namespace cotejo
