/// @file  The files of src/review/page/, carried inside the library.
#pragma once

#include <optional>
#include <string_view>

namespace cotejo {

/// The bytes of the file with this name.
std::optional<std::string_view> page_file(std::string_view name);

}  // namespace cotejo
