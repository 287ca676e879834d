#include "segment/rules.hpp"

#include <algorithm>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest_form = 15;  // of a list's forms; longer words are not looked up

Letter last_letter(std::string_view text, Span word) {
  if (word.empty()) return Letter::none;
  std::size_t at = word.end;
  return letter(previous_code_point(text, at));
}

Letter first_letter(std::string_view text, Span word) {
  if (word.empty()) return Letter::none;
  std::size_t at = word.begin;
  return letter(next_code_point(text, at));
}

/// One letter: an initial, a variable, "p." for page.
bool is_single(std::string_view text, Span word) {
  if (word.empty() || word.size() > 4) return false;
  std::size_t at = word.begin;
  return letter(next_code_point(text, at)) != Letter::digit && at == word.end;
}

/// "U.S", "p.m", "Ph.D": parts of one or two letters between points.
bool is_dotted(std::string_view word) {
  if (word.find('.') == std::string_view::npos || word.size() > longest_form) return false;
  while (!word.empty()) {
    const std::size_t point = word.find('.');
    const std::string_view part = word.substr(0, point);
    std::size_t letters = 0;
    for (std::size_t at = 0; at < part.size(); ++letters) {
      if (letter(next_code_point(part, at)) == Letter::digit) return false;
    }
    if (letters == 0 || letters > 2) return false;
    word.remove_prefix(point == std::string_view::npos ? word.size() : point + 1);
  }
  return true;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool is_web_address(std::string_view word) {
  return word == "http" || word == "https" || word == "www";
}

/// "EE", "UU": a plural, of which two make a name.
bool is_doubled(std::string_view word) {
  return word.size() == 2 && word[0] == word[1] && word[0] >= 'A' && word[0] <= 'Z';
}

/// A few consonants and nothing else: "dpto", "blvd" would be, were no list to know them.
bool looks_abbreviated(std::string_view word) {
  if (word.size() < 2 || word.size() > 4) return false;
  for (const char c : word.substr(1)) {
    if (c < 'a' || c > 'z') return false;
  }
  return word.find_first_of("aeiouyAEIOUY") == std::string_view::npos;
}

/// Whether a starter's entry lets a sentence begin in lower case behind the joint's marks.
bool parts_lower_case(const std::optional<Entry>& entry, const Joint& joint) {
  return entry && (entry->kind == "any" || (entry->kind == "point" && !joint.asks));
}

/// Four letters or more, not counting one by one: no abbreviation that a list wouldn't know.
bool is_long(std::string_view text, Span word) {
  return word.size() >= 4 && !looks_abbreviated(slice(text, word));
}

/// "a. C" for the "C" of it: a short word and the short one before its own point.
Span with_part_before(std::string_view text, Span word) {
  if (word.size() > 2 || word.begin < 3) return word;
  std::size_t at = word.begin;
  const char32_t space = previous_code_point(text, at);
  if ((space != ' ' && space != U'\u00A0') || at == 0 || text[at - 1] != '.') return word;
  const std::size_t begin = at - std::min<std::size_t>(at, 4);
  const Span part = word_before(text, begin, at - 1);
  return part.begin > begin ? Span{part.begin, word.end} : word;
}

/// "12 de julio", "MADRID": what stands before the dash that opens a dispatch.
bool is_dateline(std::string_view sentence) {
  if (sentence.size() > 40) return false;
  bool figures = false;
  bool lower = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const Letter kind = letter(next_code_point(sentence, at));
    figures |= kind == Letter::digit;
    lower |= kind == Letter::lower;
  }
  return figures || !lower;
}

}  // namespace

std::optional<Entry> SentenceRules::abbreviation(std::string_view text, Span word) const {
  if (word.empty() || word.size() > longest_form) return std::nullopt;
  if (const Span both = with_part_before(text, word); both != word) {
    if (const auto entry = lexicon_.find(List::abbreviations, fold(slice(text, both))))
      return entry;
  }
  return lexicon_.find(List::abbreviations, fold(slice(text, word)));
}

std::optional<Entry> SentenceRules::starter(std::string_view text, const Joint& joint) const {
  const Span word = joint.after;
  if (word.empty() || word.size() > longest_form) return std::nullopt;
  // "A. Milne" begins no sentence of its own; nor does "In-N-Out".
  if (word.end < text.size() &&
      (text[word.end] == '-' || (text[word.end] == '.' && is_single(text, word))))
    return std::nullopt;
  const auto entry = lexicon_.find(List::starters, fold(slice(text, word)));
  return entry && entry->kind == "says" ? std::nullopt : entry;
}

bool SentenceRules::says(std::string_view text, const Joint& joint) const {
  if (slice(text, joint.after) != "I" && starter(text, joint)) return false;
  std::size_t at = joint.after.end;
  for (int names = 0; names < 3 && at < text.size() && text[at] == ' '; ++names) {
    const Span word = word_after(text, at + 1);
    if (word.empty() || word.size() > longest_form) return false;
    const auto entry = lexicon_.find(List::starters, fold(slice(text, word)));
    if (entry && entry->kind == "says") return true;
    if (first_letter(text, word) != Letter::upper) return false;
    at = word.end;
  }
  return false;
}

Ruling SentenceRules::judge(std::string_view text, std::size_t begin, bool first,
                            Joint& joint) const {
  if (joint.touching()) return without_space(text, joint);
  if (joint.goes_on) return Ruling::keep;
  // "P. ¿Cuándo…?", "R. A los doce": who asks and who answers, or an item's letter
  if (first && joint.points == 1 && !joint.asks && joint.before.begin == begin &&
      first_letter(text, joint.before) == Letter::upper && is_single(text, joint.before))
    return Ruling::keep;
  const bool apart = joint.marks.begin > begin + 1 && text[joint.marks.begin - 1] == ' ';
  if (apart && joint.points == 3 && joint.marks.size() == 5) return Ruling::keep;  // " . . . "
  if (joint.marks.begin > begin && text[joint.marks.begin - 1] == '[')
    return joint.bracket_opens ? Ruling::keep : Ruling::silent;
  if (joint.dash) {
    if (joint.quoted && !joint.quote_opens && !joint.inverted)
      return Ruling::keep;  // “…” — who said it
    if (joint.first == Letter::lower && !joint.inverted) return Ruling::keep;
    if (is_dateline(text.substr(begin, joint.marks.begin - begin))) return Ruling::keep;
    return joint.first == Letter::none ? Ruling::silent : Ruling::part;
  }
  if (joint.inverted) return before_inverted_mark(text, begin, joint);
  take_note(text, joint);
  if (joint.first == Letter::lower) return before_lower_case(text, joint);
  if (joint.cited && joint.first != Letter::none) return Ruling::part;
  if (joint.first == Letter::digit && !joint.bracket_opens && joint.points > 0 &&
      first_letter(text, joint.before) == Letter::lower && is_long(text, joint.before) &&
      !abbreviation(text, joint.before))
    return Ruling::part;  // ICU holds "…ended. 6 de julio…" together for the lower case behind
  if (joint.asks && joint.bracket_opens && joint.first == Letter::digit)
    return Ruling::keep;  // Who's Afraid of Virginia Woolf? (1966)
  if (joint.points == 1 && !joint.asks && !joint.quoted)
    return after_point(text, begin, first, joint);
  if (joint.asks && joint.quoted && says(text, joint)) return Ruling::keep;
  const std::string_view after = slice(text, joint.after);
  if (joint.points > 1 && joint.before.begin <= begin + 3 &&
      (after == "I" || after.starts_with("I'")))
    return Ruling::keep;  // "Well... I think so": a capital that says nothing
  // ICU leaves "…" to its surroundings
  return joint.points > 1 && joint.first == Letter::upper ? Ruling::part : Ruling::silent;
}

void SentenceRules::take_note(std::string_view text, Joint& joint) const {
  const Span note = joint.after;
  if (joint.first != Letter::digit || note.begin != joint.next || note.size() > 3) return;
  if (note.end + 1 >= text.size() || text[note.end] != ' ') return;
  Joint behind = joint;
  behind.end = note.end;
  reread_next(text, behind);
  if (behind.next != behind.after.begin || behind.first != Letter::upper || !starter(text, behind))
    return;
  behind.cited = true;
  joint = behind;
}

Ruling SentenceRules::without_space(std::string_view text, const Joint& joint) const {
  if (joint.next != joint.after.begin || joint.quoted) return Ruling::keep;
  const bool upper = joint.first == Letter::upper;
  if (joint.cited && upper) return Ruling::part;
  // Names of things hold points and capitals too: "Node.js", "example.com/A.B", "S.A.de".
  const Span before = joint.before;
  const std::string_view word = slice(text, before);
  const bool figures = first_letter(text, before) == Letter::digit;
  const bool alone = before.begin == 0 || (figures && text[before.begin - 1] == ',') ||
                     text[before.begin - 1] == ' ' || text[before.begin - 1] == '\n' ||
                     text[before.begin - 1] == '(';
  const bool goes_on = joint.after.end < text.size() && text[joint.after.end] != ' ' &&
                       text[joint.after.end] != ',' && text[joint.after.end] != '.';
  if (!alone || goes_on || before.size() < 2 || word.find('.') != std::string_view::npos)
    return Ruling::keep;
  const bool ordinary = first_letter(text, before) == Letter::lower && before.size() > 2 &&
                        !abbreviation(text, before);
  if (upper &&
      (starter(text, joint) || (ordinary && last_letter(text, joint.after) == Letter::lower)))
    return Ruling::part;
  const bool careless = joint.asks && ordinary && joint.first == Letter::lower;
  return careless && parts_lower_case(lexicon_.find(List::starters, "*"), joint) ? Ruling::part
                                                                                 : Ruling::keep;
}

Ruling SentenceRules::before_inverted_mark(std::string_view text, std::size_t begin,
                                           const Joint& joint) const {
  if (joint.first != Letter::lower || (joint.points == 1 && !joint.asks)) return Ruling::part;
  // "¿De dónde vienes? ¿y adónde vas?" is one sentence, unless its writer has no use for capitals.
  for (std::size_t at = begin; at < joint.marks.begin;) {
    const Letter kind = letter(next_code_point(text, at));
    if (kind != Letter::none) return kind == Letter::lower ? Ruling::part : Ruling::keep;
    if (at - begin > 8) break;
  }
  return Ruling::keep;
}

Ruling SentenceRules::before_lower_case(std::string_view text, const Joint& joint) const {
  // Careless writers leave the capital out; but "Yahoo! is", "Corp. common", "voc. ed. classes".
  if (joint.quoted || joint.cited || joint.points > 1) return Ruling::keep;
  const std::string_view word = slice(text, joint.before);
  if (abbreviation(text, joint.before) || is_dotted(word) || looks_abbreviated(word))
    return Ruling::keep;
  const Letter kind = first_letter(text, joint.before);
  if (kind == Letter::lower && is_web_address(slice(text, joint.after))) return Ruling::part;
  std::optional<Entry> entry = starter(text, joint);
  if (entry && entry->kind != "capital") {
    if (kind != Letter::none && kind != Letter::digit && (kind != Letter::lower || word.size() < 2))
      return Ruling::keep;
  } else {
    if (kind != Letter::lower || !is_long(text, joint.before) || joint.after.size() < 2)
      return Ruling::keep;
    entry = lexicon_.find(List::starters, "*");
  }
  return parts_lower_case(entry, joint) ? Ruling::part : Ruling::keep;
}

Ruling SentenceRules::after_point(std::string_view text, std::size_t begin, bool first,
                                  const Joint& joint) const {
  const Span before = joint.before;
  if (before.empty()) return Ruling::silent;
  const std::string_view word = slice(text, before);
  if (last_letter(text, before) == Letter::digit) {  // "1. Introduction", "2.1. Methods"
    const bool leads = before.begin == begin;
    return leads && (first || before.size() <= 2 || word.find('.') != std::string_view::npos)
               ? Ruling::keep
               : Ruling::silent;
  }
  if (const auto entry = abbreviation(text, before))
    return after_abbreviation(text, begin, joint, *entry);
  if (is_single(text, before)) {
    if (joint.first == Letter::digit) return Ruling::keep;
    return if_starter(text, begin, joint);
  }
  if (is_doubled(word) && is_doubled(slice(text, joint.after))) return Ruling::keep;
  if (is_dotted(word) || is_doubled(word) || looks_abbreviated(word))
    return if_starter(text, begin, joint);
  if (first && before.begin == begin && is_roman(word)) return Ruling::keep;
  return Ruling::silent;
}

Ruling SentenceRules::after_abbreviation(std::string_view text, std::size_t begin,
                                         const Joint& joint, const Entry& entry) const {
  if (entry.kind == "title" || entry.kind == "inner") return Ruling::keep;
  if (entry.kind == "number" || entry.kind == "month") {
    const std::string_view after = slice(text, joint.after);
    // "no. I": the pronoun
    if (joint.first == Letter::digit || (is_roman(after) && (after != "I" || entry.value.empty())))
      return Ruling::keep;
  }
  if (entry.value == "word") return Ruling::silent;
  return if_starter(text, begin, joint);
}

Ruling SentenceRules::if_starter(std::string_view text, std::size_t begin,
                                 const Joint& joint) const {
  if (starter(text, joint)) {
    // "At 5 a.m. Mr. Hill rose", but "He rose at 5 a.m. Mr. Hill was asleep."
    const auto entry = abbreviation(text, joint.after);
    const bool name = entry && entry->kind == "title";
    return name && joint.marks.begin - begin < 16 ? Ruling::keep : Ruling::part;
  }
  if (joint.quote_opens && !joint.bracket_opens && !is_single(text, joint.before))
    return Ruling::part;
  return Ruling::keep;
}

}  // namespace cotejo
