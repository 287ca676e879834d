/// @file  Whole numbers of JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

namespace cotejo {

/// Throws nlohmann::json::exception for what is no whole number: get<>() would cut a fraction.
inline std::int64_t whole(const nlohmann::json& number) {
  return number.get_ref<const nlohmann::json::number_integer_t&>();
}

}  // namespace cotejo
