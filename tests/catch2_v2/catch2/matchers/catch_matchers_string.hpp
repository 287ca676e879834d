// Catch2 2 keeps all in one header.
#pragma once
#include <catch2/catch.hpp>

namespace Catch::Matchers {

/// Version 3's name for it.
inline auto ContainsSubstring(const std::string& part) { return Contains(part); }

}  // namespace Catch::Matchers
