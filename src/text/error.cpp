#include "cotejo/error.hpp"

#include <utility>

namespace cotejo {

std::string english(const Message& message) {
  std::string out = message.place.empty() ? "" : message.place + ": ";
  const std::string& text = message.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}') {
      const auto which = static_cast<std::size_t>(text[at + 1] - '1');
      if (which < message.arguments.size()) {
        out += message.arguments[which];
        at += 2;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

Error::Error(Message message)
    : std::runtime_error(english(message)), message_(std::move(message)) {}

}  // namespace cotejo
