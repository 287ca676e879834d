#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace cotejo {
namespace {

/// Writes a line whatever its arguments hold: a file's name may have a line end in it, or commands
/// for the terminal.
void say(std::string line) {
  for (char& byte : line) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x20 || value == 0x7f) byte = '?';
  }
  line += '\n';
  std::cerr << line << std::flush;
}

}  // namespace

void Console::error(const Message& message) const {
  say("cotejo: " + catalogue_(Message{tr("error: {1}"), {catalogue_(message)}}));
}

void Console::warning(const Message& message) const {
  if (!quiet_) say("cotejo: " + catalogue_(Message{tr("warning: {1}"), {catalogue_(message)}}));
}

void Console::note(const Message& message) const {
  if (!quiet_) say(catalogue_(message));
}

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool errors_are_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool output_has_styles() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return output_is_terminal() && (no_colour == nullptr || *no_colour == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::size_t output_columns() {
  constexpr std::size_t usual = 80;
  constexpr std::size_t widest = 10000;
  if (const char* given = std::getenv("COLUMNS"); given != nullptr) {
    const std::string_view word = given;
    std::size_t columns = 0;
    const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), columns);
    if (error == std::errc() && stop == word.data() + word.size() && columns > 0) {
      return std::min(columns, widest);
    }
  }
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual;
}

}  // namespace cotejo
