/// @file  HTML out of texts that nobody has looked at.
#pragma once

#include <string>
#include <string_view>

#include "cotejo/report.hpp"

namespace cotejo {

/// Valid UTF-8 as text of an element or a quoted attribute.
std::string escaped(std::string_view text);

/// A sentence of the report; its arguments, any bytes, are harmless, escaped and isolated from the
/// direction of what stands around them.
std::string sentence(const Message& message, const Reader& reader);

/// ` lang="es" dir="ltr"`; of an unknown language by what the text looks like.
std::string language_attributes(const std::string& tag);

/// A hash of hex digits as a Content-Security-Policy has it: 'sha256-...' in base 64.
std::string policy_hash(std::string_view hex_digits);

}  // namespace cotejo
