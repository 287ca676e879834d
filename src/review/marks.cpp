#include <array>
#include <optional>
#include <string>

#include "cotejo/text.hpp"
#include "review/check.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

/// What can be said of a passage without its counterpart. Finds each thing on either side, so that
/// what the source has already isn't the translator's doing.
class Passage {
 public:
  Passage(const Wording& wording, Span span) : text_(wording.side().document.text), span_(span) {}

  /// Opening marks that none closes, and closing ones that none opened.
  std::optional<Span> unpaired(char32_t open, char32_t close) const {
    std::vector<Span> opened;
    std::optional<Span> first;
    each([&](char32_t c, Span at) {
      if (c == open) {
        opened.push_back(at);
      } else if (c == close) {
        if (!opened.empty()) {
          opened.pop_back();
        } else if (!first) {
          first = at;
        }
      }
    });
    if (!first && !opened.empty()) first = opened.front();
    return first;
  }

  /// Letters of Latin-1 where two of them are one of UTF-8 read wrongly, and U+FFFD.
  std::optional<Span> broken_letter() const {
    std::optional<Span> found;
    char32_t before = 0;
    Span last;
    each([&](char32_t c, Span at) {
      const bool pair = (before == U'\u00C3' || before == U'\u00C2') &&
                        ((c >= 0x80 && c <= 0xBF) || c == U'\u0192' || c == U'\u2030');
      const bool quote = before == U'\u00E2' && c == U'\u20AC';
      if (!found && c == U'\uFFFD') found = at;
      if (!found && (pair || quote)) found = Span{last.begin, at.end};
      before = c;
      last = at;
    });
    return found;
  }

  /// Two spaces, or a space before a mark that closes or behind one that opens.
  std::optional<Span> spacing() const {
    std::optional<Span> found;
    char32_t before = 0;
    Span last;
    each([&](char32_t c, Span at) {
      const bool closes = c == U',' || c == U')' || c == U']';
      const bool opens = before == U'\u00BF' || before == U'\u00A1' || before == U'(';
      if (!found && ((before == U' ' && (c == U' ' || closes)) || (opens && c == U' ')))
        found = Span{last.begin, at.end};
      before = c;
      last = at;
    });
    return found;
  }

  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t at = span_.begin; at < span_.end;) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      visit(c, Span{begin, at});
    }
  }

 private:
  std::string_view text_;
  Span span_;
};

/// A word written twice in a row. What may stand twice ("that that", "no, no") stands apart.
std::optional<std::size_t> doubled(const Wording& wording, std::span<const ReviewWord> words) {
  const std::string_view text = wording.side().document.text;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].folded != words[i - 1].folded || words[i].numeric || words[i].folded.size() < 2)
      continue;
    if (words[i].written != Case::lower) continue;  // names: Duran Duran
    if (slice(text, {words[i - 1].span.end, words[i].span.begin}) != " ") continue;
    if (words[i].folded == "that" || words[i].folded == "had" || words[i].folded == "muy" ||
        words[i].folded == "very")
      continue;
    return i;
  }
  return std::nullopt;
}

Finding finding(FindingKind kind, Span target, double confidence, Message message) {
  Finding out;
  out.kind = kind;
  out.severity = Severity::minor;
  out.target = target;
  out.confidence = confidence;
  out.message = std::move(message);
  return out;
}

}  // namespace

void find_marks(const Pairing& pairing, Span source_span, Span target_span,
                std::vector<Finding>& out) {
  const Passage source(*pairing.from, source_span);
  const Passage target(*pairing.to, target_span);
  const std::string_view text = pairing.to->side().document.text;
  if (const auto at = doubled(*pairing.to, pairing.target);
      at && !doubled(*pairing.from, pairing.source)) {
    const Span span{pairing.target[*at - 1].span.begin, pairing.target[*at].span.end};
    out.push_back(finding(FindingKind::doubled_word, span, 0.8,
                          Message{"written twice: {1}", {std::string(slice(text, span))}}));
  }
  constexpr std::array<std::pair<char32_t, char32_t>, 5> pairs{
      {{U'(', U')'}, {U'[', U']'}, {U'\u00AB', U'\u00BB'}, {U'\u00BF', U'?'}, {U'\u00A1', U'!'}}};
  for (const auto& [open, close] : pairs) {
    if ((open == U'\u00BF' || open == U'\u00A1') &&
        !pairing.to->side().document.language.starts_with("es"))
      continue;
    const auto at = target.unpaired(open, close);
    if (!at || source.unpaired(open, close).has_value()) {
      // A question of English has no opening mark to be missed
      if (!at || (open != U'\u00BF' && open != U'\u00A1')) continue;
    }
    out.push_back(finding(FindingKind::punctuation, *at, 0.7,
                          Message{"{1} without its other half", {std::string(slice(text, *at))}}));
  }
  if (const auto at = target.broken_letter(); at && !source.broken_letter())
    out.push_back(finding(FindingKind::encoding, *at, 0.9, Message{"letters are broken here", {}}));
  if (const auto at = target.spacing(); at && !source.spacing())
    out.push_back(finding(FindingKind::whitespace, *at, 0.8, Message{"a space too many", {}}));
}

}  // namespace cotejo
