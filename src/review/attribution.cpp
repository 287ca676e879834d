#include <algorithm>
#include <optional>
#include <string>

#include "review/check.hpp"

namespace cotejo {
namespace {

enum class Speaker { unknown, named, writer };

/// Who speaks by a word such as "said": a name beside it, or the writer.
struct Speech {
  std::size_t verb = 0;
  Speaker speaker = Speaker::unknown;
  Range name;
};

class Reader {
 public:
  Reader(const Side& side, std::span<const ReviewWord> words, const Lexicon& lexicon)
      : text_(side.document.text), words_(words), lexicon_(lexicon) {}

  std::vector<Speech> speeches() const {
    std::vector<Speech> out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].quoted) continue;
      std::string_view kind = cue(i);
      std::size_t last = i;
      if (kind.empty() && i + 1 < words_.size()) {  // "according to"
        const auto entry = lexicon_.find(List::cues, words_[i].folded + ' ' + words_[i + 1].folded);
        if (entry) {
          kind = entry->kind;
          last = i + 1;
        }
      }
      if (!kind.starts_with("says")) continue;
      Speech speech{i, Speaker::unknown, {}};
      if (kind == "says-1" || (i > 0 && cue(i - 1) == "me" && beside(i - 1, i))) {
        speech.speaker = Speaker::writer;
      } else if (const auto name = named(i, last)) {
        speech.speaker = Speaker::named;
        speech.name = *name;
      }
      out.push_back(speech);
      i = last;
    }
    return out;
  }

 private:
  std::string_view cue(std::size_t i) const {
    const auto entry = lexicon_.find(List::cues, words_[i].folded);
    return entry ? entry->kind : std::string_view{};
  }

  /// Whether nothing but a space or the point of "Mr." stands between two words.
  bool beside(std::size_t i, std::size_t next) const {
    const std::string_view between = slice(text_, {words_[i].span.end, words_[next].span.begin});
    return between == " " || (between == ". " && words_[i].folded.size() <= 3);
  }

  bool is_name(std::size_t i) const {
    return words_[i].kind == WordClass::name && !words_[i].quoted && cue(i) != "beside";
  }

  std::optional<Range> named(std::size_t first, std::size_t last) const {
    // Before it: "Jones said". Of "a farmer from Manitoba said" who spoke isn't told by the name.
    if (first > 0 && beside(first - 1, first)) {
      std::size_t begin = first;
      while (begin > 0 && is_name(begin - 1) && beside(begin - 1, begin)) --begin;
      const bool whole = begin == 0 || !beside(begin - 1, begin) || cue(begin - 1) == "beside";
      return begin < first && whole ? std::optional(Range{begin, first}) : std::nullopt;
    }
    // Behind it: "said Senator Jones", "dijo Jones"
    constexpr std::size_t reach = 3;
    std::size_t i = last;
    for (std::size_t step = 0; step <= reach && i + 1 < words_.size() && beside(i, i + 1); ++step) {
      ++i;
      if (is_name(i)) {
        std::size_t end = i + 1;
        while (end < words_.size() && is_name(end) && beside(end - 1, end)) ++end;
        return Range{i, end};
      }
      if (cue(i) != "beside") break;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::span<const ReviewWord> words_;
  const Lexicon& lexicon_;
};

/// Whether some word of the one name is met by the other, or looks like it.
bool same(const Pairing& pairing, Range s, Range t) {
  for (std::size_t i = s.begin; i < s.end; ++i) {
    const Meet& meet = pairing.source_met[i];
    if (meet.met != Met::no && t.begin <= meet.with && meet.with < t.end) return true;
    for (std::size_t k = t.begin; k < t.end; ++k) {
      const Meet& back = pairing.target_met[k];
      if (back.met != Met::no && back.with == i) return true;
      if (resembles(pairing.source[i], pairing.target[k])) return true;
    }
  }
  return false;
}

/// Whether all words of a name are met, by names.
bool elsewhere(std::span<const ReviewWord> others, const std::vector<Meet>& met, Range name) {
  for (std::size_t i = name.begin; i < name.end; ++i) {
    if (met[i].met < Met::far || others[met[i].with].kind != WordClass::name) return false;
  }
  return true;
}

}  // namespace

void find_attribution(const Pairing& pairing, const Knowing& known, std::vector<Finding>& out) {
  const Side& from = pairing.from->side();
  const Side& to = pairing.to->side();
  const auto source = Reader(from, pairing.source, known.source).speeches();
  const auto target = Reader(to, pairing.target, known.target).speeches();
  if (source.size() != target.size()) return;
  for (std::size_t k = 0; k < source.size(); ++k) {
    const Speech& s = source[k];
    const Speech& t = target[k];
    const bool writer = (s.speaker == Speaker::writer) != (t.speaker == Speaker::writer);
    const bool other = s.speaker == Speaker::named && t.speaker == Speaker::named &&
                       !same(pairing, s.name, t.name) &&
                       (elsewhere(pairing.target, pairing.source_met, s.name) ||
                        elsewhere(pairing.source, pairing.target_met, t.name));
    if (!other && !(writer && (s.speaker == Speaker::named || t.speaker == Speaker::named)))
      continue;
    const auto said = [](std::span<const ReviewWord> words, const Speech& speech) {
      Range range{speech.verb, speech.verb + 1};
      if (speech.speaker == Speaker::writer && speech.verb > 0) range.begin = speech.verb - 1;
      if (!speech.name.empty())
        range = {std::min(range.begin, speech.name.begin), std::max(range.end, speech.name.end)};
      return span_of(words, range);
    };
    Finding& finding = out.emplace_back();
    finding.kind = FindingKind::quotation;
    finding.severity = Severity::major;
    finding.confidence = other ? 0.8 : 0.6;
    finding.source = said(pairing.source, s);
    finding.target = said(pairing.target, t);
    finding.message = Message{"another speaker: {1} in the source, {2} in the translation",
                              {std::string(slice(from.document.text, finding.source)),
                               std::string(slice(to.document.text, finding.target))}};
  }
}

}  // namespace cotejo
