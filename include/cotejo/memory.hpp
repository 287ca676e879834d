/// @file  Translation memories: what was aligned, kept for those who search it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

enum class UnitStatus : std::uint8_t { draft, confirmed, rejected };

/// A translation unit as a memory keeps it. Texts are UTF-8; two units are the same when languages,
/// texts, document and neighbours are.
struct MemoryUnit {
  std::int64_t id = 0;  ///< the memory's own name of it; 0: not kept yet
  std::string source;
  std::string target;
  std::string source_language;  ///< BCP 47: "es-US"
  std::string target_language;
  std::string document;      ///< what the source text was read from; empty: unknown
  std::size_t position = 0;  ///< in the document, counted in units from 0
  std::string before;        ///< hash of the source text before it, see Unit::before; or empty
  std::string after;
  std::string date;  ///< when it was made: "20261126T105500Z", UTC
  std::string author;
  std::string domain;  ///< "sports"
  UnitStatus status = UnitStatus::draft;
  double confidence = 1.0;
};

/// Which units are meant; what is empty asks for nothing.
struct MemoryFilter {
  std::string source_language;  ///< "es" is also es-US
  std::string target_language;
  std::string since;   ///< dates from here on, compared as far as it goes: "202611" is a month
  std::string before;  ///< dates before this
  std::string domain;
  std::string document;
  std::optional<UnitStatus> status;
  double least_confidence = 0.0;
  double most_confidence = 1.0;
};

/// What became of units that were added.
struct AddReport {
  std::size_t created = 0;
  std::size_t updated = 0;  ///< another target, or other properties, for a unit that was there
  std::size_t same = 0;     ///< there already, as it is
  std::size_t empty = 0;    ///< without text on both sides
  std::size_t other_language = 0;  ///< both sides in one language, or in one the memory can't name
};

enum class MatchKind : std::uint8_t { context, exact, fuzzy };

/// A unit found for a text, the text on the unit's source side or, the memory being bidirectional,
/// on its target side: then source and target, and their languages, are exchanged in `unit`.
struct Match {
  MemoryUnit unit;
  MatchKind kind = MatchKind::fuzzy;
  /// In percent, see similarity(): 101 for context, 100 for exact, below it fuzzy.
  double score = 0.0;
  /// The target with the numbers and names of the text asked for set in; empty where none differ.
  std::string adapted;
  std::vector<Span> differs;       ///< bytes of the unit's source that the text hasn't
  std::vector<Span> text_differs;  ///< bytes of the text that the unit's source hasn't
};

struct SearchOptions {
  std::string source_language;  ///< of the text; empty: any
  std::string target_language;
  double least_score = 70.0;  ///< in percent
  std::size_t limit = 10;
  std::string before;  ///< hashes of the neighbours' texts, for context matches
  std::string after;
};

/// A place where a phrase stands.
struct Hit {
  MemoryUnit unit;
  bool in_target = false;
  std::vector<Span> spans;  ///< of the phrase, in bytes of the side it stands on
};

struct ConcordanceOptions {
  std::string language;  ///< of the phrase; empty: either side
  std::size_t limit = 50;
};

/// A kept memory. One object serves one thread; several, in one program or many, may have the same
/// memory open: any number of readers beside one writer.
class Memory {
 public:
  enum class Mode { read, write };

  /// `location` is a file's path, or postgresql://... for a server. For writing, what isn't there
  /// is made. Throws Error that names the location and the mend.
  static Memory open(const std::string& location, Mode mode);
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;
  ~Memory();

  /// Adds what `next` gives until it gives nothing; all of it or, when anything throws, none.
  AddReport add(const std::function<std::optional<MemoryUnit>()>& next);

  std::vector<Match> search(std::string_view text, const SearchOptions& options = {}) const;
  std::vector<Hit> concordance(std::string_view phrase,
                               const ConcordanceOptions& options = {}) const;

  /// Gives every unit that passes, in the order of languages, document, position and text.
  void each(const MemoryFilter& filter, const std::function<void(const MemoryUnit&)>& take) const;
  std::size_t count(const MemoryFilter& filter) const;
  std::size_t erase(const MemoryFilter& filter);  ///< how many
  /// Of units with the same source text and languages (and, unless `across_targets`, the same
  /// target) keeps one: the best (confirmed, then confidence, then newest) or the newest.
  enum class Keep { best, newest };
  std::size_t dedupe(Keep keep, bool across_targets);

 private:
  class Store;
  explicit Memory(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace cotejo
