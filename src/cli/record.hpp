/// @file  Records of a filter: lines of JSON that come out with something added.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace cotejo {

using Json = nlohmann::ordered_json;  // what came in goes out in the order it came

/// A line of JSON as an object. Depth is bounded, for writing it again takes a stack frame a level.
/// Throws Error.
Json parse_record(const std::string& line);

/// The string of a member; empty where there is none. Throws Error for another kind of member.
std::string text_member(const Json& record, const char* name);

}  // namespace cotejo
