/// @file  Records of a filter: lines of JSON that come out with something added.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/console.hpp"

namespace cotejo {

using Json = nlohmann::ordered_json;  // what came in goes out in the order it came

/// A line of JSON as an object. Depth is bounded, for writing it again takes a stack frame a level.
/// Throws Error.
Json parse_record(const std::string& line);

/// The string of a member; empty where there is none. Throws Error for another kind of member.
std::string text_member(const Json& record, const char* name);

/// Answers each line that is not blank. `answer` has the line and its place, for messages, and an
/// Error that it throws is told with that place, after what was answered before it. "-" is the
/// standard input or output.
void filter_records(
    const std::string& file, const std::string& output, const Console& console,
    const std::function<std::string(const std::string& line, const std::string& place)>& answer);

}  // namespace cotejo
