#include "review/report/links.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace cotejo {
namespace {

/// The anchors of a run of segments, each where it begins.
struct Found {
  std::vector<std::size_t> anchors;
  std::vector<std::size_t> quotations;
};

class Linker {
 public:
  explicit Linker(const Report& report)
      : report_(report),
        in_source_(by_segment(report.source, spans(report.source))),
        in_target_(by_segment(report.target, spans(report.target))),
        links_{std::vector<std::size_t>(report.source.anchors.size(), 0),
               std::vector<std::size_t>(report.target.anchors.size(), 0),
               {0},
               {0}} {}

  void link(const Bead& bead) {
    if (bead.source.empty() || bead.target.empty()) return;
    const Found from = found(report_.source, in_source_, bead.source);
    const Found to = found(report_.target, in_target_, bead.target);
    link_keys(from.anchors, to.anchors);
    if (from.quotations.size() != to.quotations.size()) return;
    for (std::size_t i = 0; i < from.quotations.size(); ++i) {
      links_.source[from.quotations[i]] = links_.target[to.quotations[i]] =
          next(from.quotations[i], to.quotations[i]);
    }
  }

  Links done() { return std::move(links_); }

 private:
  static Found found(const Side& side, const std::vector<std::vector<std::size_t>>& in,
                     Range segments) {
    Found out;
    for (std::size_t i = segments.begin; i < segments.end; ++i) {
      for (const std::size_t anchor : in[i]) {
        const Anchor& one = side.anchors[anchor];
        if (one.span.begin < side.segments[i].span.begin) continue;
        (one.kind == AnchorKind::quotation ? out.quotations : out.anchors).push_back(anchor);
      }
    }
    return out;
  }

  std::size_t next(std::size_t source, std::size_t target) {
    links_.first_source.push_back(source);
    links_.first_target.push_back(target);
    return links_.first_source.size() - 1;
  }

  /// Each with the first that is free; what is left over shares the number of the last.
  void link_keys(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to) {
    struct Waiting {
      std::vector<std::size_t> anchors;
      std::size_t free = 0;
    };
    std::unordered_map<std::string_view, Waiting> waiting;
    for (const std::size_t anchor : to) {
      for (const std::string& key : report_.target.anchors[anchor].keys) {
        waiting[key].anchors.push_back(anchor);
      }
    }
    std::unordered_map<std::string_view, std::size_t> last;
    for (const std::size_t anchor : from) {
      std::size_t& number = links_.source[anchor];
      for (const std::string& key : report_.source.anchors[anchor].keys) {
        const auto there = waiting.find(key);
        if (there == waiting.end()) continue;
        auto& [anchors, free] = there->second;
        while (free < anchors.size() && links_.target[anchors[free]] != 0) ++free;
        if (free < anchors.size() && number == 0) {
          number = next(anchor, anchors[free]);
          links_.target[anchors[free]] = number;
        } else if (number == 0) {
          number = links_.target[anchors.back()];
        }
        last[key] = number;
      }
    }
    for (const std::size_t anchor : to) {
      std::size_t& number = links_.target[anchor];
      for (const std::string& key : report_.target.anchors[anchor].keys) {
        const auto there = last.find(key);
        if (number == 0 && there != last.end()) number = there->second;
      }
    }
  }

  const Report& report_;
  std::vector<std::vector<std::size_t>> in_source_;
  std::vector<std::vector<std::size_t>> in_target_;
  Links links_;
};

}  // namespace

std::vector<Span> spans(const Side& side) {
  std::vector<Span> out;
  for (const Anchor& anchor : side.anchors) out.push_back(anchor.span);
  return out;
}

std::vector<std::vector<std::size_t>> by_segment(const Side& side, const std::vector<Span>& spans) {
  std::vector<std::size_t> order(side.segments.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto begin = [&](std::size_t segment) { return side.segments[segment].span.begin; };
  std::ranges::sort(order, {}, begin);
  std::vector<std::vector<std::size_t>> out(side.segments.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].empty()) continue;
    auto at = std::ranges::upper_bound(order, spans[i].begin, {}, begin);
    if (at != order.begin()) --at;
    for (; at != order.end() && begin(*at) < spans[i].end; ++at) {
      if (side.segments[*at].span.overlaps(spans[i])) out[*at].push_back(i);
    }
  }
  return out;
}

Links find_links(const Report& report) {
  Linker linker(report);
  for (const Bead& bead : report.beads) linker.link(bead);
  for (const Bead& bead : report.moved) linker.link(bead);
  return linker.done();
}

}  // namespace cotejo
