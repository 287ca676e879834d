#include "articles.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>

#include "cotejo/text.hpp"

namespace cotejo::bench {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end) {
  return random() % end;  // unlike a standard distribution, the same with every library
}

/// The single words of a language in the shipped word pairs.
std::vector<std::string> vocabulary(std::string_view language) {
  std::vector<std::string> out;
  for (const std::string& line : lines("lexicons/en-es/words.tsv")) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    std::istringstream words(language == "en" ? line.substr(0, tab) : line.substr(tab + 1));
    for (std::string word; std::getline(words, word, '|');) {
      if (word.find(' ') == std::string::npos) out.push_back(word);
    }
  }
  return out;
}

/// The paragraphs of the articles in tests/data.
std::vector<std::string> paragraphs(std::string_view language) {
  std::vector<std::string> out;
  for (const std::string stem : {"news", "interview", "opinion"}) {
    std::string paragraph;
    for (const std::string& line :
         lines("tests/data/" + stem + "." + std::string(language) + ".txt")) {
      if (!line.empty()) {
        paragraph += line + '\n';
      } else if (!paragraph.empty()) {
        out.push_back(std::move(paragraph));
        paragraph.clear();
      }
    }
    if (!paragraph.empty()) out.push_back(std::move(paragraph));
  }
  return out;
}

std::string varied(const std::string& text, const std::vector<std::string>& vocabulary,
                   Random& random) {
  constexpr std::size_t shortest = 5;  // bytes: words of grammar stay
  std::string out;
  std::size_t at = 0;
  const auto copy = [&](std::size_t end) {
    for (; at < end; ++at) {
      const bool digit = text[at] >= '0' && text[at] <= '9';
      out += digit ? static_cast<char>('0' + below(random, 10)) : text[at];
    }
  };
  for (const Word& word : words(text)) {
    copy(word.span.begin);
    if (word.written == Case::lower && !word.numeric && word.span.size() >= shortest &&
        below(random, 3) == 0) {
      out += vocabulary[below(random, vocabulary.size())];
      at = word.span.end;
    }
  }
  copy(text.size());
  return out;
}

}  // namespace

std::string read(const std::string& path) {
  std::ifstream file(COTEJO_SOURCE "/" + path, std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || out.empty()) throw std::runtime_error(path + ": cannot be read");
  return out;
}

std::vector<std::string> lines(const std::string& path) {
  std::istringstream text(read(path));
  std::vector<std::string> out;
  for (std::string line; std::getline(text, line);) out.push_back(line);
  return out;
}

std::vector<std::string> articles(std::string_view language, std::size_t bytes) {
  constexpr std::size_t article_size = 5000;
  const std::vector<std::string> originals = paragraphs(language);
  const std::vector<std::string> replacements = vocabulary(language);
  Random random(1);
  std::vector<std::string> out;
  for (std::size_t total = 0; total < bytes; total += out.back().size()) {
    std::string& article = out.emplace_back();
    while (article.size() < article_size) {
      if (!article.empty()) article += '\n';
      article += varied(originals[below(random, originals.size())], replacements, random);
    }
  }
  return out;
}

std::string windows_1252(std::string_view text) {
  static const std::map<char32_t, char> above_latin_1 = {
      {U'€', '\x80'}, {U'…', '\x85'}, {U'‘', '\x91'}, {U'’', '\x92'},
      {U'“', '\x93'}, {U'”', '\x94'}, {U'–', '\x96'}, {U'—', '\x97'}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto found = above_latin_1.find(c);
    out += found != above_latin_1.end() ? found->second : c < 0x100 ? static_cast<char>(c) : '?';
  }
  return out;
}

}  // namespace cotejo::bench
