#include "cli/review_input.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "cli/files.hpp"
#include "cli/languages.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cotejo/memory.hpp"
#include "cotejo/tmx.hpp"

namespace cotejo {
namespace {

/// Pairs as they come in: a line of text each, on both sides.
struct Pairs {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::vector<double> confidences;
  std::vector<std::size_t> lines;
  std::size_t other = 0;  ///< units in other languages

  void add(std::string_view from, std::string_view to, double confidence) {
    append_line(source, from);
    append_line(target, to);
    confidences.push_back(confidence);
  }

 private:
  static void append_line(std::string& text, std::string_view unit) {
    const std::size_t begin = text.size();
    text += unit;
    for (std::size_t i = begin; i < text.size(); ++i) {
      if (text[i] == '\n' || text[i] == '\r') text[i] = ' ';
    }
    text += '\n';
  }
};

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

bool same_letter(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b);
}

bool same_language(std::string_view a, std::string_view b) {
  return std::ranges::equal(primary(a), primary(b), same_letter);
}

double confidence_of(const TmxUnit& unit) {
  for (const TmxProperty& property : unit.properties) {
    if (property.type != "x-confidence") continue;
    double value = 1.0;
    std::from_chars(property.text.data(), property.text.data() + property.text.size(), value);
    return value >= 0.0 && value <= 1.0 ? value : 1.0;
  }
  return 1.0;
}

/// The languages that were asked for, else the first unit's.
void add_unit(const TmxUnit& unit, Pairs& pairs) {
  if (pairs.source_language.empty() && !unit.variants.empty()) {
    const bool any = unit.source_language.empty() || unit.source_language.front() == '*';
    pairs.source_language = any ? unit.variants.front().language : unit.source_language;
  }
  const auto find = [&](const auto& wanted) {
    return std::ranges::find_if(unit.variants, wanted, &TmxVariant::language);
  };
  const auto source =
      find([&](const std::string& one) { return same_language(one, pairs.source_language); });
  const auto target = find([&](const std::string& one) {
    return pairs.target_language.empty() ? !same_language(one, pairs.source_language)
                                         : same_language(one, pairs.target_language);
  });
  if (source == unit.variants.end() || target == unit.variants.end()) {
    ++pairs.other;
    return;
  }
  if (pairs.target_language.empty()) pairs.target_language = target->language;
  pairs.lines.push_back(unit.line);
  pairs.add(source->text, target->text, confidence_of(unit));
}

Pairs read_file_pairs(const ReviewCommand& command, Pairs out) {
  const std::string& path = command.files.front();
  if (path.ends_with(".txt")) {
    throw Error(Message{"{1}: is one edition; name the other one too", {path}});
  }
  read_tmx(file_source(path), path,
           [&](const TmxFile&, const TmxUnit& unit) { add_unit(unit, out); });
  return out;
}

/// The languages that were asked for, else the first unit's; units are known by their number.
Pairs read_memory_pairs(const ReviewCommand& command, Pairs out) {
  const Memory memory = Memory::open(command.memory, Memory::Mode::read);
  MemoryFilter filter;
  filter.source_language = command.source_language;
  filter.target_language = command.target_language;
  memory.each(filter, [&](const MemoryUnit& unit) {
    if (out.source_language.empty()) out.source_language = unit.source_language;
    if (out.target_language.empty()) out.target_language = unit.target_language;
    if (!same_language(unit.source_language, out.source_language) ||
        !same_language(unit.target_language, out.target_language)) {
      ++out.other;
      return;
    }
    out.lines.push_back(static_cast<std::size_t>(unit.id));
    out.add(unit.source, unit.target, unit.confidence);
  });
  return out;
}

/// A server's location has its user's name and password in it, which nobody else is to read.
std::string without_secrets(const std::string& location) {
  const std::size_t scheme = location.find("://");
  const std::size_t at = location.rfind('@');
  if (scheme == location.npos || at == location.npos || at < scheme) return location;
  return location.substr(0, scheme + 3) + location.substr(at + 1);
}

/// A line a block and a segment; an empty line is a block without a segment.
Side side_of_lines(std::string_view text, const std::string& name, std::string language) {
  std::replace(language.begin(), language.end(), '_', '-');
  ReadOptions reading;
  reading.source = name;
  reading.language = std::move(language);
  reading.encoding = "UTF-8";
  reading.paragraphs = Paragraphs::line;
  reading.plain_blocks = true;
  Side side;
  side.document = read_document(text, reading);
  side.segments = segment_by_block(side.document);
  return side;
}

/// A bead for each pair: its segments are those of the block that has its number.
std::vector<Bead> beads_of_lines(const Side& source, const Side& target,
                                 const std::vector<double>& confidences) {
  std::vector<Bead> out;
  Range from{0, 0};
  Range to{0, 0};
  const auto advance = [](const Side& side, Range& range, std::size_t block) {
    range.begin = range.end;
    if (range.end < side.segments.size() && side.segments[range.end].block == block) ++range.end;
  };
  for (std::size_t i = 0; i < confidences.size(); ++i) {
    advance(source, from, i);
    advance(target, to, i);
    if (!from.empty() || !to.empty()) out.push_back({from, to, confidences[i], {}});
  }
  return out;
}

ReviewInput input_of(Pairs pairs, const std::string& name, const ReviewCommand& command,
                     const Console& console) {
  if (pairs.other > 0) {
    console.warning(
        {tr("{1}: units without both {2} and {3}, which are passed over: {4}"),
         {name, pairs.source_language, pairs.target_language, std::to_string(pairs.other)}});
  }
  Side source = side_of_lines(pairs.source, name, pairs.source_language);
  Side target = side_of_lines(pairs.target, name, pairs.target_language);
  Lexicon source_lexicon = lexicon_for(source.document);
  Lexicon target_lexicon = lexicon_for(target.document);
  source.anchors = find_anchors(source.document, source_lexicon);
  target.anchors = find_anchors(target.document, target_lexicon);
  std::vector<Bead> beads = beads_of_lines(source, target, pairs.confidences);
  Dictionary words =
      dictionary_for(source.document.language, target.document.language, command.lexicons);
  return {std::move(source),
          std::move(target),
          std::move(beads),
          {},
          std::nullopt,
          std::move(pairs.lines),
          std::move(source_lexicon),
          std::move(target_lexicon),
          std::move(words)};
}

ReviewInput aligned(const ReviewCommand& command, const Console& console) {
  if (command.files[0] == "-" && command.files[1] == "-") {
    throw Error(Message{"only one of SOURCE and TARGET can be standard input", {}});
  }
  Side source = read_side(command.files[0], command.source_language, command.reading);
  Side target = read_side(command.files[1], command.target_language, command.reading);
  for (const Side* side : {&source, &target}) {
    for (const Message& warning : side->document.warnings) console.warning(warning);
  }
  for (const Message& doubt : language_warnings(source.document, command.source_language,
                                                target.document, command.target_language)) {
    console.warning(doubt);
  }
  Article article = align_article(std::move(source), std::move(target),
                                  {{}, /*keep_metadata=*/true, command.lexicons});
  for (const Message& warning : article.warnings) console.warning(warning);
  Lexicon source_lexicon = lexicon_for(article.source.document);
  Lexicon target_lexicon = lexicon_for(article.target.document);
  return {std::move(article.source), std::move(article.target),  std::move(article.beads),
          std::move(article.moved),  std::move(article.verdict), {},
          std::move(source_lexicon), std::move(target_lexicon),  std::move(article.words)};
}

}  // namespace

ReviewInput read_review_input(const ReviewCommand& command, const Console& console) {
  const Progress progress(console.catalogue()(tr("reviewing ...")), !console.quiet());
  if (command.files.size() == 2) return aligned(command, console);
  Pairs pairs;
  pairs.source_language = command.source_language;
  pairs.target_language = command.target_language;
  if (!command.memory.empty()) {
    return input_of(read_memory_pairs(command, std::move(pairs)), without_secrets(command.memory),
                    command, console);
  }
  return input_of(read_file_pairs(command, std::move(pairs)), command.files.front(), command,
                  console);
}

}  // namespace cotejo
