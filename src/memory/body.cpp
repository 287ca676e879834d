#include "memory/body.hpp"

#include <set>

#include "memory/index.hpp"
#include "memory/language.hpp"

namespace cotejo {

const Provenance& Memory::Body::provenance(std::int64_t id) {
  const auto known = provenances_.find(id);
  if (known != provenances_.end()) return known->second;
  return provenances_.emplace(id, store_->provenance(id).value_or(Provenance{})).first->second;
}

std::int64_t Memory::Body::provenance_id(const MemoryUnit& unit) {
  const auto name =
      std::tie(unit.source_language, unit.target_language, unit.document, unit.domain, unit.author);
  if (last_id_ && last_id_->first == name) return last_id_->second;
  auto known = ids_.find(name);
  if (known == ids_.end()) {
    const std::int64_t id = store_->provenance_id(
        {0, unit.source_language, unit.target_language, unit.document, unit.domain, unit.author});
    known = ids_.emplace(name, id).first;
  }
  last_id_ = &*known;
  return known->second;
}

MemoryUnit Memory::Body::unit(const Row& row) {
  const Provenance& from = provenance(row.provenance);
  MemoryUnit unit;
  unit.id = row.id;
  unit.source = row.source;
  unit.target = row.target;
  unit.source_language = from.source_language;
  unit.target_language = from.target_language;
  unit.document = from.document;
  unit.position = row.position;
  unit.before = row.before;
  unit.after = row.after;
  unit.date = row.date;
  unit.author = from.author;
  unit.domain = from.domain;
  unit.status = row.status;
  unit.confidence = row.confidence;
  return unit;
}

const std::vector<std::uint16_t>& Memory::Body::weights() {
  refresh();
  return weights_;
}

const std::vector<std::string>& Memory::Body::languages() {
  refresh();
  return languages_;
}

const Adapter& Memory::Body::adapter(const std::string& source_language,
                                     const std::string& target_language) {
  const auto key = std::pair(source_language, target_language);
  const auto made = adapters_.find(key);
  if (made != adapters_.end()) return made->second;
  return adapters_.try_emplace(key, source_language, target_language).first->second;
}

void Memory::Body::refresh() {
  const std::int64_t version = store_->version();
  if (version == version_) return;
  weights_ = read_weights(*store_);
  std::set<std::string> primary;
  for (const auto& [source, target] : store_->languages()) {
    primary.emplace(primary_language(source));
    primary.emplace(primary_language(target));
  }
  languages_.assign(primary.begin(), primary.end());
  version_ = version;
}

void Memory::Body::forget() {
  provenances_.clear();
  ids_.clear();
  last_id_ = nullptr;
  version_ = -1;
}

}  // namespace cotejo
