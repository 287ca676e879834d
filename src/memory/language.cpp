#include "memory/language.hpp"

#include <algorithm>
#include <vector>

namespace cotejo {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_part(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

}  // namespace

std::string canonical_language(std::string_view tag) {
  std::string canonical;
  for (std::size_t at = 0; at <= tag.size();) {
    const std::size_t end = std::min(tag.find_first_of("-_@", at), tag.size());
    const std::string_view part = tag.substr(at, end - at);
    const bool first = at == 0;
    at = end + 1;
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_part))
      return {};
    if (first && (part.size() < 2 || !std::all_of(part.begin(), part.end(), is_letter))) return {};
    if (!first) canonical += '-';
    const std::size_t begin = canonical.size();
    canonical += part;
    std::transform(canonical.begin() + static_cast<std::ptrdiff_t>(begin), canonical.end(),
                   canonical.begin() + static_cast<std::ptrdiff_t>(begin),
                   !first && part.size() == 2 ? upper : lower);
    if (!first && part.size() == 4 && is_letter(part[0]))
      canonical[begin] = upper(canonical[begin]);
  }
  return canonical == "und" ? std::string() : canonical;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool speaks(std::string_view tag, std::string_view wanted) {
  return wanted.empty() || tag == wanted ||
         (tag.size() > wanted.size() && tag.starts_with(wanted) && tag[wanted.size()] == '-');
}

}  // namespace cotejo
