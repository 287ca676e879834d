/// @file  Snowball's stemmers behind RAII.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace cotejo {

/// Stems words of one language; one a thread. A language Snowball doesn't know leaves words as they
/// are.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);

  /// The stem of a lower-case word, accents in place.
  std::string_view operator()(std::string_view word) const;

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Close> stemmer_;
};

}  // namespace cotejo
