#include <algorithm>
#include <string>
#include <utility>

#include "cotejo/memory.hpp"
#include "memory/body.hpp"
#include "memory/candidates.hpp"
#include "memory/language.hpp"
#include "memory/terms.hpp"

namespace cotejo {
namespace {

std::vector<TextToken> without_marks(std::string_view text) {
  std::vector<TextToken> found = tokens(text);
  std::erase_if(found, [](const TextToken& token) { return token.kind == TextTokenKind::mark; });
  return found;
}

/// Where the phrase stands in a text.
std::vector<Span> places(std::string_view text, const std::vector<TextToken>& phrase) {
  const std::vector<TextToken> found = without_marks(text);
  std::vector<Span> spans;
  auto begin = found.begin();
  const auto same = [](const TextToken& a, const TextToken& b) { return a.key == b.key; };
  while (true) {
    begin = std::search(begin, found.end(), phrase.begin(), phrase.end(), same);
    if (begin == found.end()) return spans;
    const auto end = begin + static_cast<std::ptrdiff_t>(phrase.size());
    spans.push_back({begin->span.begin, (end - 1)->span.end});
    begin = end;
  }
}

}  // namespace

std::vector<Hit> Memory::concordance(std::string_view phrase,
                                     const ConcordanceOptions& options) const {
  StoreReading reading(*body_);
  const std::vector<TextToken> wanted = without_marks(phrase);
  if (wanted.empty()) return {};
  const std::string asked(primary_language(canonical_language(options.language)));
  std::vector<std::uint64_t> found;
  for (const std::string& language : body_->languages()) {
    if (!asked.empty() && language != asked) continue;
    const std::vector<std::uint64_t> some = in_all(body_->store(), body_->weights(), body_->tally(),
                                                   TermLists(language).phrase(wanted));
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), some.begin(), some.end());
    std::inplace_merge(found.begin(), found.begin() + middle, found.end(), std::greater<>());
  }
  std::vector<Hit> hits;
  auto place = found.begin();
  const auto next = [&]() -> std::optional<RowText> {
    if (place == found.end() || hits.size() >= options.limit) return std::nullopt;
    const std::uint64_t at = *place++;
    return RowText{unit_at(at), is_target(at)};
  };
  body_->store().texts(next, [&](RowText it, std::string_view text) {
    if (hits.size() >= options.limit) return;
    std::vector<Span> spans = places(text, wanted);
    if (spans.empty()) return;
    const std::optional<Row> row = body_->store().row(it.id);
    if (row) hits.push_back({body_->unit(*row), it.target, std::move(spans)});
  });
  return hits;
}

}  // namespace cotejo
