#include "foreign/stemmer.hpp"

#include <libstemmer.h>

namespace cotejo {

Stemmer::Stemmer(std::string_view language)
    : stemmer_(
          sb_stemmer_new(std::string(language.substr(0, language.find('-'))).c_str(), "UTF_8")) {}

std::string_view Stemmer::operator()(std::string_view word) const {
  if (!stemmer_) return word;
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const auto* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (!stem) return word;
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

}  // namespace cotejo
