// Any bytes as a list of a damaged memory give places that exist; as a language tag, a tag; and two
// texts, parted by the first NUL, tokens in their order and the same score both ways.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cotejo/similarity.hpp"
#include "cotejo/text.hpp"
#include "memory/language.hpp"
#include "memory/postings.hpp"
#include "memory/terms.hpp"
#include "memory/tokens.hpp"
#include "memory/vocabulary.hpp"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_spans(std::string_view text, const std::vector<cotejo::Span>& spans) {
  std::size_t end = 0;
  for (const cotejo::Span span : spans) {
    check(end <= span.begin && span.begin < span.end && span.end <= text.size());
    end = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  cotejo::each_number(bytes, 1000,
                      [](std::uint64_t number) { check(number > 0 && number < 1000); });
  const std::string tag = cotejo::canonical_language(bytes);
  check(cotejo::canonical_language(tag) == tag);

  const std::size_t middle = std::min(bytes.find('\0'), bytes.size());
  const std::string_view a = bytes.substr(0, middle);
  const std::string_view b = bytes.substr(std::min(middle + 1, bytes.size()));
  if (cotejo::valid_utf8_prefix(a) != a.size() || cotejo::valid_utf8_prefix(b) != b.size())
    return 0;
  std::vector<cotejo::Span> spans;
  for (const cotejo::TextToken& token : cotejo::tokens(a)) spans.push_back(token.span);
  check_spans(a, spans);
  spans.clear();
  for (const cotejo::TextToken& token : cotejo::pattern_tokens(a)) spans.push_back(token.span);
  check_spans(a, spans);
  check(b.size() > cotejo::most_word || cotejo::fits(b, std::string(b) + '*'));
  check(!cotejo::fits(b, a) || cotejo::fits(b, '*' + std::string(a)));
  cotejo::TermLists("es").all(cotejo::tokens(a));
  if (size > 4000) return 0;
  const double score = cotejo::similarity(a, b);
  check(score >= 0 && score <= 100 && (score == 100) == (a == b));
  check(score == cotejo::similarity(b, a));
  const cotejo::Difference apart = cotejo::difference(a, b);
  check_spans(a, apart.a);
  check_spans(b, apart.b);
  return 0;
}
