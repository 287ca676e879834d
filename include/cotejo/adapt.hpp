/// @file  Adapting a translation: the numbers and dates of a new text set into the translation of
/// an old one that is the same but for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/lexicon.hpp"
#include "cotejo/span.hpp"

namespace cotejo {

/// A translation with other numbers than it had.
struct Adaptation {
  std::string text;
  std::vector<Span> replaced;  ///< bytes of `text` that are new, in order
};

/// Adapts translations between two languages. Immutable once made, safe to share between threads.
class Adapter {
 public:
  /// BCP 47 tags. Throws Error for one that can't be read.
  Adapter(std::string_view source_language, std::string_view target_language);

  /// What `target`, the translation of `source`, becomes for `text`:
  ///
  ///     text     Costó 4.200 millones el 3 de marzo de 2025.
  ///     source   Costó 3.500 millones el 24 de febrero de 2025.
  ///     target   It cost 3.5 billion on February 24, 2025.
  ///              It cost 4.2 billion on March 3, 2025.
  ///
  /// Numbers, sums, measures, dates, times, addresses, codes and names that stand in the target as
  /// they do in the source are set in, as the target's language writes them and as the target wrote
  /// the old ones. Each new value is read back: what wouldn't be read as the same value isn't
  /// written. Nothing when the two texts differ in anything else or in nothing, and when one of the
  /// differences can't be found or written in the target. Valid UTF-8 only.
  std::optional<Adaptation> adapt(std::string_view text, std::string_view source,
                                  std::string_view target) const;

 private:
  Lexicon source_;
  Lexicon target_;
};

}  // namespace cotejo
