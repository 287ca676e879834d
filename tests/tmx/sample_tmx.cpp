// A TMX for the importers to load: `sample_tmx es-US en` or `sample_tmx en es`, on standard output.
#include <cstdio>
#include <string_view>
#include <utility>

#include "cotejo/tmx.hpp"

namespace {

const std::pair<std::string_view, std::string_view> pairs[] = {
    {"El puente nuevo abre el lunes.", "The new bridge opens on Monday."},
    {"Costó 3.500 millones —el doble de lo previsto—. Nadie dimitió.",
     "It cost 3.5 billion, twice the forecast, and nobody resigned."},
    {"«¿Quién paga?», preguntó la señora Íñiguez.", "“Who pays?” asked Mrs. Íñiguez."},
    {"Un 7\u00A0% de las multas de A & B supera < 20 € y > 5 €.",
     "Some 7% of A & B's fines are < €20 and > €5."},
    {"La cadena ]]> no cierra nada; tampoco &amp; ni <seg>.",
     "The string ]]> closes nothing; nor do &amp; and <seg>."},
    {"El cartel dice \u2067שלום\u2069 y termina con 🚲.",
     "The sign says \u2067שלום\u2069 and ends in 🚲."},
    {"Un carácter \x01perdido\x1F y otro\uFFFE más.",
     "A stray \x02"
     "character and one\uFFFF more."},
    {"Bytes rotos: a\xF1o y \xED\xA0\x80.", "Broken bytes: a\xF1o and \xED\xA0\x80."},
    {"El puente nuevo abre el lunes.", "The new bridge opens on Monday."},
    {"Sólo en español.", ""},
    {"", "In English alone."},
    {"Fin.", "The end."},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const bool forward = std::string_view(argv[1]).starts_with("es");
  std::vector<cotejo::Unit> units;
  for (const auto& [spanish, english] : pairs) {
    cotejo::Unit& unit = units.emplace_back();
    unit.source = forward ? spanish : english;
    unit.target = forward ? english : spanish;
    unit.bead = units.size() - 1;
    unit.source_count = unit.target_count = 1;
    unit.confidence = 0.95;
    if (units.size() > 1) unit.before = cotejo::hex(cotejo::hash(unit.source));
  }
  const auto print = [](std::string_view bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  };
  cotejo::write_tmx(print, {argv[1], argv[2], "puente & río.txt", "bridge.txt", 1740398400}, units);
}
