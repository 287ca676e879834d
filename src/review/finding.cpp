#include "cotejo/review.hpp"

namespace cotejo {

std::string_view name(FindingKind kind) {
  switch (kind) {
    case FindingKind::omission:
      return "omission";
    case FindingKind::addition:
      return "addition";
    case FindingKind::number:
      return "number";
    case FindingKind::date:
      return "date";
    case FindingKind::time:
      return "time";
    case FindingKind::currency:
      return "currency";
    case FindingKind::unit:
      return "unit";
    case FindingKind::entity:
      return "entity";
    case FindingKind::negation:
      return "negation";
    case FindingKind::untranslated:
      return "untranslated";
    case FindingKind::quotation:
      return "quotation";
    case FindingKind::mistranslation:
      return "mistranslation";
    case FindingKind::terminology:
      return "terminology";
    case FindingKind::order:
      return "order";
    case FindingKind::doubled_word:
      return "doubled-word";
    case FindingKind::punctuation:
      return "punctuation";
    case FindingKind::whitespace:
      return "whitespace";
    case FindingKind::encoding:
      return "encoding";
    case FindingKind::language:
      return "language";
  }
  return {};
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::neutral:
      return "neutral";
    case Severity::minor:
      return "minor";
    case Severity::major:
      return "major";
    case Severity::critical:
      return "critical";
  }
  return {};
}

}  // namespace cotejo
