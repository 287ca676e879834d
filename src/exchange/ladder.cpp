#include <charconv>
#include <string>
#include <utility>

#include "cotejo/error.hpp"
#include "cotejo/exchange.hpp"
#include "tables/rows.hpp"
#include "text/decimal.hpp"

namespace cotejo {
namespace {

void append_list(std::string& line, Range segments) {
  line += '[';
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    if (i > segments.begin) line += ", ";
    line += std::to_string(i);
  }
  line += ']';
}

/// Reads a bead a line.
class LadderReader {
 public:
  explicit LadderReader(std::string_view name) : name_(name) {}

  void read(std::string_view line) {
    ++number_;
    std::string packed;
    for (const char c : line) {
      if (c != ' ' && c != '\t' && c != '\r') packed += c;
    }
    if (packed.empty()) return;
    rest_ = packed;
    Bead bead;
    bead.source = list(source_end_);
    expect(':');
    bead.target = list(target_end_);
    bead.confidence = 1.0;
    if (!rest_.empty()) {
      expect(':');
      bead.confidence = number<double>();
      if (!(bead.confidence >= 0.0 && bead.confidence <= 1.0)) fail_bead();
    }
    if (!rest_.empty() || (bead.source.empty() && bead.target.empty())) fail_bead();
    source_end_ = bead.source.end;
    target_end_ = bead.target.end;
    beads_.push_back(bead);
  }

  std::vector<Bead> finish(std::size_t source_segments, std::size_t target_segments) && {
    if (source_end_ != source_segments || target_end_ != target_segments) {
      throw Error(
          Message{"{1}: ends at segments {2} and {3} of {4} and {5}: each must stand in a bead",
                  {std::string(name_), std::to_string(source_end_), std::to_string(target_end_),
                   std::to_string(source_segments), std::to_string(target_segments)}});
    }
    return std::move(beads_);
  }

 private:
  /// "[4,5]": a run that begins at `next`, or nothing there.
  Range list(std::size_t next) {
    Range range{next, next};
    expect('[');
    while (!rest_.starts_with(']')) {
      if (!range.empty()) expect(',');
      if (number<std::size_t>() != range.end) {
        throw Error(Message{"{1}: segment {2} is due here: each must stand once, in order",
                            {place(), std::to_string(range.end)}});
      }
      ++range.end;
    }
    expect(']');
    return range;
  }

  template <typename Number>
  Number number() {
    Number value{};
    const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) fail_bead();
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    return value;
  }

  void expect(char wanted) {
    if (!rest_.starts_with(wanted)) fail_bead();
    rest_.remove_prefix(1);
  }

  [[noreturn]] void fail_bead() const {
    throw Error(Message{"{1}: no bead; write [source segments]:[target segments], as [4,5]:[4]",
                        {place()}});
  }

  std::string place() const { return std::string(name_) + ':' + std::to_string(number_); }

  std::string_view name_;
  std::size_t number_ = 0;
  std::string_view rest_;
  std::size_t source_end_ = 0;
  std::size_t target_end_ = 0;
  std::vector<Bead> beads_;
};

}  // namespace

std::vector<Bead> read_ladder(std::string_view bytes, std::string_view name,
                              std::size_t source_segments, std::size_t target_segments) {
  LadderReader reader(name);
  for (const std::string_view line : split(bytes, '\n')) reader.read(line);
  return std::move(reader).finish(source_segments, target_segments);
}

void write_ladder(const Sink& sink, const std::vector<Bead>& beads) {
  std::string line;
  for (const Bead& bead : beads) {
    line.clear();
    append_list(line, bead.source);
    line += ':';
    append_list(line, bead.target);
    line += ':';
    line += probability(bead.confidence, 6);
    line += '\n';
    sink(line);
  }
}

}  // namespace cotejo
