/// @file  Text to measure with: as much as is asked for, and no two articles alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::bench {

/// A file of this repository. Throws std::runtime_error when it cannot be read.
std::string read(const std::string& path);

/// Its lines.
std::vector<std::string> lines(const std::string& path);

/// Articles of about 5 kB, `bytes` in all, in English ("en") or Spanish ("es"). Their paragraphs
/// are those of tests/data in random order, a third of the longer words exchanged for words of the
/// same language from lexicons/en-es/words.tsv and every digit for another: neither the processor's
/// caches nor ours meet the same text twice. The same in every run.
std::vector<std::string> articles(std::string_view language, std::size_t bytes);

/// UTF-8 as windows-1252, what it cannot write as "?".
std::string windows_1252(std::string_view text);

}  // namespace cotejo::bench
