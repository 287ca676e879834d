#include <string>

#include "cotejo/exchange.hpp"
#include "cotejo/memory_exchange.hpp"
#include "exchange/neighbours.hpp"
#include "text/decimal.hpp"
#include "text/space.hpp"

namespace cotejo {

void write_memory_tsv(const Sink& sink, const EachMemoryUnit& each) {
  std::string line;
  each([&](const MemoryUnit& unit) {
    line.clear();
    append_squeezed(line, unit.source);
    line += '\t';
    append_squeezed(line, unit.target);
    line += '\t' + probability(unit.confidence, 4) + '\n';
    sink(line);
  });
}

std::size_t read_memory_tsv(const Source& source, const std::string& name,
                            const MemoryUnit& defaults,
                            const std::function<void(MemoryUnit unit)>& take) {
  Neighbours neighbours(take);
  std::size_t position = 0;
  read_tsv(source, name, [&](const Unit& row) {
    MemoryUnit unit = defaults;
    append_kept(unit.source, row.source);
    append_kept(unit.target, row.target);
    unit.confidence = row.confidence;
    unit.position = position++;
    neighbours.add(std::move(unit));
  });
  neighbours.finish();
  return 0;
}

}  // namespace cotejo
