/// @file  The words of one language as they are learned: by stem, in their commonest form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "foreign/stemmer.hpp"

namespace cotejo {

/// Irregular forms are words of their own: "vino" is not only came, but wine.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view language);

  /// Valid UTF-8 only: appends the numbers of the text's words, ascending, each once; counts their
  /// forms.
  void take(std::string_view text, std::vector<std::uint32_t>& stems);

  std::size_t size() const { return stems_.size(); }

  /// Function words are known; else the frequent words have to do.
  bool knows_function_words() const { return !function_.empty(); }

  /// The commonest form of each word; of equal ones, the first by bytes.
  std::vector<std::string> headwords() const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Form {
    std::uint32_t stem = none;
    std::uint32_t times = 0;
  };

  Form form(const std::string& lower);

  std::string language_;
  Stemmer stemmer_;
  std::unordered_set<std::string_view> function_;
  std::unordered_map<std::string, Form> forms_;
  std::unordered_map<std::string, std::uint32_t> stems_;
};

}  // namespace cotejo
