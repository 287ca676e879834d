#include "cotejo/memory.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cotejo/error.hpp"
#include "cotejo/unit.hpp"
#include "memory/body.hpp"
#include "memory/filter.hpp"
#include "memory/index.hpp"

namespace cotejo {

Memory::Memory(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

Memory Memory::open(const std::string& location, Mode mode) {
  auto body = std::make_unique<Body>(open_store(location, mode));
  if (mode == Mode::write && body->store().counters().erased < 0) {
    Writing writing(*body);
    tidy(*body);
    writing.commit();
  }
  return Memory(std::move(body));
}

void Memory::each(const MemoryFilter& filter,
                  const std::function<void(const MemoryUnit&)>& take) const {
  StoreReading reading(*body_);
  using Document = std::tuple<std::string, std::string, std::string>;
  std::map<Document, std::vector<std::int64_t>> documents;
  for (const Provenance& it : body_->store().provenances()) {
    if (passes(it, filter))
      documents[{it.source_language, it.target_language, it.document}].push_back(it.id);
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

std::vector<std::pair<std::string, std::string>> Memory::languages() const {
  StoreReading reading(*body_);
  auto found = body_->store().languages();
  std::sort(found.begin(), found.end());
  return found;
}

std::size_t Memory::erase(const MemoryFilter& filter) {
  return erase_if([&] {
    std::vector<std::int64_t> ids;
    for (const Provenance& it : body_->store().provenances()) {
      if (!passes(it, filter)) continue;
      body_->store().rows_of({it.id}, [&](const Row& row) {
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
  Writing writing(*body_);
  Store& store = body_->store();
  const std::vector<std::int64_t> ids = chosen();
  IndexWriter index(store);
  for (const std::int64_t id : ids) {
    store.erase(id);
    index.erase(id);
  }
  index.write();
  Counters counters = store.counters();
  counters.erased += static_cast<std::int64_t>(ids.size());
  store.set_counters(counters);
  tidy(*body_);
  writing.commit();
  return ids.size();
}

}  // namespace cotejo
