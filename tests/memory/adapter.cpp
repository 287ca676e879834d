#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/adapt.hpp"

using namespace std::string_literals;

namespace {

std::string adapted(const cotejo::Adapter& adapter, const char* text, const char* source,
                    const char* target) {
  const auto out = adapter.adapt(text, source, target);
  if (!out) return "-";
  std::string marked;
  std::size_t done = 0;
  for (const cotejo::Span span : out->replaced) {
    marked += out->text.substr(done, span.begin - done) + '[' +
              out->text.substr(span.begin, span.size()) + ']';
    done = span.end;
  }
  return marked + out->text.substr(done);
}

}  // namespace

TEST_CASE("a translation takes the numbers of the new text, as its own language writes them") {
  const cotejo::Adapter to_english("es", "en");
  CHECK(adapted(to_english, "Hubo 12 heridos.", "Hubo 10 heridos.", "Ten people and 10 hurt.") ==
        "-");
  CHECK(adapted(to_english, "Hubo 12 heridos.", "Hubo 10 heridos.", "10 people were hurt.") ==
        "[12] people were hurt.");
  CHECK(adapted(to_english, "Costó 4.200 millones.", "Costó 3.500 millones.",
                "It cost 3.5 billion.") == "It cost [4.2 billion].");
  CHECK(adapted(to_english, "Son 12.345 casas.", "Son 987 casas.", "There are 987 houses.") ==
        "There are [12,345] houses.");
  CHECK(adapted(to_english, "Subió un 3,25 %.", "Subió un 12,5 %.", "It rose by 12.5%.") ==
        "It rose by [3.25%].");
  CHECK(adapted(to_english, "Cuesta 20,50 euros.", "Cuesta 18 euros.", "It costs €18.") ==
        "It costs [€20.50].");
  CHECK(adapted(to_english, "Llegaron cinco barcos.", "Llegaron tres barcos.",
                "Three boats arrived.") == "[Five] boats arrived.");
  CHECK(adapted(to_english, "De 5 a 8.", "De 3 a 5.", "From 3 to 5.") == "From [5] to [8].");
  CHECK(adapted(to_english, "El 7 gana al 9.", "El 4 gana al 4.", "The 4 beats the 4.") ==
        "The [7] beats the [9].");
  const cotejo::Adapter to_spanish("en", "es");
  CHECK(adapted(to_spanish, "It cost $12,400.50.", "It cost $3,100.25.",
                "Costó 3.100,25 dólares.") == "Costó [12.400,50 dólares].");
  const cotejo::Adapter to_mexican("en", "es-MX");
  CHECK(adapted(to_mexican, "It rose 2.5 points.", "It rose 3 points.", "Subió 3 puntos.") ==
        "Subió [2.5 puntos].");
}

TEST_CASE("a translation takes the dates and times of the new text") {
  const cotejo::Adapter to_english("es", "en");
  CHECK(adapted(to_english, "Fue el 3 de marzo de 2025.", "Fue el 24 de febrero de 2024.",
                "It was on February 24, 2024.") == "It was on [March 3, 2025].");
  CHECK(adapted(to_english, "Fue el 1 de mayo.", "Fue el 24 de febrero.", "It was on Feb. 24th.") !=
        "It was on Feb. 1st.");
  CHECK(adapted(to_english, "Fue el martes.", "Fue el lunes.", "It was on Monday.") ==
        "It was on [Tuesday].");
  CHECK(adapted(to_english, "Abre a las 16.45 h.", "Abre a las 15.30 h.",
                "It opens at 3:30 p.m.") == "It opens at [4:45 p.m.]");
  const cotejo::Adapter to_spanish("en", "es");
  CHECK(adapted(to_spanish, "It was on May 3, 2025.", "It was on February 24, 2024.",
                "Fue el 24 de febrero de 2024.") == "Fue el [3 de mayo de 2025].");
  CHECK(adapted(to_spanish, "In 2025 it ended.", "In 2019 it ended.", "En 2019 acabó.") ==
        "En [2025] acabó.");
}

TEST_CASE("a translation takes a name that it has as the source has it") {
  const cotejo::Adapter to_english("es", "en");
  CHECK(adapted(to_english, "Lo dijo Marta Ruiz.", "Lo dijo Pedro Gil.", "Pedro Gil said so.") ==
        "[Marta Ruiz] said so.");
  CHECK(adapted(to_english, "Fue a Londres.", "Fue a Madrid.", "He went to Madrid.") == "-");
}

TEST_CASE(
    "a translation is left alone where more than numbers differ, or where they can't be found") {
  const cotejo::Adapter to_english("es", "en");
  CHECK(adapted(to_english, "Hubo 12 muertos.", "Hubo 10 heridos.", "10 people were hurt.") == "-");
  CHECK(adapted(to_english, "Hubo 12 heridos.", "Hubo 10 heridos.", "Some were hurt.") == "-");
  CHECK(adapted(to_english, "Hubo 10 heridos.", "Hubo 10 heridos.", "10 people were hurt.") == "-");
  CHECK(adapted(to_english, "Son 12 km.", "Son 10 km.", "That is 6.2 miles.") == "-");
  CHECK(adapted(to_english, "", "", "") == "-");
}
