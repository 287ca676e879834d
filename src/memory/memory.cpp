#include "cotejo/memory.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cotejo/error.hpp"
#include "cotejo/unit.hpp"
#include "memory/add.hpp"
#include "memory/body.hpp"
#include "memory/filter.hpp"

namespace cotejo {

void Memory::Body::refresh() {
  const std::int64_t version = store_->version();
  if (version == version_) return;
  forget();
  for (Provenance& it : store_->provenances()) {
    ids_.emplace(Name{it.source_language, it.target_language, it.document, it.domain, it.author},
                 it.id);
    const std::int64_t id = it.id;
    provenances_.emplace(id, std::move(it));
  }
  version_ = version;
}

void Memory::Body::forget() {
  version_ = -1;
  provenances_.clear();
  ids_.clear();
}

std::int64_t Memory::Body::provenance_id(const MemoryUnit& unit) {
  const auto [place, is_new] = ids_.try_emplace(
      Name{unit.source_language, unit.target_language, unit.document, unit.domain, unit.author}, 0);
  if (is_new) {
    Provenance it{0,           unit.source_language, unit.target_language, unit.document,
                  unit.domain, unit.author};
    place->second = it.id = store_->add_provenance(it);
    provenances_.emplace(it.id, std::move(it));
  }
  return place->second;
}

MemoryUnit Memory::Body::unit(const Row& row) const {
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

Memory::Memory(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

Memory Memory::open(const std::string& location, Mode mode) {
  return Memory(std::make_unique<Body>(open_store(location, mode)));
}

AddReport Memory::add(const std::function<std::optional<MemoryUnit>()>& next) {
  Adder adder(*body_);
  Writing writing(body_->store());
  adder.begin();
  try {
    while (std::optional<MemoryUnit> unit = next()) {
      if (make_fit(*unit, adder.report)) adder.add(*unit, row_keys(*unit));
    }
    adder.end();
    writing.commit();
  } catch (...) {
    body_->forget();
    throw;
  }
  return adder.report;
}

void Memory::each(const MemoryFilter& filter,
                  const std::function<void(const MemoryUnit&)>& take) const {
  Reading reading(body_->store());
  body_->refresh();
  using Document = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::map<Document, std::vector<std::int64_t>> documents;
  for (const auto& [id, it] : body_->provenances()) {
    if (passes(it, filter))
      documents[{it.source_language, it.target_language, it.document}].push_back(id);
  }
  for (const auto& [document, provenances] : documents) {
    body_->store().rows_of(provenances, [&](const Row& row) {
      if (passes(row, filter)) take(body_->unit(row));
    });
  }
}

std::size_t Memory::count(const MemoryFilter& filter) const {
  std::size_t count = 0;
  each(filter, [&](const MemoryUnit&) { ++count; });
  return count;
}

std::size_t Memory::erase(const MemoryFilter& filter) {
  return erase_if([&] {
    std::vector<std::int64_t> ids;
    for (const auto& [id, it] : body_->provenances()) {
      if (!passes(it, filter)) continue;
      body_->store().rows_of({id}, [&](const Row& row) {
        if (passes(row, filter)) ids.push_back(row.id);
      });
    }
    return ids;
  });
}

namespace {

/// Whether the first is the one to keep of two.
bool better(const Row& a, const Row& b, Memory::Keep keep) {
  const auto rank = [&](const Row& row) {
    const int status = row.status == UnitStatus::confirmed ? 2
                       : row.status == UnitStatus::draft   ? 1
                                                           : 0;
    const bool best = keep == Memory::Keep::best;
    return std::tuple(best ? status : 0, best ? row.confidence : 0.0, std::string_view(row.date),
                      row.id);
  };
  return rank(a) > rank(b);
}

}  // namespace

std::size_t Memory::dedupe(Keep keep, bool across_targets) {
  return erase_if([&] {
    using Texts = std::tuple<std::string_view, std::string_view, std::uint64_t, std::uint64_t>;
    std::map<Texts, Row> kept;
    std::vector<std::int64_t> ids;
    body_->store().all_rows([&](const Row& row) {
      const Provenance& from = body_->provenance(row.provenance);
      Row light = row;
      light.source.clear();
      light.target.clear();
      const auto [place, is_new] =
          kept.try_emplace(Texts{from.source_language, from.target_language,
                                 hash(row.source, across_targets ? std::string_view() : row.target),
                                 hash(row.source)},
                           light);
      if (is_new) return;
      if (better(light, place->second, keep)) std::swap(light, place->second);
      ids.push_back(light.id);
    });
    return ids;
  });
}

std::size_t Memory::erase_if(const std::function<std::vector<std::int64_t>()>& chosen) {
  Writing writing(body_->store());
  body_->refresh();
  const std::vector<std::int64_t> ids = chosen();
  for (const std::int64_t id : ids) body_->store().erase(id);
  Counters counters = body_->store().counters();
  counters.erased += static_cast<std::int64_t>(ids.size());
  body_->store().set_counters(counters);
  writing.commit();
  return ids.size();
}

}  // namespace cotejo
