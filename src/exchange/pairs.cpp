#include <algorithm>
#include <charconv>
#include <cmath>

#include "cotejo/exchange.hpp"
#include "exchange/names.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

struct Labels {
  std::string source = "<";
  std::string target = ">";
};

Labels labels(const Side& source, const Side& target) {
  const std::string& from = source.document.language;
  const std::string& to = target.document.language;
  if (from.empty() || to.empty() || from == to) return {};
  const std::size_t width = std::max(from.size(), to.size());
  return {from + std::string(width - from.size(), ' '), to + std::string(width - to.size(), ' ')};
}

/// Rounded down: 100% is kept for what is sure.
std::string percent(double confidence) {
  const double inside = confidence > 0 ? std::min(confidence, 1.0) : 0;
  return std::to_string(static_cast<int>(inside * 100 + 1e-9)) + '%';
}

void append_segments(std::string& out, const Side& side, Range segments, const std::string& label) {
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    out += label + "  ";
    append_squeezed(out, slice(side.document.text, side.segments[i].span));
    out += '\n';
  }
}

void append_evidence(std::string& out, const Side& source, const Side& target,
                     const Evidence& reason) {
  char weight[32];
  const double shown = std::isfinite(reason.weight) ? std::clamp(reason.weight, -999., 999.) : 0;
  const auto end =
      std::to_chars(weight, weight + sizeof weight, shown, std::chars_format::fixed, 2);
  if (weight[0] != '-') out += '+';
  out.append(weight, end.ptr).append("  ").append(name(reason.kind));
  if (reason.kind != EvidenceKind::length) {  // whose passages stand above
    out += "  ";
    append_squeezed(out, slice(source.document.text, reason.source));
    out += " ~ ";
    append_squeezed(out, slice(target.document.text, reason.target));
  }
  out += '\n';
}

}  // namespace

void write_text(const Sink& sink, const Side& source, const Side& target,
                const std::vector<Bead>& beads) {
  const Labels label = labels(source, target);
  std::string out;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const Bead& bead = beads[i];
    out = i == 0 ? "" : "\n";
    out += '#' + std::to_string(i + 1) + "  " + std::to_string(bead.source.size()) + '-' +
           std::to_string(bead.target.size()) + "  " + percent(bead.confidence) + '\n';
    append_segments(out, source, bead.source, label.source);
    append_segments(out, target, bead.target, label.target);
    for (const Evidence& reason : bead.evidence) append_evidence(out, source, target, reason);
    sink(out);
  }
}

}  // namespace cotejo
