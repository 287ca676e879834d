#include "lexicon/name_table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "tables/rows.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::string_view, 8> kind_names{"person", "place", "organisation", "demonym",
                                                     "title",  "event", "work",         "term"};
constexpr std::size_t longest_gap = 12;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

/// FNV-1a of a word's folded form.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  const auto take = [&hash](char byte) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  };
  if (is_ascii(word)) {
    for (const char byte : word) take(lower(byte));
  } else {
    for (const char byte : fold(word)) take(byte);
  }
  return hash;
}

/// The size of `word`'s folded form if `folded` begins with it, else 0.
std::size_t met_at_begin(std::string_view folded, std::string_view word) {
  if (!is_ascii(word)) {
    const std::string key = fold(word);
    return folded.starts_with(key) ? key.size() : 0;
  }
  if (folded.size() < word.size()) return 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (folded[i] != lower(word[i])) return 0;
  }
  return word.size();
}

bool single_letter(std::string_view word) {
  std::size_t at = 0;
  next_code_point(word, at);
  return at == word.size();
}

/// Whether a word may be part of text in capitals: "USA", the U of "U.S.", the 19 of "COVID-19".
bool in_capitals(const Word& word, std::string_view text) {
  return word.written == Case::upper || word.numeric ||
         (word.written == Case::capitalised && single_letter(slice(text, word.span)));
}

/// Whether a name with `wanted` between two words is met where a text has `found` behind the word
/// `before`.
bool joins(char wanted, char found, bool initials, std::size_t before) {
  if (found == wanted) return true;
  switch (wanted) {
    case ' ':  // "South-Korean"; a point only behind an abbreviation: "St. Petersburg"
      return found == '-' || (found == '.' && before <= 2);
    case '-':
    case ',':
      return found == ' ';
    case '.':
      return found == ' ' && !initials;
    default:
      return false;
  }
}

/// Whether the word at `at` and the next are letters of one abbreviation: the S and A of "U.S.A."
bool one_abbreviation(std::string_view text, std::span<const Word> words, std::size_t at) {
  return at + 1 < words.size() && words[at].span.end + 1 == words[at + 1].span.begin &&
         text[words[at].span.end] == '.' && single_letter(slice(text, words[at].span)) &&
         single_letter(slice(text, words[at + 1].span));
}

/// Whether the word at `at` may have its capital from opening a sentence, a quotation or a line.
bool opens_sentence(std::string_view text, std::span<const Word> words, std::size_t at) {
  if (at == 0) return true;
  const std::size_t end = words[at - 1].span.end;
  const std::string_view gap = text.substr(end, words[at].span.begin - end);
  return gap.find_first_not_of(" ,)-") != std::string_view::npos;
}

/// Whether the words around one are in capitals, so that its own capitals say nothing: "THEY TOLD
/// US TO GO".
bool in_headline(std::span<const Word> words, std::size_t at) {
  constexpr std::size_t around = 2;
  std::size_t upper = 0;
  const std::size_t end = std::min(words.size(), at + around + 1);
  for (std::size_t i = at < around ? 0 : at - around; i < end; ++i) {
    if (i == at || words[i].numeric) continue;
    if (words[i].written != Case::upper) return false;
    ++upper;
  }
  return upper >= 2;
}

}  // namespace

std::optional<NameKind> name_kind(std::string_view word) {
  const auto found = std::find(kind_names.begin(), kind_names.end(), word);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<NameKind>(found - kind_names.begin());
}

std::string_view name(NameKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<std::size_t> language_column(std::span<const std::string_view> header,
                                           std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (std::size_t column = 2; column < header.size(); ++column) {
    if (header[column] == primary) return column;
  }
  return std::nullopt;
}

char joint(std::string_view gap) {
  if (gap == " ") return ' ';
  if (gap.size() > longest_gap) return 0;
  char mark = ' ';
  std::size_t marks = 0;
  std::size_t spaces = 0;
  std::size_t lines = 0;
  for (const char byte : fold(gap)) {
    if (byte == ' ' || byte == '\t') {
      ++spaces;
    } else if (byte == '\n') {
      ++spaces;
      ++lines;
    } else if (std::string_view(".-',&/").find(byte) != std::string_view::npos) {
      mark = byte;
      ++marks;
    } else {
      return 0;
    }
  }
  if (marks > 1 || lines > 1 || (mark == '-' && spaces > 0)) return 0;
  return mark;
}

NameTable::NameTable(std::string_view language, std::span<const std::string_view> tables,
                     std::string_view generated) {
  for (const std::string_view table : tables) read(table, language, false);
  read(generated, language, true);
  sort();
}

void NameTable::read(std::string_view table, std::string_view language, bool generated) {
  std::optional<std::size_t> column;
  bool header = true;
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (std::exchange(header, false)) {
      column = language_column(cells, language);
      return;
    }
    if (!column || cells.size() <= *column) return;
    const std::optional<NameKind> kind = name_kind(cells[1]);
    if (!kind) return;
    const std::string_view cell = cells[*column];
    Form form;
    form.key = static_cast<std::uint32_t>(keys_.size());
    form.kind = *kind;
    form.generated = generated;
    keys_.push_back(cells[0]);
    const std::vector<Word> found = words(cell);
    for (std::size_t begin = 0, end = 1; begin < found.size(); begin = end++) {
      while (end < found.size() &&
             cell.substr(found[end - 1].span.end, found[end].span.begin - found[end - 1].span.end)
                     .find('|') == std::string_view::npos) {
        ++end;
      }
      add(cell, std::span(found).subspan(begin, end - begin), form);
    }
  });
}

void NameTable::add(std::string_view cell, std::span<const Word> words, Form form) {
  const std::size_t begin = words_.size();
  std::size_t letters = 0;
  form.upper = form.initials = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = slice(cell, words[i].span);
    if (i > 0) {
      const std::size_t end = words[i - 1].span.end;
      const char mark = joint(cell.substr(end, words[i].span.begin - end));
      if (!mark) {
        words_.resize(begin);
        return;
      }
      words_ += mark;
    }
    words_ += fold(word);
    form.plain = form.plain && is_ascii(word);
    form.upper = form.upper && in_capitals(words[i], cell);
    form.initials = form.initials && single_letter(word);
    if (words[i].numeric) continue;
    if (letters == 0) form.written = words[i].written;
    if (i > 0 && form.capital == 0 && words[0].written == Case::capitalised &&
        words[i].written != Case::lower) {
      form.capital = static_cast<std::uint16_t>(std::min<std::size_t>(i, 0xFFFF));
    }
    letters += single_letter(word) ? 1 : 2;
  }
  form.upper = form.upper && letters >= 2;
  form.initials = form.initials && words.size() > 1;
  form.point = words.size() == 1 && cell.substr(words[0].span.end).starts_with('.');
  form.first = hash_of(slice(cell, words[0].span));
  form.words = static_cast<std::uint32_t>(begin);
  form.size = static_cast<std::uint16_t>(std::min<std::size_t>(words_.size() - begin, 0xFFFF));
  form.count = static_cast<std::uint16_t>(std::min<std::size_t>(words.size(), 0xFFFF));
  forms_.push_back(form);
}

void NameTable::sort() {
  unsigned bits = 0;
  while ((std::size_t{1} << bits) < forms_.size()) ++bits;
  shift_ = 32 - bits;
  const auto bucket = [this](const Form& form) { return std::uint64_t{form.first} >> shift_; };
  begins_.assign((std::size_t{1} << bits) + 1, 0);
  for (const Form& form : forms_) ++begins_[bucket(form) + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];

  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  std::vector<Form> sorted(forms_.size());
  for (const Form& form : forms_) sorted[next[bucket(form)]++] = form;

  // Inside a bucket the longest comes first, and of the same words the written before the
  // generated, which gives way to it.
  std::size_t kept = 0;
  for (std::size_t i = 0; i + 1 < begins_.size(); ++i) {
    const auto begin = sorted.begin() + begins_[i];
    const auto end = sorted.begin() + begins_[i + 1];
    std::stable_sort(begin, end, [this](const Form& a, const Form& b) {
      if (a.count != b.count) return a.count > b.count;
      if (const int order = words_of(a).compare(words_of(b))) return order < 0;
      return std::tie(a.generated, a.kind) < std::tie(b.generated, b.kind);
    });
    begins_[i] = static_cast<std::uint32_t>(kept);
    for (auto form = begin; form != end; ++form) {
      const bool known = kept > begins_[i] && words_of(forms_[kept - 1]) == words_of(*form);
      if (known && form->generated && !forms_[kept - 1].generated) continue;
      forms_[kept++] = *form;
    }
  }
  begins_.back() = static_cast<std::uint32_t>(kept);
  forms_.resize(kept);
}

bool NameTable::meets(const Form& form, std::string_view text, std::span<const Word> words,
                      std::size_t first) const {
  if (form.count > words.size() - first) return false;
  std::string_view rest = words_of(form);
  bool lettered = false;
  bool plain = true;
  for (std::size_t i = first; i < first + form.count; ++i) {
    const std::string_view word = slice(text, words[i].span);
    if (i > first) {
      const Span before = words[i - 1].span;
      const char found = joint(text.substr(before.end, words[i].span.begin - before.end));
      if (rest.empty() || !joins(rest[0], found, form.initials, before.size())) return false;
      rest.remove_prefix(1);
    }
    const std::size_t size = met_at_begin(rest, word);
    if (size == 0) return false;
    rest.remove_prefix(size);
    if (form.upper && !in_capitals(words[i], text)) return false;
    plain = plain && is_ascii(word);
    if (lettered || words[i].numeric) continue;
    lettered = true;
    if (form.written != Case::lower && words[i].written == Case::lower) return false;
    if (form.written == Case::upper && words[i].written != Case::upper) return false;
  }
  const std::size_t last = first + form.count - 1;
  if (!rest.empty()) return false;
  if (form.point && !text.substr(words[last].span.end).starts_with('.')) return false;
  if (form.written == Case::lower && form.plain != plain && words[last].written != Case::upper) {
    return false;  // the pope isn't papá, nor fines finés
  }
  if (form.capital > 0 && words[first + form.capital].written == Case::lower &&
      opens_sentence(text, words, first)) {
    return false;  // "La liga" that opens a sentence isn't La Liga
  }
  if (form.initials) {
    return !(first > 0 && one_abbreviation(text, words, first - 1)) &&
           !one_abbreviation(text, words, last);
  }
  return !(form.upper && form.count == 1 && in_headline(words, first));
}

std::vector<NameMatch> NameTable::names_at(std::string_view text, std::span<const Word> words,
                                           std::size_t first) const {
  std::vector<NameMatch> matches;
  if (forms_.empty() || first >= words.size()) return matches;
  const std::uint32_t hash = hash_of(slice(text, words[first].span));
  const std::size_t bucket = std::uint64_t{hash} >> shift_;
  for (std::size_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
    const Form& form = forms_[i];
    if (form.first != hash || !meets(form, text, words, first)) continue;
    const Range range{first, first + form.count};
    const std::string_view key = keys_[form.key];
    const bool known = std::any_of(matches.begin(), matches.end(), [&](const NameMatch& match) {
      return match.words == range && match.kind == form.kind && match.key == key;
    });
    if (!known) matches.push_back({range, form.kind, key});
  }
  std::stable_sort(matches.begin(), matches.end(), [](const NameMatch& a, const NameMatch& b) {
    return a.words.size() != b.words.size() ? a.words.size() > b.words.size() : a.kind < b.kind;
  });
  return matches;
}

std::vector<NameMatch> NameTable::names_of(std::string_view form) const {
  const std::vector<Word> found = words(form);
  std::vector<NameMatch> matches = names_at(form, found, 0);
  std::erase_if(matches,
                [&](const NameMatch& match) { return match.words.size() != found.size(); });
  return matches;
}

}  // namespace cotejo
