#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

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

std::string head(const Bead& bead, std::size_t position) {
  return (position == 0 ? "#" : "\n#") + std::to_string(position + 1) + "  " +
         std::to_string(bead.source.size()) + '-' + std::to_string(bead.target.size()) + "  " +
         percent(bead.confidence);
}

}  // namespace

void write_text(const Sink& sink, const Side& source, const Side& target,
                const std::vector<Bead>& beads, const std::vector<Bead>& moved) {
  const Labels label = labels(source, target);
  const auto append_bead = [&](std::string& out, const Bead& bead) {
    out += '\n';
    append_segments(out, source, bead.source, label.source);
    append_segments(out, target, bead.target, label.target);
    for (const Evidence& reason : bead.evidence) append_evidence(out, source, target, reason);
  };
  // The moved passage of each segment, and the bead of the ladder where its source begins.
  std::map<std::size_t, const Bead*> from;
  std::map<std::size_t, const Bead*> to;
  std::map<const Bead*, std::size_t> place;
  for (const Bead& bead : moved) {
    for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) from[s] = &bead;
    for (std::size_t s = bead.target.begin; s < bead.target.end; ++s) to[s] = &bead;
  }
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const auto here = from.find(beads[i].source.begin);
    if (beads[i].target.empty() && here != from.end()) place.try_emplace(here->second, i);
  }
  std::string out;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const Bead& bead = beads[i];
    const auto source_of = bead.target.empty() ? from.find(bead.source.begin) : from.end();
    const auto target_of = bead.source.empty() ? to.find(bead.target.begin) : to.end();
    out = head(bead, i);
    if (source_of != from.end() && place.at(source_of->second) != i) {
      continue;  // stands above
    } else if (source_of != from.end()) {
      out = head(*source_of->second, i) + "  moved";
      append_bead(out, *source_of->second);
    } else if (target_of != to.end()) {
      out += "  moved, see #" + std::to_string(place.at(target_of->second) + 1);
      append_bead(out, bead);
    } else {
      append_bead(out, bead);
    }
    sink(out);
  }
}

}  // namespace cotejo
