#include "memory/filter.hpp"

#include "memory/language.hpp"

namespace cotejo {
namespace {

bool is_since(const std::string& date, const std::string& bound) {
  return date.compare(0, bound.size(), bound) >= 0;
}

}  // namespace

bool passes(const Provenance& provenance, const MemoryFilter& filter) {
  return speaks(provenance.source_language, filter.source_language) &&
         speaks(provenance.target_language, filter.target_language) &&
         (filter.domain.empty() || provenance.domain == filter.domain) &&
         (filter.document.empty() || provenance.document == filter.document);
}

bool passes(const Row& row, const MemoryFilter& filter) {
  return (filter.since.empty() || is_since(row.date, filter.since)) &&
         (filter.before.empty() || !is_since(row.date, filter.before)) &&
         (!filter.status || row.status == *filter.status) &&
         row.confidence >= filter.least_confidence && row.confidence <= filter.most_confidence;
}

}  // namespace cotejo
