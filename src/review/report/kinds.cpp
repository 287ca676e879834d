#include "review/report/kinds.hpp"

namespace cotejo {

const std::vector<FindingKind>& all_kinds() {
  static const std::vector<FindingKind> kinds = [] {
    std::vector<FindingKind> out;
    for (int i = 0; i <= static_cast<int>(FindingKind::language); ++i) {
      out.push_back(static_cast<FindingKind>(i));
    }
    return out;
  }();
  return kinds;
}

Message title(FindingKind kind) {
  switch (kind) {
    case FindingKind::omission:
      return Message{"Omission", {}};
    case FindingKind::addition:
      return Message{"Addition", {}};
    case FindingKind::number:
      return Message{"Number", {}};
    case FindingKind::date:
      return Message{"Date", {}};
    case FindingKind::time:
      return Message{"Time", {}};
    case FindingKind::currency:
      return Message{"Currency", {}};
    case FindingKind::unit:
      return Message{"Unit", {}};
    case FindingKind::entity:
      return Message{"Name", {}};
    case FindingKind::negation:
      return Message{"Negation", {}};
    case FindingKind::untranslated:
      return Message{"Untranslated", {}};
    case FindingKind::quotation:
      return Message{"Quotation", {}};
    case FindingKind::mistranslation:
      return Message{"Mistranslation", {}};
    case FindingKind::terminology:
      return Message{"Terminology", {}};
    case FindingKind::order:
      return Message{"Order", {}};
    case FindingKind::doubled_word:
      return Message{"Doubled word", {}};
    case FindingKind::punctuation:
      return Message{"Punctuation", {}};
    case FindingKind::whitespace:
      return Message{"Spacing", {}};
    case FindingKind::encoding:
      return Message{"Encoding", {}};
    case FindingKind::language:
      return Message{"Language", {}};
  }
  return {};
}

Message about(FindingKind kind) {
  switch (kind) {
    case FindingKind::omission:
      return Message{"The source says it, the translation doesn't.", {}};
    case FindingKind::addition:
      return Message{"The translation says it, the source doesn't.", {}};
    case FindingKind::number:
      return Message{"A number has another value in the translation, or is missing there.", {}};
    case FindingKind::date:
      return Message{"A date is another one in the translation, or is missing there.", {}};
    case FindingKind::time:
      return Message{"A time of day is another one in the translation, or is missing there.", {}};
    case FindingKind::currency:
      return Message{"An amount of money has another value or currency in the translation.", {}};
    case FindingKind::unit:
      return Message{
          "A measure has another value or unit in the translation and is not converted "
          "rightly.",
          {}};
    case FindingKind::entity:
      return Message{"A name is missing in the translation, changed, or another's.", {}};
    case FindingKind::negation:
      return Message{"A negation was lost or gained.", {}};
    case FindingKind::untranslated:
      return Message{"A passage stands in the translation as it is in the source.", {}};
    case FindingKind::quotation:
      return Message{
          "Quotation marks were lost, words put inside or outside of them, or said by "
          "another speaker.",
          {}};
    case FindingKind::mistranslation:
      return Message{"Words have no counterpart, or one that means something else.", {}};
    case FindingKind::terminology:
      return Message{"One name or term is rendered in several ways in one document.", {}};
    case FindingKind::order:
      return Message{"A passage stands elsewhere in the translation.", {}};
    case FindingKind::doubled_word:
      return Message{"A word stands twice in a row.", {}};
    case FindingKind::punctuation:
      return Message{
          "A mark that needs a partner has none: question marks, brackets, quotation "
          "marks.",
          {}};
    case FindingKind::whitespace:
      return Message{"A space is missing, or there is one too many.", {}};
    case FindingKind::encoding:
      return Message{"Characters were garbled by reading them in the wrong encoding.", {}};
    case FindingKind::language:
      return Message{"A passage is in another language than its edition.", {}};
  }
  return {};
}

Message title(Severity severity) {
  switch (severity) {
    case Severity::neutral:
      return Message{"neutral", {}};
    case Severity::minor:
      return Message{"minor", {}};
    case Severity::major:
      return Message{"major", {}};
    case Severity::critical:
      return Message{"critical", {}};
  }
  return {};
}

}  // namespace cotejo
