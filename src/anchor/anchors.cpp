#include <algorithm>
#include <array>
#include <unordered_set>

#include "anchor/reading.hpp"
#include "text/skeleton.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::string_view, 19> names{
    "number",       "date",    "time",  "money",   "measure", "person", "place",
    "organisation", "demonym", "title", "event",   "work",    "term",   "quotation",
    "url",          "email",   "code",  "hashtag", "cognate"};

AnchorKind anchor_kind(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return AnchorKind::person;
    case NameKind::place:
      return AnchorKind::place;
    case NameKind::organisation:
      return AnchorKind::organisation;
    case NameKind::demonym:
      return AnchorKind::demonym;
    case NameKind::title:
      return AnchorKind::title;
    case NameKind::event:
      return AnchorKind::event;
    case NameKind::work:
      return AnchorKind::work;
    case NameKind::term:
      return AnchorKind::term;
  }
  return AnchorKind::term;
}

/// Whether the word does something only behind a number or inside a date.
bool only_follows(std::string_view role) {
  for (const std::string_view behind : {"join", "suffix", "percent", "short", "letter", "part",
                                        "of", "era", "month-lead", "own", "age", "between"}) {
    if (role == behind) return true;
  }
  return false;
}

/// Whether a reader of values can begin at the token: all but a few words can be passed over.
bool may_begin_value(const Passage& passage, std::size_t i) {
  if (passage.digits(i)) return true;
  const std::string_view number = passage.role(List::numbers, i);
  if (!passage.word(i)) {
    const std::string_view mark = passage.folded(i);
    return ((mark == "-" || mark == "'" || mark == ".") && passage.glued(i + 1)) ||
           !number.empty() || passage.role(List::units, i) == "sign";
  }
  if (number == "article" || number == "one") {  // a hundred, un tercio, una hora y media
    return passage.is(i + 1, "-") || passage.find_longest(List::numbers, i + 1) ||
           passage.find(List::units, i + 1) || passage.find(List::calendar, i + 1);
  }
  if (!number.empty()) return !only_follows(number);
  const std::string_view day = passage.role(List::calendar, i);
  if (!day.empty() && !only_follows(day)) return true;
  if (passage.glued(i + 1, "$") || passage.role(List::units, i) == "sign") return true;
  return passage[i].written != Case::lower && roman_number(passage.written(i));
}

/// Whether an address or a code can begin at the token: something tied to it follows.
bool may_begin_literal(const Passage& passage, std::size_t i) {
  if (!passage.glued(i + 1)) return false;
  if (passage.word(i + 1) || passage.digits(i + 1)) return true;
  return passage.glued(i + 2) && !passage.is(i + 1, "'") && !passage.is(i + 1, ",");
}

/// The token at which a span that begins with one begins.
std::size_t token_at(const Passage& passage, std::size_t offset) {
  std::size_t low = 0;
  std::size_t high = passage.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (passage[middle].span.begin < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<Reading> all_readings(const Passage& passage) {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const auto add = [&](std::optional<Reading> reading) {
      if (reading) readings.push_back(std::move(*reading));
    };
    if (may_begin_literal(passage, i)) add(read_literal(passage, i));
    if (!may_begin_value(passage, i)) continue;
    for (const auto reader : {read_number, read_date, read_time, read_money, read_measure}) {
      add(reader(passage, i));
    }
  }
  const std::vector<Word>& words = passage.words();
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (const NameMatch& match : passage.lexicon().names_at(passage.text(), words, first)) {
      const std::size_t begin = token_at(passage, words[match.words.begin].span.begin);
      const std::size_t end = token_at(passage, words[match.words.end - 1].span.end);
      if (begin < end)
        readings.push_back(
            {{begin, end}, anchor_kind(match.kind), {std::string(match.key)}, {}, {}});
    }
  }
  return readings;
}

/// Of readings that overlap the longest stays; of equal length the kind that stands first.
std::vector<Reading> longest(const Passage& passage, std::vector<Reading> readings) {
  const auto length = [&](const Reading& reading) {
    return passage.span(reading.tokens.begin, reading.tokens.end).size();
  };
  std::stable_sort(readings.begin(), readings.end(), [&](const Reading& a, const Reading& b) {
    const std::size_t a_length = length(a);
    const std::size_t b_length = length(b);
    return a_length != b_length ? a_length > b_length : a.kind < b.kind;
  });
  // What stays is no shorter than what comes after it, so that overlap shows at the ends.
  std::vector<bool> taken(passage.size());
  std::vector<Reading> kept;
  for (Reading& reading : readings) {
    const auto [begin, end] = reading.tokens;
    bool free = true;
    for (std::size_t i = begin; i < end && free; ++i) free = !taken[i];
    if (!free) continue;
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(begin),
              taken.begin() + static_cast<std::ptrdiff_t>(end), true);
    kept.push_back(std::move(reading));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Reading& a, const Reading& b) { return a.tokens.begin < b.tokens.begin; });
  return kept;
}

/// Finds the capitalised words that are names though no table holds them: those that stand inside
/// a sentence, and are never written in lower case. What a document writes further on decides, so
/// the words are gathered first.
class Cognates {
 public:
  void gather(const Passage& passage, const std::vector<Reading>& taken) {
    const Style style = style_of(passage);
    std::size_t next = 0;
    for (std::size_t i = 0; i < passage.size(); ++i) {
      while (next < taken.size() && taken[next].tokens.end <= i) ++next;
      if (!passage.word(i)) continue;
      const Token& token = passage[i];
      if (token.written == Case::lower) {
        lower_.emplace(passage.folded(i));
        continue;
      }
      if (style == Style::capitals || (next < taken.size() && taken[next].tokens.begin <= i))
        continue;
      if (passage.glued(i + 1, "'") && passage.glued(i + 2, "t")) continue;  // Don't
      if (passage.folded(i).size() < 3 && token.written != Case::upper) continue;
      const bool inside = style == Style::sentence && !passage.begins_sentence(i);
      std::string form(passage.folded(i));
      if (inside) inside_.insert(form);
      found_.push_back({token.span, std::move(form), token.written == Case::upper});
    }
  }

  void add_to(std::vector<Anchor>& anchors) const {
    for (const Candidate& word : found_) {
      if (lower_.contains(word.form) || (!word.capitals && !inside_.contains(word.form))) continue;
      // A skeleton of two letters is too much alike: the whole word then
      std::string bones = word.capitals ? word.form : skeleton(word.form);
      if (bones.size() < 3) bones = word.form;
      anchors.push_back({word.span, AnchorKind::cognate, {"k:" + bones}});
    }
  }

 private:
  enum class Style { sentence, title, capitals };
  struct Candidate {
    Span span;
    std::string form;
    bool capitals = false;
  };

  /// Titles In English Write Every Word So, and some all in capitals.
  static Style style_of(const Passage& passage) {
    std::size_t lower = 0;
    std::size_t capital = 0;
    std::size_t upper = 0;
    for (std::size_t i = 0; i < passage.size(); ++i) {
      if (!passage.word(i) || passage.folded(i).size() < 4) continue;
      lower += passage[i].written == Case::lower;
      capital += passage[i].written == Case::capitalised;
      upper += passage[i].written == Case::upper;
    }
    const std::size_t all = lower + capital + upper;
    if (all >= 3 && upper * 2 > all) return Style::capitals;
    if (all >= 3 && (capital + upper) * 10 > all * 6) return Style::title;
    return Style::sentence;
  }

  std::vector<Candidate> found_;
  std::unordered_set<std::string> inside_;
  std::unordered_set<std::string> lower_;
};

}  // namespace

std::string_view name(AnchorKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::vector<Anchor> find_anchors(const Document& document, const Lexicon& lexicon) {
  const DecimalMark decimal = decimal_mark(document, lexicon);
  std::vector<Anchor> anchors;
  Cognates cognates;
  for (const Block& block : document.blocks) {
    const Passage passage(document.text, block.span, lexicon, decimal);
    std::vector<Reading> readings = longest(passage, all_readings(passage));
    share_units(passage, readings);
    cognates.gather(passage, readings);
    for (std::vector<Reading> found : {std::move(readings), read_quotations(passage)}) {
      for (Reading& reading : found) {
        anchors.push_back({passage.span(reading.tokens.begin, reading.tokens.end), reading.kind,
                           std::move(reading.keys)});
      }
    }
  }
  cognates.add_to(anchors);
  std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return anchors;
}

}  // namespace cotejo
