/// @file  The door to ICU's character set converters and its charset detector.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Bytes of a named encoding to UTF-16, a piece at a time. Malformed sequences become U+FFFD. One
/// object is for one thread.
class Converter {
 public:
  /// Nothing for a name that ICU doesn't know.
  static std::optional<Converter> open(const std::string& name);

  Converter(Converter&&) noexcept;
  ~Converter();

  /// The encoding's registered name: "windows-1252", "UTF-16LE".
  std::string name() const;

  /// UTF-16 units and, for each, the byte in `bytes` where its character begins.
  struct Piece {
    std::vector<char16_t> units;
    std::vector<std::size_t> begins;
  };

  /// Converts on from `at`, which it moves; an empty piece when all is read. Give the same bytes
  /// until then.
  void read(std::string_view bytes, std::size_t& at, Piece& piece);

 private:
  struct State;
  explicit Converter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What ICU's detector takes bytes for.
struct CharsetGuess {
  std::string name;
  int confidence = 0;  ///< 0 to 100
};

/// ICU's guesses, the most confident first, none when it has no idea. It looks at the first 8,000
/// bytes or so.
std::vector<CharsetGuess> guess_charsets(std::string_view bytes);

}  // namespace cotejo
