#include "foreign/icu_normal.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstdint>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error({"ICU: {1}", {u_errorName(status)}});
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);  // ICU keeps it
  check(status);
  return *normalizer;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool is_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const bool is = nfc().isNormalizedUTF8(piece(text), status) != 0;
  check(status);
  return is;
}

bool nfc_begins_before(char32_t c) { return nfc().hasBoundaryBefore(static_cast<UChar32>(c)) != 0; }

std::vector<NfcEdit> append_nfc(std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::Edits edits;
  nfc().normalizeUTF8(0, piece(text), sink, &edits, status);
  check(status);
  std::vector<NfcEdit> found;
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    found.push_back({static_cast<std::size_t>(edit.oldLength()),
                     static_cast<std::size_t>(edit.newLength()), edit.hasChange() != 0});
  }
  check(status);
  return found;
}

}  // namespace cotejo
