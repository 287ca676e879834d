#include "memory/add.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "cotejo/text.hpp"
#include "memory/language.hpp"
#include "text/blank.hpp"

namespace cotejo {
namespace {

constexpr std::size_t most_text = std::size_t{1} << 20;

bool fits(const std::string& text) {
  return text.size() <= most_text && text.find('\0') == std::string::npos &&
         valid_utf8_prefix(text) == text.size();
}

bool blank(const std::string& text) { return trim(text, {0, text.size()}).empty(); }

bool older(const std::string& date, const std::string& than) {
  return !date.empty() && date < than;
}

/// What a unit that is there becomes when it is met again.
MemoryUnit merged(const MemoryUnit& old, const MemoryUnit& unit) {
  MemoryUnit result = old;
  if (older(unit.date, old.date)) return result;
  result.position = unit.position;
  if (!unit.domain.empty()) result.domain = unit.domain;
  if (!unit.author.empty()) result.author = unit.author;
  if (unit.status != UnitStatus::draft || old.status == UnitStatus::draft) {
    result.status = unit.status;
    result.confidence = unit.confidence;
  }
  return result;
}

bool same_properties(const MemoryUnit& a, const MemoryUnit& b) {
  return a.position == b.position && a.domain == b.domain && a.author == b.author &&
         a.status == b.status && a.confidence == b.confidence;
}

}  // namespace

bool make_fit(MemoryUnit& unit, AddReport& report) {
  for (const std::string* text :
       {&unit.source, &unit.target, &unit.source_language, &unit.target_language, &unit.document,
        &unit.before, &unit.after, &unit.date, &unit.author, &unit.domain}) {
    if (!fits(*text)) return ++report.failed, false;
  }
  if (blank(unit.source) || blank(unit.target)) return ++report.empty, false;
  unit.source_language = canonical_language(unit.source_language);
  unit.target_language = canonical_language(unit.target_language);
  if (unit.source_language.empty() || unit.target_language.empty() ||
      unit.source_language == unit.target_language) {
    return ++report.other_language, false;
  }
  unit.confidence = std::isnan(unit.confidence) ? 0.0 : std::clamp(unit.confidence, 0.0, 1.0);
  unit.position = std::min<std::size_t>(unit.position, std::numeric_limits<std::int64_t>::max());
  return true;
}

Prepared prepared(MemoryUnit unit, KnownWords& known) {
  const RowKeys keys = row_keys(unit);
  IndexEntries found = entries(unit, known);
  return {std::move(unit), keys, std::move(found)};
}

void Adder::begin() {
  writing_.emplace(body_);
  occurrences_.emplace(body_.store());
  counters_ = body_.store().counters();
  if (first_id_ == 0) first_id_ = counters_.next_id;
}

void Adder::add(Prepared&& it) {
  if (!writing_) begin();
  MemoryUnit& unit = it.unit;
  index_.add_words(unit, it.entries);  // whatever becomes of it: they count as known from now on
  const std::vector<Row> there = same_units(it);
  const auto same = std::find_if(there.begin(), there.end(),
                                 [&](const Row& row) { return row.target == unit.target; });
  if (same != there.end()) {
    touched_.insert(same->id);
    meet_again(*same, unit);
    return;
  }
  const auto old =
      std::find_if(there.begin(), there.end(), [&](const Row& row) { return !touched(row.id); });
  if (old == there.end()) {
    ++report.created;
  } else {
    touched_.insert(old->id);
    if (older(unit.date, old->date) ||
        (old->status == UnitStatus::confirmed && unit.status == UnitStatus::draft)) {
      ++report.kept;
      return;
    }
    ++report.updated;
    ++counters_.erased;
    const Provenance& before = body_.provenance(old->provenance);
    if (unit.domain.empty()) unit.domain = before.domain;
    if (unit.author.empty()) unit.author = before.author;
    body_.store().erase(old->id);
    index_.erase(old->id);
  }
  const std::int64_t id = counters_.next_id++;
  body_.store().insert({id, body_.provenance_id(unit), std::move(unit.source),
                        std::move(unit.target), unit.position, std::move(unit.before),
                        std::move(unit.after), std::move(unit.date), unit.status, unit.confidence});
  index_.add(id, it.keys, it.entries);
  occurrences_->add(id, it.keys.occurrence);
  if (index_.size() > most_postings) commit();
}

void Adder::commit() {
  if (!writing_) return;
  index_.write();
  body_.store().set_counters(counters_);
  tidy(body_);
  writing_->commit();
  writing_.reset();
}

std::vector<Row> Adder::same_units(const Prepared& it) {
  const std::vector<std::int64_t> ids = occurrences_->with(it.keys.occurrence);
  if (ids.empty()) return {};
  const MemoryUnit& unit = it.unit;
  std::vector<Row> rows = body_.store().rows(ids);
  std::erase_if(rows, [&](const Row& row) {
    const Provenance& provenance = body_.provenance(row.provenance);
    return row.source != unit.source || row.before != unit.before || row.after != unit.after ||
           provenance.document != unit.document ||
           provenance.source_language != unit.source_language ||
           provenance.target_language != unit.target_language ||
           (!knows_its_place(unit) && row.target != unit.target);
  });
  return rows;
}

void Adder::meet_again(const Row& old, const MemoryUnit& unit) {
  const MemoryUnit there = body_.unit(old);
  const MemoryUnit now = merged(there, unit);
  if (same_properties(now, there)) {
    ++(same_properties(unit, there) || !older(unit.date, there.date) ? report.same : report.kept);
    return;
  }
  ++report.updated;
  Row row = old;
  row.provenance = body_.provenance_id(now);
  row.position = now.position;
  row.status = now.status;
  row.confidence = now.confidence;
  if (!unit.date.empty()) row.date = unit.date;
  body_.store().update(row);
}

}  // namespace cotejo
