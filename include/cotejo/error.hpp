/// @file  What cotejo tells people: messages that can be translated, and the one exception that
/// carries one.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace cotejo {

/// A sentence for a person. `text` is English and the key of its translations; `{1}`, `{2}` stand
/// for the arguments.
///
///     {"{1}: not UTF-8; read as {2}", {"nota.txt", "windows-1252"}}  reads  nota.txt: not UTF-8;
///     read as windows-1252
struct Message {
  std::string text;
  std::vector<std::string> arguments;
  std::string place{};  ///< "memory.tmx:12", said before the sentence; empty: none is
};

/// The message in English with its arguments and place set in. A placeholder without an argument
/// stays as it stands.
std::string english(const Message& message);

/// Something outside went wrong: a file, an option, an input. Names the file, the line where there
/// is one, and the mend. `what()` is the English sentence; `message()` is what a catalogue
/// translates.
class Error : public std::runtime_error {
 public:
  explicit Error(Message message);
  const Message& message() const { return message_; }

 private:
  Message message_;
};

}  // namespace cotejo
