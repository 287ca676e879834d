/// @file  The ways of a memory's units in and out: TMX, lines of JSON, tables.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cotejo/memory.hpp"
#include "cotejo/sink.hpp"
#include "cotejo/source.hpp"

namespace cotejo {

/// "draft", "confirmed", "rejected"
std::string_view name(UnitStatus status);

/// Calls `take` with each unit that is to be written.
using EachMemoryUnit = std::function<void(const std::function<void(const MemoryUnit&)>& take)>;

/// Writes units as TMX 1.4, see write_tmx; reading gives back what each was but for its id. Units
/// without text on both sides, as XML can hold it, are left out. `source_language` is the header's
/// srclang; empty for "*all*". The header has no date: the same units give the same bytes.
///
///     <tu tuid="9c0e3a4f0b1d2e55" creationdate="20250224T120000Z" creationid="ana">
///       <prop type="x-document">nota.es.txt</prop>
///       <prop type="x-position">12</prop>
///       <prop type="x-domain">sports</prop>
///       <prop type="x-status">confirmed</prop>
///       <prop type="x-confidence">0.9873</prop>
///       <prop type="x-before-hash">0f...</prop>
///       <prop type="x-after-hash">a3...</prop>
///       <tuv xml:lang="es-US"><seg>...</seg></tuv>
///       <tuv xml:lang="en"><seg>...</seg></tuv>
///     </tu>
void write_memory_tmx(const Sink& sink, std::string_view source_language,
                      const EachMemoryUnit& each);

/// A unit a line; reading gives back what it was but for its id. What is empty is left out.
///
///     {"source": {"language": "es-US", "text": "..."}, "target": {"language": "en", "text":
///     "..."},
///      "document": "nota.es.txt", "position": 12, "before": "0f...", "after": "a3...",
///      "date": "20250224T120000Z", "author": "ana", "domain": "sports", "status": "confirmed",
///      "confidence": 0.9873}
void write_memory_jsonl(const Sink& sink, const EachMemoryUnit& each);
std::string memory_json(const MemoryUnit& unit);  ///< such a line, without its end

/// Source, target and confidence, see write_tsv.
void write_memory_tsv(const Sink& sink, const EachMemoryUnit& each);

/// Give the units of a file, one at a time, texts cleaned of what XML cannot hold; `defaults` are
/// what a unit is where the file doesn't say. They return how many units were passed over because
/// they have not both languages of `defaults`, which choose among a TMX's variants. Throw Error
/// that names `name`, the line and the mend for what is no such file, and whatever `take` and the
/// source throw.
///
/// Of a TMX's unit with three languages or more every pair with the source is a unit. The last
/// change counts as its date and author.
std::size_t read_memory_tmx(const Source& source, const std::string& name,
                            const MemoryUnit& defaults,
                            const std::function<void(MemoryUnit unit)>& take);
/// As write_memory_jsonl or write_jsonl writes it. Metadata and what stands on one side alone is
/// left out. Units of the latter stand in the document `name`, unless it is "-", and have the
/// neighbours that they have in the file, as do those of tables.
std::size_t read_memory_jsonl(const Source& source, const std::string& name,
                              const MemoryUnit& defaults,
                              const std::function<void(MemoryUnit unit)>& take);
std::size_t read_memory_tsv(const Source& source, const std::string& name,
                            const MemoryUnit& defaults,
                            const std::function<void(MemoryUnit unit)>& take);

}  // namespace cotejo
