#include "anchor/passage.hpp"

#include <algorithm>

#include "text/blank.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// How a part of a word is written. Only the parts beside digits need it; they are nearly always
/// ASCII.
Case case_of(std::string_view part) {
  const auto upper =
      std::count_if(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (upper > 1 && static_cast<std::size_t>(upper) == part.size()) return Case::upper;
  return part.front() >= 'A' && part.front() <= 'Z' ? Case::capitalised : Case::lower;
}

}  // namespace

Passage::Passage(std::string_view text, Span span, const Lexicon& lexicon, DecimalMark decimal)
    : text_(text),
      lexicon_(&lexicon),
      decimal_(decimal),
      words_(cotejo::words(slice(text, span), span.begin)) {
  folded_.reserve(span.size() + span.size() / 8);
  tokens_.reserve(words_.size() + words_.size() / 4);
  bool spaced = true;
  const auto add = [&](Span at, TokenKind kind, Case written) {
    const std::string form = fold(slice(text, at));
    if (form.empty()) return;  // a soft hyphen and its like
    if (spaced && !tokens_.empty()) folded_ += ' ';
    const std::size_t begin = folded_.size();
    folded_ += form;
    tokens_.push_back({at, {begin, folded_.size()}, kind, written, spaced});
    spaced = false;
  };
  std::size_t at = span.begin;
  const auto add_marks = [&](std::size_t end) {
    while (at < end) {
      const std::size_t here = at;
      if (is_blank(next_code_point(text, at))) {
        spaced = true;
      } else {
        add({here, at}, TokenKind::mark, Case::lower);
      }
    }
  };
  for (const Word& word : words_) {
    add_marks(word.span.begin);
    bool whole = true;
    while (at < word.span.end) {
      std::size_t end = at + 1;
      const bool digits = is_digit(text[at]);
      while (end < word.span.end && is_digit(text[end]) == digits) ++end;
      whole = whole && end == word.span.end;
      const Span part{at, end};
      if (digits) {
        add(part, TokenKind::digits, Case::lower);
      } else {
        add(part, TokenKind::word, whole ? word.written : case_of(slice(text, part)));
      }
      whole = false;
      at = end;
    }
  }
  add_marks(span.end);
}

std::string_view Passage::folded(std::size_t begin, std::size_t end) const {
  const std::size_t from = tokens_[begin].folded.begin;
  return std::string_view(folded_).substr(from, tokens_[end - 1].folded.end - from);
}

std::optional<Entry> Passage::find(List list, std::size_t i) const {
  if (i >= size() || tokens_[i].kind == TokenKind::digits) return std::nullopt;
  return lexicon_->find(list, folded(i));
}

std::string_view Passage::role(List list, std::size_t i) const {
  const auto entry = find(list, i);
  return entry ? entry->kind : std::string_view{};
}

std::optional<Passage::Found> Passage::find_longest(List list, std::size_t i) const {
  for (std::size_t end = std::min(i + 6, size()); end > i; --end) {
    if (const auto entry = lexicon_->find(list, folded(i, end))) {
      if (glued(end) && digits(end) && word(end - 1)) continue;  // "m" of "m3"
      return Found{end, *entry};
    }
  }
  return std::nullopt;
}

bool Passage::begins_sentence(std::size_t i) const {
  constexpr std::string_view openers = "\"'([-¿¡*#•";
  while (i > 0) {
    const std::string_view before = folded(--i);
    if (before == "." || before == "?" || before == "!" || before == "…" || before == ":") {
      return tokens_[i + 1].spaced || before != ".";
    }
    if (tokens_[i].kind != TokenKind::mark || openers.find(before) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace cotejo
