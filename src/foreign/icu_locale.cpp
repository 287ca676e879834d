#include "foreign/icu_locale.hpp"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <memory>

namespace cotejo {
namespace {

using Bundle = icu::LocalUResourceBundlePointer;

constexpr const char* territories = U_ICUDATA_NAME "-region";
constexpr const char* languages = U_ICUDATA_NAME "-lang";
constexpr const char* currencies = U_ICUDATA_NAME "-curr";

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

/// Null when ICU has no data of the language itself: what it would fall back on is another
/// language's.
Bundle open(const char* package, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_openDirect(package, language.c_str(), &status));
  if (U_FAILURE(status)) bundle.adoptInstead(nullptr);
  return bundle;
}

void add_table(const Bundle& bundle, const char* table, std::vector<CodedName>& names) {
  if (bundle.isNull()) return;
  UErrorCode status = U_ZERO_ERROR;
  const Bundle rows(ures_getByKey(bundle.getAlias(), table, nullptr, &status));
  if (U_FAILURE(status)) return;
  while (ures_hasNext(rows.getAlias())) {
    const char* code = nullptr;
    std::int32_t size = 0;
    const UChar* name = ures_getNextString(rows.getAlias(), &size, &code, &status);
    if (U_FAILURE(status)) return;
    names.push_back({code, utf8({name, size})});
  }
}

void sort_by_code(std::vector<CodedName>& names) {
  std::stable_sort(names.begin(), names.end(),
                   [](const CodedName& a, const CodedName& b) { return a.code < b.code; });
}

}  // namespace

bool readable_language_tag(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  std::int32_t read = 0;
  uloc_forLanguageTag(std::string(tag).c_str(), locale.data(),
                      static_cast<std::int32_t>(locale.size()), &read, &status);
  return U_SUCCESS(status) && static_cast<std::size_t>(read) == tag.size();
}

bool is_right_to_left(std::string_view tag) {
  return uloc_isRightToLeft(std::string(tag).c_str()) != 0;
}

std::vector<CodedName> territory_names(const std::string& language) {
  const Bundle bundle = open(territories, language);
  std::vector<CodedName> names;
  for (const char* table : {"Countries", "Countries%short", "Countries%variant"}) {
    add_table(bundle, table, names);
  }
  sort_by_code(names);
  return names;
}

std::vector<CodedName> language_names(const std::string& language) {
  std::vector<CodedName> names;
  add_table(open(languages, language), "Languages", names);
  sort_by_code(names);
  return names;
}

std::vector<CodedName> currency_names(const std::string& language) {
  std::vector<CodedName> names;
  if (open(currencies, language).isNull()) return names;
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUEnumerationPointer codes(ucurr_openISOCurrencies(UCURR_COMMON, &status));
  std::int32_t size = 0;
  while (const UChar* code = uenum_unext(codes.getAlias(), &size, &status)) {
    const std::string iso = utf8({code, size});
    for (const char* plural : {"one", "other"}) {
      std::int32_t length = 0;
      const UChar* name =
          ucurr_getPluralName(code, language.c_str(), nullptr, plural, &length, &status);
      if (U_FAILURE(status)) return names;
      std::string text = utf8({name, length});
      if (text != iso && (names.empty() || names.back().name != text)) {
        names.push_back({iso, std::move(text)});
      }
    }
  }
  sort_by_code(names);
  return names;
}

std::vector<CodedName> city_names(const std::string& language) {
  std::vector<CodedName> names;
  if (open(territories, language).isNull()) return names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> zones(
      icu::TimeZoneNames::createInstance(icu::Locale(language.c_str()), status));
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return names;
  while (const icu::UnicodeString* id = ids->snext(status)) {
    icu::UnicodeString city;
    zones->getExemplarLocationName(*id, city);
    if (!city.isEmpty()) names.push_back({utf8(*id), utf8(city)});
  }
  sort_by_code(names);
  return names;
}

}  // namespace cotejo
