#include "cli/catalogue.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cstdlib>
#include <vector>

#include "cli/embedded.hpp"

namespace cotejo {

UiLanguage ui_language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    const std::string_view language = locale.substr(0, locale.find_first_of("_.@-"));
    return language == "es" ? UiLanguage::spanish : UiLanguage::english;
  }
  return UiLanguage::english;
}

Catalogue::Catalogue(UiLanguage language) : language_(language), locale_(std::locale::classic()) {
  if (language == UiLanguage::english) return;
  namespace gettext = boost::locale::gnu_gettext;
  gettext::messages_info info;
  info.language = std::string("es");
  info.encoding = std::string("UTF-8");
  info.domains.emplace_back("cotejo");
  info.paths.emplace_back("embedded");  // any: the callback is asked instead of the disk
  info.callback = [](const std::string&, const std::string&) {
    const std::string_view bytes = spanish_catalogue();
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  locale_ = std::locale(locale_, gettext::create_messages_facet<char>(info));
}

std::string Catalogue::operator()(std::string_view english_text) const {
  if (english_text.empty()) return {};  // gettext keeps the file's own description there
  return boost::locale::translate(std::string(english_text)).str(locale_);
}

std::string Catalogue::operator()(const Message& message) const {
  return english(Message{(*this)(message.text), message.arguments, message.place});
}

}  // namespace cotejo
