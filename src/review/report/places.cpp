#include "review/report/places.hpp"

#include <algorithm>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

std::string percent(double share) { return std::to_string(static_cast<int>(100.0 * share)); }

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

Places::Places(const std::string& text) : text_(text), begins_{0} {
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    begins_.push_back(at + 1);
  }
}

TextPlace Places::operator()(std::size_t offset) {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
  const std::size_t begin = *std::prev(behind);
  if (last_ < begin || last_ > offset) {
    last_ = begin;
    last_column_ = 1;
  }
  last_column_ += code_points(std::string_view(text_).substr(last_, offset - last_));
  last_ = offset;
  return {static_cast<std::size_t>(behind - begins_.begin()), last_column_};
}

std::array<std::size_t, 4> count(const std::vector<Finding>& findings) {
  std::array<std::size_t, 4> out{};
  for (const Finding& finding : findings) ++out[static_cast<std::size_t>(finding.severity)];
  return out;
}

Range context(const Side& side, Range bead, Span span) {
  if (span.empty()) return bead;
  const auto first =
      std::partition_point(side.segments.begin(), side.segments.end(),
                           [&](const Segment& segment) { return segment.span.end <= span.begin; });
  const auto last = std::partition_point(first, side.segments.end(), [&](const Segment& segment) {
    return segment.span.begin < span.end;
  });
  return {static_cast<std::size_t>(first - side.segments.begin()),
          static_cast<std::size_t>(last - side.segments.begin())};
}

Message summary(const Report& report) {
  if (!report.verdict) {
    return Message{"pairs: {1}", {std::to_string(report.beads.size())}};
  }
  return summary(*report.verdict, report.source.document.source, report.target.document.source);
}

Message summary(const Verdict& verdict, const std::string& source, const std::string& target) {
  const std::vector<std::string> shares = {percent(verdict.source.share), source,
                                           percent(verdict.target.share), target};
  switch (verdict.relation) {
    case Relation::parallel:
      return Message{"parallel: {1} % of {2} and {3} % of {4} have a counterpart", shares};
    case Relation::partly_parallel:
      return Message{"partly parallel: {1} % of {2} and {3} % of {4} have a counterpart", shares};
    case Relation::unrelated:
      break;
  }
  return Message{"unrelated: {1} % of {2} and {3} % of {4} seem to have a counterpart", shares};
}

Message summary(const std::vector<Finding>& findings) {
  const auto counts = count(findings);
  return Message{"findings: {1} (critical: {2}, major: {3}, minor: {4}, neutral: {5})",
                 {std::to_string(findings.size()), std::to_string(counts[3]),
                  std::to_string(counts[2]), std::to_string(counts[1]), std::to_string(counts[0])}};
}

std::string spoken(const Message& message, const Reader& reader) {
  return english(Message{reader.translate(message.text), message.arguments, message.place});
}

std::string harmless(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const std::string_view valid = bytes.substr(0, valid_utf8_prefix(bytes));
    for (std::size_t at = 0; at < valid.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(valid, at);
      if (c == U'\n' || c == U'\t' || c == 0x2028 || c == 0x2029) {
        out += ' ';
      } else if (!is_control(c) && !turns_direction(c)) {
        out += valid.substr(begin, at - begin);
      }
    }
    bytes.remove_prefix(valid.size());
    if (bytes.empty()) break;
    out += "\uFFFD";
    bytes.remove_prefix(1);
  }
  return out;
}

}  // namespace cotejo
