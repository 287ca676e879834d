#include "memory/keys.hpp"

#include <string>

#include "cotejo/unit.hpp"

namespace cotejo {

std::uint32_t text_key(std::string_view text) {
  const std::uint64_t whole = hash(text);
  return static_cast<std::uint32_t>(whole ^ whole >> 32);
}

bool knows_its_place(const MemoryUnit& unit) {
  return !unit.document.empty() && !(unit.before.empty() && unit.after.empty());
}

RowKeys row_keys(const MemoryUnit& unit) {
  std::string occurrence;
  for (const std::string* part : {&unit.source_language, &unit.target_language, &unit.document,
                                  &unit.before, &unit.after, &unit.source}) {
    occurrence += *part;
    occurrence += '\0';
  }
  if (!knows_its_place(unit)) occurrence += unit.target;
  return {text_key(occurrence), text_key(unit.source), text_key(unit.target)};
}

}  // namespace cotejo
