#include <algorithm>
#include <array>
#include <string>

#include "anchor/reading.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest_address = 200;  // tokens

bool is_one_of(std::string_view form, std::string_view marks) {
  return form.size() == 1 && marks.find(form) != std::string_view::npos;
}

Reading literal(Range tokens, AnchorKind kind, std::string key) {
  return {tokens, kind, {std::move(key)}, {}, {}};
}

bool top_domain(std::string_view label) {
  for (const std::string_view known :
       {"com", "org", "net", "gov", "edu", "info", "es", "mx", "uk", "eu", "io", "tv"}) {
    if (label == known) return true;
  }
  return false;
}

/// A host name from token `at`: labels and points, the last label a well-known one. Its end, or 0.
std::size_t host(const Passage& passage, std::size_t at) {
  std::size_t end = 0;
  for (std::size_t i = at, parts = 0; parts < 32 && i < passage.size(); ++i, ++parts) {
    if (i > at && !passage.glued(i)) break;
    if (passage.word(i) || passage.digits(i)) {
      if (i > at && passage.is(i - 1, ".") && passage[i].written == Case::lower &&
          top_domain(passage.folded(i))) {
        end = i + 1;
      }
    } else if (!is_one_of(passage.folded(i), ".-")) {
      break;
    }
  }
  if (end != 0 && passage.glued(end) && (passage.word(end) || passage.digits(end))) return 0;
  return end;
}

std::optional<Reading> url(const Passage& passage, std::size_t at) {
  const bool scheme = (passage.is(at, "http") || passage.is(at, "https")) &&
                      passage.glued(at + 1, ":") && passage.glued(at + 2, "/") &&
                      passage.glued(at + 3, "/");
  const bool www = passage.is(at, "www") && passage.glued(at + 1, ".");
  std::size_t end = scheme ? at + 4 : www ? at + 2 : host(passage, at);
  if (end == 0 || (!scheme && passage.glued(at) && !is_one_of(passage.folded(at - 1), "(\"'["))) {
    return std::nullopt;
  }
  const std::size_t begin = scheme ? at + 4 : at;
  if (scheme || www || passage.glued(end, "/")) {
    const std::size_t most = std::min(passage.size(), at + longest_address);
    bool bracket = false;
    for (; end < most && passage.glued(end); ++end) {
      const std::string_view form = passage.folded(end);
      if (form == "(") bracket = true;
      if (is_one_of(form, "<>\"[]|") || (form == ")" && !bracket)) break;
    }
    while (end > begin && is_one_of(passage.folded(end - 1), ".,;:!?'*_-")) --end;
  }
  if (end <= begin + (www ? 2 : 0)) return std::nullopt;
  std::string_view key = passage.folded(begin, end);
  if (key.starts_with("www.")) key.remove_prefix(4);
  if (key.ends_with('/')) key.remove_suffix(1);
  return literal({at, end}, AnchorKind::url, std::string(key));
}

/// At "@": an address around it, or a mention that begins with it.
std::optional<Reading> at_sign(const Passage& passage, std::size_t at) {
  if (!passage.glued(at + 1) ||
      !(passage.word(at + 1) || passage.digits(at + 1) || passage.is(at + 1, "_")))
    return std::nullopt;
  std::size_t begin = at;
  while (begin > 0 && at - begin < 32 && passage.glued(begin) &&
         (passage.word(begin - 1) || passage.digits(begin - 1) ||
          is_one_of(passage.folded(begin - 1), "._-+"))) {
    --begin;
  }
  while (begin < at && passage[begin].kind == TokenKind::mark) ++begin;
  if (begin < at) {
    std::size_t end = at + 1;
    bool point = false;
    while (end < passage.size() && end - at < 32 && passage.glued(end) &&
           (passage.word(end) || passage.digits(end) || is_one_of(passage.folded(end), ".-"))) {
      point = point || passage.is(end, ".");
      ++end;
    }
    while (!passage.word(end - 1) && !passage.digits(end - 1)) --end;
    if (!point || end <= at + 1) return std::nullopt;
    return literal({begin, end}, AnchorKind::email, std::string(passage.folded(begin, end)));
  }
  if (passage.glued(at) && passage[at - 1].kind != TokenKind::mark) return std::nullopt;
  std::size_t end = at + 1;
  while (end < passage.size() && end - at < 32 && passage.glued(end) &&
         (passage.word(end) || passage.digits(end) || passage.is(end, "_"))) {
    ++end;
  }
  return literal({at, end}, AnchorKind::hashtag, std::string(passage.folded(at, end)));
}

std::optional<Reading> hashtag(const Passage& passage, std::size_t at) {
  std::size_t end = at + 1;
  bool letter = false;
  while (end < passage.size() && end - at < 32 && passage.glued(end) &&
         (passage.word(end) || passage.digits(end) || passage.is(end, "_"))) {
    letter = letter || passage.word(end);
    ++end;
  }
  if (!letter || (passage.glued(at) && passage[at - 1].kind != TokenKind::mark))
    return std::nullopt;
  return literal({at, end}, AnchorKind::hashtag, std::string(passage.folded(at, end)));
}

bool has_capital(std::string_view written) {
  return std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Groups of digits tied by hyphens (a telephone) or points (an address, a version).
std::optional<Reading> digit_groups(const Passage& passage, std::size_t at) {
  const std::string_view mark = passage.folded(at + 1);
  if (mark != "-" && mark != ".") return std::nullopt;
  std::size_t groups = 1;
  std::size_t end = at + 1;
  while (groups < 8 && passage.glued(end, mark) && passage.glued(end + 1) &&
         passage.digits(end + 1)) {
    end += 2;
    ++groups;
  }
  if (groups < 3 || (passage.glued(end) && (passage.word(end) || passage.digits(end))))
    return std::nullopt;
  if (mark == "." && read_figures(passage, at)) return std::nullopt;
  return literal({at, end}, AnchorKind::code, std::string(passage.folded(at, end)));
}

/// Two capitals or more, or one letter: what codes are made of, and no mid-2018 or Sub-20.
bool in_capitals(std::string_view written) {
  const auto count =
      std::count_if(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return count > 1 || (count == 1 && written.size() == 1);
}

/// W3C, SS19, F-16, SARS-CoV-2, 11-S: letters and digits tied together, capitals among them.
std::optional<Reading> code(const Passage& passage, std::size_t at) {
  if (passage.glued(at) &&
      (passage[at - 1].kind != TokenKind::mark || is_one_of(passage.folded(at - 1), "-.,:/@#_$"))) {
    return std::nullopt;
  }
  if (passage.digits(at)) {
    if (auto groups = digit_groups(passage, at)) return groups;
  }
  std::size_t end = at;
  bool digits = false;
  bool letters = false;
  bool capital = false;
  bool tied = false;
  for (; end < passage.size() && end - at < 12; ++end) {
    if (end > at && !passage.glued(end)) break;
    if (passage.digits(end)) {
      digits = true;
      // US-2018, 1990-X
      if (passage.folded(end).size() > 3 &&
          (passage.glued(end + 1, "-") || (end > at && passage.is(end - 1, "-")))) {
        return std::nullopt;
      }
    } else if (passage.word(end)) {
      const bool hyphen = passage.glued(end + 1, "-") && passage.glued(end + 2);
      if ((hyphen || tied) && !in_capitals(passage.written(end))) break;
      letters = true;
      capital = capital || has_capital(passage.written(end));
    } else if (passage.is(end, "-") && end > at && !passage.is(end - 1, "-") &&
               passage.glued(end + 1)) {
      tied = true;
    } else {
      break;
    }
  }
  while (end > at && passage.is(end - 1, "-")) --end;
  if (!digits || !letters || (!capital && passage.digits(at))) return std::nullopt;
  if (passage.glued(end) && (passage.word(end) || passage.digits(end))) return std::nullopt;
  std::string key(passage.folded(at, end));
  std::erase(key, '-');
  return literal({at, end}, AnchorKind::code, std::move(key));
}

}  // namespace

std::optional<Reading> read_literal(const Passage& passage, std::size_t at) {
  if (passage.is(at, "@")) return at_sign(passage, at);
  if (passage.is(at, "#")) return hashtag(passage, at);
  if (!passage.word(at) && !passage.digits(at)) return std::nullopt;
  if (!passage.glued(at + 1)) return std::nullopt;
  if (auto address = url(passage, at)) return address;
  return code(passage, at);
}

}  // namespace cotejo
