/// @file  Translation memories: what was aligned, kept for those who search it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/span.hpp"

namespace cotejo {

enum class UnitStatus : std::uint8_t { draft, confirmed, rejected };

/// A translation unit as a memory keeps it. Texts are UTF-8 without NULs; two units are the same
/// when languages, texts, document and neighbours are.
struct MemoryUnit {
  std::int64_t id = 0;  ///< the memory's own name of it; 0: not kept yet
  std::string source;
  std::string target;
  std::string source_language;  ///< BCP 47: "es-US"; kept so when it comes as "ES_us"
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
  std::string source_language{};  ///< "es" is also es-US
  std::string target_language{};
  std::string since{};   ///< dates from here on, compared as far as it goes: "202611" is a month
  std::string before{};  ///< dates before this
  std::string domain{};
  std::string document{};
  std::optional<UnitStatus> status{};
  double least_confidence = 0.0;
  double most_confidence = 1.0;
};

/// What became of units that were added; each is counted once.
struct AddReport {
  std::size_t created = 0;
  std::size_t updated = 0;  ///< another target, or other properties, for a unit that was there
  std::size_t same = 0;     ///< there already, as it is but for its date
  std::size_t kept = 0;     ///< would change one that is confirmed, or newer: left as it is
  std::size_t empty = 0;    ///< without text on both sides
  std::size_t other_language = 0;  ///< both sides in one language, or in one without a name
  std::size_t failed = 0;          ///< not UTF-8, with NULs, or longer than a MiB

  friend bool operator==(const AddReport&, const AddReport&) = default;
};

enum class MatchKind : std::uint8_t { context, exact, fuzzy };

/// A unit found for a text; of units with the same two texts, the best: context, then confirmed,
/// confidence, newest. The text stands on the unit's source side or, the memory being
/// bidirectional, on its target side: then source and target, and their languages, are exchanged in
/// `unit`.
struct Match {
  MemoryUnit unit;
  MatchKind kind = MatchKind::fuzzy;
  /// In percent, see similarity(): 101 for context, 100 for exact, below it fuzzy.
  double score = 0.0;
  /// The target with the numbers, dates and names of the text set in, see Adapter; empty where the
  /// texts differ in more than those.
  std::string adapted;
  std::vector<Span> placed;        ///< bytes of `adapted` that were set in
  std::vector<Span> differs;       ///< bytes of the unit's source that the text hasn't
  std::vector<Span> text_differs;  ///< bytes of the text that the unit's source hasn't
};

struct SearchOptions {
  std::string source_language{};  ///< of the text; empty: any; "es" and "es-MX" are one to a search
  std::string target_language{};
  double least_score = 70.0;  ///< in percent, not below 30; above 100 only context matches
  std::size_t limit = 10;
  std::string before{};  ///< hashes of the neighbours' texts, for context matches
  std::string after{};
};

/// A place where a phrase stands.
struct Hit {
  MemoryUnit unit;
  bool in_target = false;
  std::vector<Span> spans;  ///< of the phrase, in bytes of the side it stands on
};

struct ConcordanceOptions {
  std::string language{};  ///< of the phrase; empty: either side
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
  class Body;  ///< what it is made of: nobody else's business
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;
  ~Memory();

  /// Adds what `next` gives until it gives nothing. A unit that the same document had with the same
  /// neighbours and another target is updated. Commits every few hundred thousand units: what
  /// throws, or ends the program, undoes what came since, and adding all again completes it.
  AddReport add(const std::function<std::optional<MemoryUnit>()>& next);

  /// The best matches first, all that score enough up to the limit. Exhaustive for texts of up to
  /// 6,000 words; longer ones match exactly or not at all.
  std::vector<Match> search(std::string_view text, const SearchOptions& options = {}) const;
  /// Where the words of the phrase stand one behind the other, whatever their case and accents and
  /// the marks between them; units added last come first. A `*` in a word stands for any letters
  /// and digits or none, "negoci*", "*ción", and alone for any word or number. Other numbers, and
  /// words of more than 1,000 bytes, are found whole only.
  std::vector<Hit> concordance(std::string_view phrase,
                               const ConcordanceOptions& options = {}) const;

  /// Gives every unit that passes, in the order of languages, document, position and text.
  void each(const MemoryFilter& filter, const std::function<void(const MemoryUnit&)>& take) const;
  std::size_t count(const MemoryFilter& filter) const;
  /// Source and target language of its units, each two once, in order.
  std::vector<std::pair<std::string, std::string>> languages() const;
  std::size_t erase(const MemoryFilter& filter);  ///< how many
  /// Of units with the same source text and languages (and, unless `across_targets`, the same
  /// target) keeps one: the best (confirmed, then confidence, then newest) or the newest.
  enum class Keep { best, newest };
  std::size_t dedupe(Keep keep, bool across_targets);

 private:
  explicit Memory(std::unique_ptr<Body> body);
  std::size_t erase_if(const std::function<std::vector<std::int64_t>()>& chosen);
  std::unique_ptr<Body> body_;
};

}  // namespace cotejo
