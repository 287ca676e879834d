#include "memory/tokens.hpp"

#include <array>
#include <string>

#include "cotejo/text.hpp"
#include "text/blank.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

constexpr std::uint64_t start = 0xcbf29ce484222325;

constexpr std::uint64_t mixed(std::uint64_t key, char byte) {
  return (key ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
}

constexpr char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

constexpr bool is_ascii_letter(char byte) { return lower(byte) >= 'a' && lower(byte) <= 'z'; }

constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Of writings without spaces, whose every character is taken for a word.
constexpr bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

constexpr bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

constexpr bool joins_digits(char32_t c) {
  return c == U'.' || c == U',' || c == U':' || c == U'/' || c == U'-' || is_apostrophe(c);
}

/// next_code_point() and letter(), without a call for ASCII, of which texts mostly are.
char32_t next(std::string_view text, std::size_t& at) {
  return is_ascii(text[at]) ? static_cast<unsigned char>(text[at++]) : next_code_point(text, at);
}

constexpr auto ascii_letters = [] {
  std::array<Letter, 128> letters{};
  for (char c = 'a'; c <= 'z'; ++c) letters[static_cast<std::size_t>(c)] = Letter::lower;
  for (char c = 'A'; c <= 'Z'; ++c) letters[static_cast<std::size_t>(c)] = Letter::upper;
  for (char c = '0'; c <= '9'; ++c) letters[static_cast<std::size_t>(c)] = Letter::digit;
  return letters;
}();

Letter kind_of(char32_t c) { return c < 0x80 ? ascii_letters[c] : letter(c); }

std::uint64_t key_of(std::string_view text) {
  std::uint64_t key = start;
  for (const char byte : text) {
    if (!is_ascii(byte)) return folded_key(fold(text));
    key = mixed(key, lower(byte));
  }
  return key;
}

/// `starred`: a star is a letter.
template <bool starred>
class Reader {
 public:
  Reader(std::string_view text, std::vector<TextToken>& found) : text_(text), found_(found) {}

  void read() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (!starred && read_ascii_word()) continue;
      const char32_t c = next(text_, at_);
      const Letter kind = kind_of(c);
      if (kind == Letter::none || kind == Letter::mark) {
        if (!is_blank(c)) read_mark(begin, c);
        continue;
      }
      const bool number = !is_ideograph(c) && read_word(kind == Letter::digit);
      found_.push_back({{begin, at_},
                        key_of(slice(text_, {begin, at_})),
                        number ? TextTokenKind::number : TextTokenKind::word});
    }
  }

 private:
  /// Takes a word of ASCII letters and digits that surely ends where they do, as most do: the same
  /// token as below, sooner.
  bool read_ascii_word() {
    if (!is_ascii_letter(text_[at_])) return false;
    std::uint64_t key = start;
    std::size_t end = at_;
    for (; end < text_.size() && (is_ascii_letter(text_[end]) || is_digit(text_[end])); ++end)
      key = mixed(key, lower(text_[end]));
    if (end < text_.size() && (!is_ascii(text_[end]) || text_[end] == '\'')) return false;
    found_.push_back({{at_, end}, key, TextTokenKind::word});
    at_ = end;
    return true;
  }

  /// Goes behind the rest of a word; true when it is digits alone, and those between marks.
  bool read_word(bool number) {
    while (at_ < text_.size()) {
      std::size_t behind = at_;
      const char32_t c = next(text_, behind);
      const Letter kind = kind_of(c);
      if (kind != Letter::none) {
        if (is_ideograph(c)) break;
        number = number && kind == Letter::digit;
      } else if (behind == text_.size() || !(number ? joins_digits(c) : is_apostrophe(c))) {
        break;
      } else {
        const Letter joined = kind_of(next(text_, behind));
        if (number ? joined != Letter::digit
                   : joined == Letter::none || joined == Letter::digit || joined == Letter::mark) {
          break;
        }
      }
      at_ = behind;
    }
    return number;
  }

  void read_mark(std::size_t begin, char32_t mark) {
    const std::size_t first_end = at_;
    for (std::size_t behind = at_; behind < text_.size() && next(text_, behind) == mark;) {
      at_ = behind;
    }
    std::uint64_t key = key_of(slice(text_, {begin, first_end}));
    if (at_ > first_end) key = mixed(key, '+');
    found_.push_back({{begin, at_}, key, TextTokenKind::mark});
  }

  static Letter kind_of(char32_t c) {
    return starred && c == U'*' ? Letter::lower : cotejo::kind_of(c);
  }

  std::string_view text_;
  std::vector<TextToken>& found_;
  std::size_t at_ = 0;
};

}  // namespace

void tokens(std::string_view text, std::vector<TextToken>& found) {
  found.clear();
  Reader<false>(text, found).read();
}

std::vector<TextToken> tokens(std::string_view text) {
  std::vector<TextToken> found;
  tokens(text, found);
  return found;
}

std::vector<TextToken> pattern_tokens(std::string_view phrase) {
  std::vector<TextToken> found;
  Reader<true>(phrase, found).read();
  return found;
}

std::string folded(std::string_view text, const TextToken& token) {
  return fold(slice(text, token.span));
}

std::uint64_t folded_key(std::string_view folded) {
  std::uint64_t key = start;
  for (const char byte : folded) key = mixed(key, byte);
  return key;
}

std::size_t weight(const std::vector<TextToken>& tokens) {
  std::size_t sum = 0;
  for (const TextToken& token : tokens) sum += weight(token.kind);
  return sum;
}

}  // namespace cotejo
