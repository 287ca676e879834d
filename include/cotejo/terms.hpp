/// @file  Terms: the names and frequent phrases of translated text, and what they are translated
/// as.
///
/// Phrases are runs of up to five words whose ends are content words and attract each other; names
/// may be one word. What meets in more units than chance would have it (Dunning's log-likelihood
/// ratio, 1993) may be a translation; in each unit the strongest pairs are linked first, and what
/// is linked is taken (competitive linking, Melamed 2000). The same units in the same order give
/// the same terms.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

struct TermTranslation {
  std::string text;
  std::size_t units = 0;  ///< where it stands for the term
};

/// A term as it is mostly written, and its translations, the commonest first; never without one.
struct TermCandidate {
  std::string text;
  bool name = false;      ///< mostly written with capitals
  std::size_t units = 0;  ///< that have it, whatever it is translated as there
  std::vector<TermTranslation> translations;

  /// Translated in more than one way, and not by accident.
  bool varies() const { return translations.size() > 1; }
};

struct TermOptions {
  std::size_t least_units = 3;  ///< that a term and each of its translations stand in; more where
                                ///< there are very many units: one in 50,000
  double least_share = 0.1;     ///< of a translation among the units where the term is linked
  double least_ratio = 20.0;    ///< log-likelihood ratio of a pair
};

/// Takes in units one by one and holds of each the numbers of its words: four bytes a word.
class TermFinder {
 public:
  /// Languages as BCP 47 tags; see Learner for those without a table of function words.
  TermFinder(std::string_view source_language, std::string_view target_language);
  ~TermFinder();
  TermFinder(TermFinder&&) noexcept;
  TermFinder& operator=(TermFinder&&) noexcept;

  /// Valid UTF-8 only: a text and its translation.
  void add(std::string_view source, std::string_view target);
  std::size_t units() const;

  /// The terms of the source side: those in most units first, then by text.
  std::vector<TermCandidate> find(const TermOptions& options = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo
