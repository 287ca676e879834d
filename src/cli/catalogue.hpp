/// @file  The catalogue: what cotejo says, in the language of the person who reads it.
#pragma once

#include <locale>
#include <string>
#include <string_view>

#include "cotejo/error.hpp"

namespace cotejo {

/// Marks a sentence for translation where it stands; the catalogue translates it where it is shown.
constexpr const char* tr(const char* english_text) { return english_text; }

/// The languages that messages come in; English is what the source holds, the others are the files
/// of lexicons/po.
enum class UiLanguage { english, spanish };

/// The language that LC_ALL, LC_MESSAGES or LANG asks for, the first of them that is set; English
/// for any that is not there.
UiLanguage ui_language_of_environment();

/// Cheap to copy. Does not touch the global locale.
class Catalogue {
 public:
  explicit Catalogue(UiLanguage language = UiLanguage::english);

  UiLanguage language() const { return language_; }

  /// The translation of an English text; the text itself where there is none.
  std::string operator()(std::string_view english_text) const;

  /// The sentence with its arguments set in.
  std::string operator()(const Message& message) const;

 private:
  UiLanguage language_;
  std::locale locale_;
};

}  // namespace cotejo
