#include "foreign/icu.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error({"ICU: {1}", {u_errorName(status)}});
}

}  // namespace

struct SentenceBoundaries::Iterator {
  UText text = UTEXT_INITIALIZER;
  std::unique_ptr<icu::BreakIterator> breaks;

  Iterator() = default;
  Iterator(const Iterator&) = delete;
  Iterator& operator=(const Iterator&) = delete;
  ~Iterator() { utext_close(&text); }
};

SentenceBoundaries::SentenceBoundaries(std::string_view text, const std::string& language)
    : iterator_(std::make_unique<Iterator>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  if (U_FAILURE(status)) {
    locale = icu::Locale::getRoot();
    status = U_ZERO_ERROR;
  }
  iterator_->breaks.reset(icu::BreakIterator::createSentenceInstance(locale, status));
  check(status);
  utext_openUTF8(&iterator_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
  check(status);
  iterator_->breaks->setText(&iterator_->text, status);
  check(status);
}

SentenceBoundaries::~SentenceBoundaries() = default;

std::optional<std::size_t> SentenceBoundaries::next() {
  const std::int32_t boundary = iterator_->breaks->next();
  if (boundary == icu::BreakIterator::DONE) return std::nullopt;
  return static_cast<std::size_t>(boundary);
}

bool ends_sentences(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM);
}

}  // namespace cotejo
