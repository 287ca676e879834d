/// @file  The door to ICU's locale data: what territories, languages, currencies and cities are
/// called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Whether ICU can read a BCP 47 tag. The empty tag, of an unknown language, is readable.
bool readable_language_tag(std::string_view tag);

/// Whether a language is written from right to left.
bool is_right_to_left(std::string_view tag);

/// What one thing is called in one language. A code may have several names, the usual one first.
///
///     {"US", "United States"}, {"US", "US"}      {"uk", "Ukrainian"}      {"UAH", "Ukrainian
///     hryvnias"}      {"Europe/Kyiv", "Kyiv"}
struct CodedName {
  std::string code;
  std::string name;
};

/// The names of one language, an ISO 639 code, in order of their codes; without a word of any
/// other. Empty for a language ICU has no data of.
///
/// Territories by ISO 3166 and UN M.49, their short and variant names after the usual one.
std::vector<CodedName> territory_names(const std::string& language);
/// Languages by ISO 639 (with a region, "pt_BR", where they have one).
std::vector<CodedName> language_names(const std::string& language);
/// Currencies by ISO 4217 as they follow a number: "US dollar", "US dollars".
std::vector<CodedName> currency_names(const std::string& language);
/// Cities that time zones are named after, by zone.
std::vector<CodedName> city_names(const std::string& language);

}  // namespace cotejo
