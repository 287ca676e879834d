#include "cotejo/exchange.hpp"
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

}  // namespace

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
