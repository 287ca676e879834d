/// @file  The door to ICU: what the other rooms use of it, with its objects owned and its status
/// codes turned into Error.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// ICU's sentence boundaries (UAX #29) in valid UTF-8, from first to last. The text must outlive
/// it; one object is for one thread.
class SentenceBoundaries {
 public:
  /// `language` is a BCP 47 tag; one that ICU doesn't know gets the root rules.
  SentenceBoundaries(std::string_view text, const std::string& language);
  ~SentenceBoundaries();
  SentenceBoundaries(const SentenceBoundaries&) = delete;
  SentenceBoundaries& operator=(const SentenceBoundaries&) = delete;

  /// The next boundary, 0 not among them, the text's end the last.
  std::optional<std::size_t> next();

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

/// Any scalar value: whether Unicode knows it as a mark that ends sentences.
bool ends_sentences(char32_t c);

}  // namespace cotejo
