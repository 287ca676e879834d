/// @file  The door to ICU's normaliser: Unicode's canonical composition, NFC.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Valid UTF-8 only: whether a text is in NFC.
bool is_nfc(std::string_view text);

/// Any scalar value: whether normalising may begin before it without a look at what stands there.
bool nfc_begins_before(char32_t c);

/// A passage that NFC changed, or left alone.
struct NfcEdit {
  std::size_t before = 0;  ///< bytes before and after
  std::size_t after = 0;
  bool changed = false;
};

/// Valid UTF-8 only: appends the text's NFC to `out` and gives the passages in order. For a few
/// kilobytes at a time: a long run of combining marks takes quadratic time.
std::vector<NfcEdit> append_nfc(std::string_view text, std::string& out);

}  // namespace cotejo
