/// @file  Language tags, as memories compare them.
#pragma once

#include <string>
#include <string_view>

namespace cotejo {

/// Any bytes: the tag as BCP 47 writes it, "EN_us" as "en-US", "ca@valencia" as
/// "ca-valencia"; empty for "und", "*all*" and what is
/// no tag.
std::string canonical_language(std::string_view tag);

/// The language of a canonical tag without its country: "es" of "es-US".
std::string_view primary_language(std::string_view tag);

/// Whether a canonical tag is one of those that `wanted` stands for: "es" for "es-US" too. An empty
/// one stands for all.
bool speaks(std::string_view tag, std::string_view wanted);

}  // namespace cotejo
