#include "text/skeleton.hpp"

namespace cotejo {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

}  // namespace

std::string skeleton(std::string_view folded) {
  std::string bones;
  const auto add = [&](char c) {
    if (bones.empty() || bones.back() != c) bones += c;
  };
  const auto byte = [&](std::size_t at) { return at < folded.size() ? folded[at] : '\0'; };
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const char c = folded[at];
    const char next = byte(at + 1);
    const bool soft = next == 'e' || next == 'i' || next == 'y';
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
      case 'w':
        break;
      case 'h':  // between vowels a sound of its own: Luhansk, Lugansk
        if (at > 0 && is_vowel(folded[at - 1]) && is_vowel(next)) add('g');
        break;
      case 'c':
        if (next == 'h') {
          add('c');
          ++at;
        } else {
          add(soft ? 's' : 'k');
        }
        break;
      case 'k':
        if (next == 'h') {  // Khomeini, Jomeini
          add('g');
          ++at;
        } else {
          add('k');
        }
        break;
      case 't':  // Tchaikovsky, Chaikovski
        if (next != 'c' || byte(at + 2) != 'h') add('t');
        break;
      case 'q':
        add('k');
        break;
      case 'p':
        add(next == 'h' ? 'f' : 'p');
        break;
      case 'z':
        add('s');
        break;
      case 'v':
        add('b');
        break;
      case 'j':
      case 'g':
      case 'x':  // Alexander, Alejandro
        add('g');
        break;
      case '\xC3':  // ñ
        if (next == '\xB1') {
          add('n');
          ++at;
          break;
        }
        [[fallthrough]];
      default:
        if (c >= 'a' && c <= 'z') {
          add(c);
        } else if (static_cast<unsigned char>(c) >= 0x80) {
          bones += c;  // another script has its own consonants
        }
    }
  }
  return bones;
}

}  // namespace cotejo
