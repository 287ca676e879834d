#include "cli/values.hpp"

#include <algorithm>
#include <charconv>
#include <span>

namespace cotejo {
namespace {

const Choices<Paragraphs> paragraph_styles = {
    {"auto", Paragraphs::automatic}, {"blank", Paragraphs::blank}, {"line", Paragraphs::line}};

}  // namespace

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

double probability(const char* option, const std::string& word) {
  double value = -1.0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc() || stop != end || !(value >= 0.0 && value <= 1.0)) {
    throw Error(Message{"{1}: {2} is no number from 0 to 1, such as 0.8", {option, word}});
  }
  return value;
}

std::size_t count(const char* option, const std::string& word, std::size_t least,
                  std::size_t most) {
  std::size_t value = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc() || stop != end || value < least || value > most) {
    throw Error(Message{"{1}: {2} is no whole number from {3} to {4}",
                        {option, word, std::to_string(least), std::to_string(most)}});
  }
  return value;
}

void expect_files(const Given& given, std::size_t least, std::size_t most, const char* wanted) {
  if (given.files.size() >= least && given.files.size() <= most) return;
  if (given.files.size() < least) throw Error(Message{wanted, {}});
  throw Error(Message{"one file too many: {1}; see --help", {given.files[most]}});
}

InputOptions reading(const Given& given) {
  InputOptions out{given.encoding, Paragraphs::automatic, given.lines};
  if (!given.paragraphs.empty()) {
    out.paragraphs = choose("--paragraphs", given.paragraphs, paragraph_styles);
  }
  return out;
}

std::string tag(std::string given) {
  std::replace(given.begin(), given.end(), '_', '-');
  const auto recase = [&](std::size_t at, std::size_t count, char from, int change) {
    for (char& c : std::span(given).subspan(at, count)) {
      if (c >= from && c - from < 26) c = static_cast<char>(c + change);
    }
  };
  constexpr int to_lower = 'a' - 'A';
  for (std::size_t at = 0; at < given.size();) {
    const std::size_t length = std::min(given.find('-', at), given.size()) - at;
    recase(at, length, 'A', to_lower);
    if (at > 0 && (length == 2 || length == 4)) recase(at, length == 2 ? 2 : 1, 'a', -to_lower);
    at += length + 1;
  }
  return given;
}

}  // namespace cotejo
