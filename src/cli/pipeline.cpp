#include "cli/pipeline.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/files.hpp"
#include "cotejo/dictionary.hpp"
#include "cotejo/segment.hpp"

namespace cotejo {
namespace {

using Segments = std::vector<Segment>;

/// Moves the segments of metadata out of a side.
Segments take_metadata(Side& side) {
  Segments metadata;
  const auto speaks_of_the_article = [&](const Segment& segment) {
    return is_metadata(side.document.blocks[segment.block].kind);
  };
  std::copy_if(side.segments.begin(), side.segments.end(), std::back_inserter(metadata),
               speaks_of_the_article);
  std::erase_if(side.segments, speaks_of_the_article);
  return metadata;
}

/// Segments of both sides and a ladder over them.
struct Ladder {
  Segments source;
  Segments target;
  std::vector<Bead> beads;
};

/// Where the segments of a ladder stand in one that it was merged into.
struct Places {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
};

Range append(Segments& to, const Segments& from, Range range) {
  const Range out{to.size(), to.size() + range.size()};
  const auto first = from.begin() + static_cast<std::ptrdiff_t>(range.begin);
  to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(range.size()));
  return out;
}

void append(Ladder& to, Ladder& from, std::size_t bead) {
  Bead whole = std::move(from.beads[bead]);
  whole.source = append(to.source, from.source, whole.source);
  whole.target = append(to.target, from.target, whole.target);
  to.beads.push_back(std::move(whole));
}

/// A bead of one ladder stands before a bead of another: by the source where both have one, else by
/// the target.
bool stands_before(const Ladder& a, const Bead& first, const Ladder& b, const Bead& second) {
  if (!first.source.empty() && !second.source.empty()) {
    return a.source[first.source.begin].span.begin < b.source[second.source.begin].span.begin;
  }
  if (!first.target.empty() && !second.target.empty()) {
    return a.target[first.target.begin].span.begin < b.target[second.target.begin].span.begin;
  }
  return false;
}

Ladder merge(Ladder text, Ladder metadata, Places& places) {
  Ladder out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.beads.size(); ++i) {
    while (next < metadata.beads.size() &&
           stands_before(metadata, metadata.beads[next], text, text.beads[i])) {
      append(out, metadata, next++);
    }
    append(out, text, i);
    const Bead& bead = out.beads.back();
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) places.source.push_back(s);
    for (std::size_t s = bead.target.begin; s < bead.target.end; ++s) places.target.push_back(s);
  }
  while (next < metadata.beads.size()) append(out, metadata, next++);
  return out;
}

/// The passage in the merged ladder; nothing where metadata now stands inside it.
std::optional<Bead> placed(Bead bead, const Places& places) {
  const auto place = [](Range& range, const std::vector<std::size_t>& where) {
    const Range before = range;
    range = {where[before.begin], where[before.end - 1] + 1};
    return range.size() == before.size();
  };
  if (!place(bead.source, places.source) || !place(bead.target, places.target)) return {};
  return bead;
}

/// The line of each segment, from 0, and the number of lines.
struct Lines {
  std::vector<std::size_t> of_segment;
  std::size_t count = 0;
};

Lines lines(const Side& side) {
  Lines out;
  const std::string& text = side.document.text;
  std::size_t at = 0;
  const auto advance = [&](std::size_t to) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(to);
    out.count += static_cast<std::size_t>(std::count(begin, end, '\n'));
    at = to;
  };
  for (const Segment& segment : side.segments) {
    advance(segment.span.begin);
    out.of_segment.push_back(out.count);
  }
  advance(text.size());
  if (!text.empty() && text.back() != '\n') ++out.count;
  return out;
}

/// The lines of a run of segments; `done` where the run is empty.
Range in_lines(const Lines& lines, Range segments, std::size_t done) {
  if (segments.empty()) return {done, done};
  return {lines.of_segment[segments.begin], lines.of_segment[segments.end - 1] + 1};
}

}  // namespace

Lexicon lexicon_for(const Document& document) {
  return Lexicon::shipped(document.language.empty() ? "und" : document.language);
}

Dictionary dictionary_for(const std::string& source_language, const std::string& target_language,
                          const std::vector<std::string>& own) {
  Dictionary words = Dictionary::shipped(source_language, target_language);
  for (const std::string& path : own) words = words.with(read_file(path), path);
  return words;
}

Side read_side(const std::string& path, const std::string& language, const InputOptions& reading) {
  ReadOptions options;
  options.source = path;
  options.language = language;
  options.encoding = reading.encoding;
  options.paragraphs = reading.lines ? Paragraphs::line : reading.paragraphs;
  options.plain_blocks = reading.lines;
  Side side;
  side.document = read_document(read_file(path), options);
  side.segments = reading.lines ? segment_by_block(side.document)
                                : segment(side.document, lexicon_for(side.document));
  return side;
}

Embeddings read_embeddings(const EmbeddingPaths& paths) {
  const std::string overlaps = read_file(paths.overlaps);
  const MappedFile vectors = map_file(paths.vectors);
  return Embeddings({paths.overlaps,
                     overlaps,
                     paths.vectors,
                     {vectors.bytes, static_cast<const float*>(vectors.bytes.get())},
                     vectors.size});
}

Article align_article(Side source, Side target, const ArticleOptions& options) {
  // Two tables that take their time, and two cores.
  std::future<Dictionary> coming =
      std::async(std::launch::async, dictionary_for, source.document.language,
                 target.document.language, options.lexicons);
  for (Side* side : {&source, &target}) {
    side->anchors = find_anchors(side->document, lexicon_for(side->document));
  }
  Dictionary words = coming.get();
  Ladder metadata{take_metadata(source), take_metadata(target), {}};
  Alignment alignment = align(source, target, words, options.align);
  if (options.keep_metadata) {
    // The aligner takes whole sides: lend them the other segments, not a second copy of the text.
    std::swap(source.segments, metadata.source);
    std::swap(target.segments, metadata.target);
    AlignOptions monotone = options.align;
    monotone.monotone = true;  // bylines aren't moved passages
    std::vector<Bead> beads = align(source, target, words, monotone).beads;
    std::swap(source.segments, metadata.source);
    std::swap(target.segments, metadata.target);
    metadata.beads = std::move(beads);
    Places places;
    Ladder whole =
        merge({std::move(source.segments), std::move(target.segments), std::move(alignment.beads)},
              std::move(metadata), places);
    source.segments = std::move(whole.source);
    target.segments = std::move(whole.target);
    alignment.beads = std::move(whole.beads);
    std::vector<Bead> moved;
    for (Bead& bead : alignment.moved) {
      if (auto bead_there = placed(std::move(bead), places))
        moved.push_back(std::move(*bead_there));
    }
    alignment.moved = std::move(moved);
    for (auto [coverage, where] : {std::pair{&alignment.verdict.source, &places.source},
                                   std::pair{&alignment.verdict.target, &places.target}}) {
      for (Range& run : coverage->missing) run = {(*where)[run.begin], (*where)[run.end - 1] + 1};
    }
  }
  return {std::move(source),
          std::move(target),
          std::move(alignment.beads),
          std::move(alignment.moved),
          std::move(alignment.verdict),
          std::move(alignment.warnings),
          std::move(words)};
}

std::vector<Bead> count_by_lines(const Side& source, const Side& target,
                                 const std::vector<Bead>& beads) {
  const Lines source_lines = lines(source);
  const Lines target_lines = lines(target);
  std::vector<Bead> out;
  Range done{0, 0};  // lines of the source and of the target that beads hold so far
  const auto blank_until = [&](std::size_t source_line, std::size_t target_line) {
    for (; done.begin < source_line; ++done.begin) {
      out.push_back({{done.begin, done.begin + 1}, {done.end, done.end}, 1.0, {}});
    }
    for (; done.end < target_line; ++done.end) {
      out.push_back({{done.begin, done.begin}, {done.end, done.end + 1}, 1.0, {}});
    }
  };
  for (const Bead& bead : beads) {
    Bead counted{in_lines(source_lines, bead.source, done.begin),
                 in_lines(target_lines, bead.target, done.end),
                 bead.confidence,
                 {}};
    blank_until(counted.source.begin, counted.target.begin);
    if (bead.source.empty()) counted.source = {done.begin, done.begin};
    if (bead.target.empty()) counted.target = {done.end, done.end};
    done = {counted.source.end, counted.target.end};
    out.push_back(std::move(counted));
  }
  blank_until(source_lines.count, target_lines.count);
  return out;
}

}  // namespace cotejo
