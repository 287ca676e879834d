#include "cli/languages.hpp"

#include <string_view>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

/// "es" of "es-US".
std::string primary(std::string_view tag) { return std::string(tag.substr(0, tag.find('-'))); }

/// What a text reads like where that is sure enough to contradict a person; else empty.
std::string reads_like(const Document& document) {
  constexpr double sure = 0.6;
  const LanguageGuess guess = detect_language(document.text);
  return guess.confidence >= sure ? guess.language : "";
}

/// Checks one side by itself.
void check_side(const Document& document, const std::string& asked, std::vector<Message>& out) {
  if (document.blocks.empty()) return;  // the aligner says that a side is empty
  if (!asked.empty()) {
    const std::string seen = reads_like(document);
    if (!seen.empty() && seen != primary(asked)) {
      out.push_back(Message{"{1}: given as {2}, but the text reads like {3}",
                            {document.source, asked, seen}});
    }
  } else if (document.language.empty()) {
    out.push_back(
        Message{"{1}: cannot tell the language; name it with --source-lang or "
                "--target-lang",
                {document.source}});
  } else if (const std::string seen = primary(document.language); seen != "es" && seen != "en") {
    out.push_back(
        Message{"{1}: reads like {2}, neither Spanish nor English; name the language "
                "with --source-lang or --target-lang",
                {document.source, document.language}});
  }
}

}  // namespace

std::vector<Message> language_warnings(const Document& source, const std::string& asked_source,
                                       const Document& target, const std::string& asked_target) {
  std::vector<Message> out;
  if (!asked_source.empty() && !asked_target.empty() &&
      primary(asked_source) != primary(asked_target) &&
      reads_like(source) == primary(asked_target) && reads_like(target) == primary(asked_source)) {
    out.push_back(
        Message{"the sides seem swapped: {1} reads like {2} and {3} like {4}",
                {source.source, primary(asked_target), target.source, primary(asked_source)}});
    return out;
  }
  check_side(source, asked_source, out);
  check_side(target, asked_target, out);
  const std::string language = primary(source.language);
  if (!language.empty() && language == primary(target.language)) {
    out.push_back(Message{"{1} and {2} are both {3}", {source.source, target.source, language}});
  }
  return out;
}

}  // namespace cotejo
