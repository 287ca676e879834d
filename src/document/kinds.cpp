#include "document/kinds.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "cotejo/text.hpp"
#include "document/marks.hpp"
#include "document/metadata.hpp"
#include "text/letter.hpp"

namespace cotejo {
namespace {

constexpr std::size_t longest_heading = 110;  // code points
constexpr std::size_t longest_title = 220;
constexpr std::size_t longest_caption = 400;  // bytes
constexpr std::size_t head_size = 8;          // blocks among which the metadata stand
constexpr std::size_t tail_size = 2;
constexpr std::size_t most_headings = 3;  // in a row; more are verse, a list, a table

/// A paragraph on its way to be a block.
struct Candidate {
  Block block;
  bool short_line = false;  ///< reads like a heading
  bool numbered = false;    ///< begins with a list number
};

/// A line or two that begin with a capital or a number and don't end with a stop.
bool is_short_line(std::string_view line, std::size_t lines, std::size_t longest) {
  if (lines > 2 || line.size() > 4 * longest || begins_with_dash(line)) return false;
  std::size_t at = 0;
  if (letter(next_code_point(line, at)) == Letter::lower) return false;
  if (ends_with_stop(line) || line.ends_with(',') || code_points(line) > longest) return false;
  bool has_letter = false;
  std::size_t lower = 0;  // letters in a row, to tell "end. Next" from "St. Louis"
  for (at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (c == U'.' && lower >= 4 && at < line.size() && line[at] == ' ') return false;
    const Letter kind = letter(c);
    lower = kind == Letter::lower ? lower + 1 : 0;
    has_letter |= kind == Letter::lower || kind == Letter::upper || kind == Letter::other;
  }
  return has_letter;
}

class Kinds {
 public:
  Kinds(std::string_view text, const std::vector<Paragraph>& paragraphs) : text_(text) {
    const bool hyphens_speak =
        std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
          return is_hyphen_dialogue(slice(text, paragraph.span));
        });
    candidates_.reserve(paragraphs.size());
    for (const Paragraph& paragraph : paragraphs) add(paragraph, hyphens_speak);
  }

  std::vector<Block> tell() {
    find_metadata();
    const std::size_t title = find_title();
    find_headings(title);
    std::vector<Block> blocks;
    blocks.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) blocks.push_back(candidate.block);
    return blocks;
  }

 private:
  std::string_view line(std::size_t i) const { return slice(text_, candidates_[i].block.span); }
  BlockKind& kind(std::size_t i) { return candidates_[i].block.kind; }

  void add(const Paragraph& paragraph, bool hyphens_speak) {
    Candidate candidate{{paragraph.span, BlockKind::paragraph}};
    const std::string_view text = slice(text_, paragraph.span);
    if (is_ornament(text)) return;
    const ListMark mark = list_mark(text);
    if (paragraph.quoted) {
      candidate.block.kind = BlockKind::quote;
    } else if (mark.kind == ListMark::sign || (mark.kind == ListMark::hyphen && !hyphens_speak)) {
      candidate.block = {{paragraph.span.begin + mark.size, paragraph.span.end},
                         BlockKind::list_item};
    } else if (mark.kind == ListMark::number) {
      candidate.block.kind = BlockKind::list_item;
      candidate.numbered = true;
    } else if (text.size() <= longest_caption && metadata_.is_caption(text)) {
      candidate.block.kind = BlockKind::caption;
    }
    const bool may_head = candidate.block.kind == BlockKind::paragraph || candidate.numbered;
    candidate.short_line = may_head && is_short_line(text, paragraph.lines, longest_heading);
    candidates_.push_back(candidate);
  }

  /// Before the running text and at the very end.
  void find_metadata() {
    const std::size_t size = candidates_.size();
    if (size < 2) return;
    std::size_t head = 0;
    for (bool running = false; head < std::min(size, head_size); ++head) {
      if (kind(head) != BlockKind::paragraph) continue;
      const auto found = metadata_.read(line(head));
      if (found && !(head == 0 && found->headline)) {
        kind(head) = found->kind;
        continue;
      }
      if (candidates_[head].short_line) continue;
      // A date line may follow the lead, not the paragraph after it.
      if (running) break;
      running = line(head).size() > longest_heading;
    }
    for (std::size_t i = std::max(head, size - std::min(size, tail_size)); i < size; ++i) {
      if (kind(i) != BlockKind::paragraph) continue;
      const auto found = metadata_.read(line(i));
      if (found && found->announced && !found->headline) kind(i) = found->kind;
    }
  }

  /// The first block that is no metadata, if running text comes after it. Its index, or the number
  /// of blocks.
  std::size_t find_title() {
    const std::size_t size = candidates_.size();
    std::size_t first = 0;
    while (first < size && is_metadata(kind(first))) ++first;
    if (first >= size || kind(first) != BlockKind::paragraph) return size;
    std::string_view title = line(first);
    while (title.ends_with('?') || title.ends_with('!')) title.remove_suffix(1);
    if (title.empty() || !is_short_line(title, 1, longest_title)) return size;
    for (std::size_t i = first + 1; i < size; ++i) {
      if (!candidates_[i].short_line && !is_metadata(kind(i))) {
        kind(first) = BlockKind::title;
        return first;
      }
    }
    return size;
  }

  void find_headings(std::size_t title) {
    const std::size_t size = candidates_.size();
    const auto heads = [&](std::size_t i) {
      return i < size && i != title && candidates_[i].short_line && !is_metadata(kind(i));
    };
    for (std::size_t begin = 0; begin < size;) {
      if (!heads(begin)) {
        ++begin;
        continue;
      }
      std::size_t end = begin + 1;
      while (heads(end)) ++end;
      // A heading has something below it.
      if (end - begin <= most_headings && end < size) {
        for (std::size_t i = begin; i < end; ++i) {
          const bool in_list =
              candidates_[i].numbered && (is_numbered(i - 1) || is_numbered(i + 1));
          if (!in_list) kind(i) = BlockKind::heading;
        }
      }
      begin = end;
    }
  }

  bool is_numbered(std::size_t i) const {
    return i < candidates_.size() && candidates_[i].numbered;
  }

  std::string_view text_;
  MetadataReader metadata_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Block> tell_kinds(std::string_view text, const std::vector<Paragraph>& paragraphs) {
  return Kinds(text, paragraphs).tell();
}

}  // namespace cotejo
