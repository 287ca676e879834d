#include <algorithm>

#include "cotejo/learn.hpp"
#include "text/decimal.hpp"
#include "text/space.hpp"

namespace cotejo {

void write_words(const Sink& sink, const LearnedFrom& from, std::span<const LearnedWord> words) {
  std::string files;
  for (const std::string& file : from.files) {
    if (!files.empty()) files += ", ";
    append_squeezed(files, file);
  }
  sink("# Words and what they are translated by, learned by cotejo from " +
       std::to_string(from.units) + " units.\n# Languages: " + from.source_language + ' ' +
       from.target_language +
       "\n# Rows: word · translations, the commonest first · how likely each is meant where both "
       "stand in a unit, 0 to 1.\n# Source: " +
       files + ". Licence: (say here under which licence these files stand).\n");
  std::string line;
  for (const LearnedWord& word : words) {
    line = word.word;
    std::string probabilities;
    for (const LearnedTranslation& one : word.translations) {
      const char* const mark = probabilities.empty() ? "\t" : "|";
      line.append(mark).append(one.word);
      probabilities.append(mark).append(probability(std::clamp(one.probability, 0.01, 0.99), 2));
    }
    sink(line + probabilities + '\n');
  }
}

}  // namespace cotejo
