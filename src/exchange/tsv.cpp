#include "cotejo/exchange.hpp"
#include "text/decimal.hpp"
#include "text/space.hpp"

namespace cotejo {

void write_tsv(const Sink& sink, const std::vector<Unit>& units) {
  std::string line;
  for (const Unit& unit : units) {
    line.clear();
    append_squeezed(line, unit.source);
    line += '\t';
    append_squeezed(line, unit.target);
    line += '\t';
    line += probability(unit.confidence, 4);
    line += '\n';
    sink(line);
  }
}

}  // namespace cotejo
