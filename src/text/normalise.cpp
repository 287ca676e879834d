#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "cotejo/text.hpp"
#include "foreign/icu_normal.hpp"
#include "text/blank.hpp"

namespace cotejo {
namespace {

/// Bytes at which clean() has to look: control characters and the leads of those beyond ASCII.
constexpr std::array<bool, 256> make_suspects() {
  std::array<bool, 256> suspects{};
  for (std::size_t c = 0; c < 0x20; ++c) suspects[c] = c != '\n' && c != '\t';
  suspects[0x7F] = suspects[0xC2] = suspects[0xE2] = true;
  return suspects;
}
constexpr std::array<bool, 256> suspects = make_suspects();

enum class Special : std::uint8_t { none, line_end, control };

/// What stands at a suspect byte, and its size in bytes.
Special special_at(std::string_view text, std::size_t at, std::size_t& size) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  size = 1;
  switch (byte(at)) {
    case '\r':
      if (at + 1 < text.size() && text[at + 1] == '\n') size = 2;
      return Special::line_end;
    case '\v':
    case '\f':
      return Special::line_end;
    case 0xC2:
      size = 2;
      if (byte(at + 1) == 0x85) return Special::line_end;
      return byte(at + 1) < 0xA0 ? Special::control : Special::none;
    case 0xE2:
      size = 3;
      return byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9)
                 ? Special::line_end
                 : Special::none;
    default:
      return Special::control;
  }
}

std::size_t next_special(std::string_view text, std::size_t at, Special& kind, std::size_t& size) {
  for (; at < text.size(); ++at) {
    if (!suspects[static_cast<unsigned char>(text[at])]) continue;
    kind = special_at(text, at, size);
    if (kind != Special::none) return at;
    at += size - 1;
  }
  return at;
}

/// The end of the first `most_marks` combining marks that follow each other within `limit` bytes,
/// or `limit`: ICU takes quadratic time over such a run.
std::size_t marks_end(std::string_view text, std::size_t limit) {
  constexpr std::size_t most_marks = 32;  // Unicode's stream-safe format allows 30
  constexpr unsigned char first_lead = 0xCC;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < limit;) {
    if (static_cast<unsigned char>(text[at]) < first_lead) {
      marks = 0;
      ++at;
      continue;
    }
    marks = is_combining(next_code_point(text, at)) ? marks + 1 : 0;
    if (marks == most_marks) return at;
  }
  return limit;
}

/// At most `limit` bytes that can be normalised apart from what follows.
std::size_t nfc_piece(std::string_view text, std::size_t limit) {
  std::size_t last = std::min(text.size(), limit);
  if (const std::size_t cut = marks_end(text, last); cut < last) return cut;
  if (last == text.size()) return last;
  while ((static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  for (std::size_t end = last; end > 0;) {
    std::size_t at = end;
    if (nfc_begins_before(next_code_point(text, at))) return end;
    previous_code_point(text, end);
  }
  return last;
}

}  // namespace

std::optional<Rewritten> clean(std::string_view text, LineEnds ends) {
  Special kind = Special::none;
  std::size_t size = 0;
  std::size_t at = next_special(text, 0, kind, size);
  if (at == text.size()) return std::nullopt;
  const bool cr_ends = ends == LineEnds::any || text.find('\n') == std::string_view::npos;
  Rewritten out;
  OriginBuilder origin;
  out.text.reserve(text.size());
  for (std::size_t done = 0;;) {
    out.text += text.substr(done, at - done);
    origin.append(at - done, done);
    if (at == text.size()) break;
    done = at + size;
    if (size == 2 && text[at] == '\r') {
      done = at + 1;  // its LF follows
    } else if (kind == Special::line_end) {
      const bool is_end = ends == LineEnds::any || (text[at] == '\r' && cr_ends);
      out.text += is_end ? '\n' : ' ';
      origin.append(1, at, 1, size);
    } else {
      ++out.lost;
    }
    at = next_special(text, done, kind, size);
  }
  out.origin = origin.take();
  return out;
}

std::optional<Rewritten> to_nfc(std::string_view text) {
  constexpr std::size_t checked = 1 << 20;    // a piece of text that may be in NFC
  constexpr std::size_t rewritten = 1 << 10;  // a piece that is not
  std::size_t at = 0;
  const auto is_nfc_up_to = [&](std::size_t limit) {
    const std::size_t piece = nfc_piece(text.substr(at), limit);
    return is_nfc(text.substr(at, piece)) ? piece : 0;
  };
  while (at < text.size()) {
    const std::size_t piece = is_nfc_up_to(checked);
    if (piece == 0) break;
    at += piece;
  }
  if (at == text.size()) return std::nullopt;
  Rewritten out;
  OriginBuilder origin;
  out.text.reserve(text.size());
  const auto copy = [&](std::size_t piece) {
    out.text += text.substr(at, piece);
    origin.append(piece, at);
    at += piece;
  };
  const std::size_t first = at;
  at = 0;
  copy(first);
  while (at < text.size()) {
    if (const std::size_t piece = is_nfc_up_to(checked)) {
      copy(piece);
      continue;
    }
    const std::size_t stop = std::min(text.size(), at + checked);
    while (at < stop) {
      if (const std::size_t piece = is_nfc_up_to(rewritten)) {
        copy(piece);
        continue;
      }
      const std::size_t piece = nfc_piece(text.substr(at), rewritten);
      for (const NfcEdit& edit : append_nfc(text.substr(at, piece), out.text)) {
        if (edit.changed) {
          origin.append(edit.after, at, edit.after, edit.before);
        } else {
          origin.append(edit.after, at);
        }
        at += edit.before;
      }
    }
  }
  out.origin = origin.take();
  return out;
}

}  // namespace cotejo
