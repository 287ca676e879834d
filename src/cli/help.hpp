/// @file  Help pages, made from the same definition that reads the command line.
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "cli/catalogue.hpp"

namespace cotejo {

/// Lays out a paragraph in lines of at most `width` columns, all but the first indented. Words
/// longer than a line stand on one of their own. Lines that the text parts itself stay parted.
std::string wrap(std::string_view text, std::size_t indent, std::size_t width);

/// The page of a command, or of the program when `app` has no parent: usage, what it does, its
/// arguments, its options with their defaults, and what the footer adds (examples).
std::string help_page(const CLI::App& app, const Catalogue& catalogue);

}  // namespace cotejo
