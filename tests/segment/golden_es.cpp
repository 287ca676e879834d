/// @file  The golden rules of Spanish, and what Spanish asks beyond them.
#include <catch2/catch_test_macros.hpp>

#include "segment/cut.hpp"

namespace cotejo {
namespace {

// The cases of the Pragmatic Segmenter's golden rules in their order, the sentences our own. A bar
// stands where one sentence ends and the next begins.
const std::vector<Cut> cases{
    {"inverted question marks", "¿Qué tal el viaje?| Espero que todo bien."},
    {"inverted exclamation marks", "¡Buenas tardes, Marta!| Pase usted."},
    {"titles before names",
     "Hola, Srta. Robles.| Encantado, soy el Lic. Tomás Arce, y ella es mi madre, la Dra. Arce."},
    {"decimals and thousands",
     "¡El coche vale $23.400.000,50!| ¡Carísimo!| Se espera una rebaja del 7.5% en marzo."},
    {"stop inside «», comma behind", "«Nadie aprende en cabeza ajena.», dijo la abuela."},
    {"«» and questions inside a sentence",
     "«Nadie aprende en cabeza ajena», dijo la abuela.| Luis, ¿adónde vas?| ¡¿Qué haces?!"},
    {"abbreviation with an accent", "Admón. quiere decir administración, según creo."},
    {"list with bullets", "• 1. Beba agua con frecuencia| \n• 2. Coma despacio"},
    {"list with figures", "1. Beba agua| 2. Coma despacio| 3. Duerma bien"},
    {"list with letters", "a) Beba agua| b) Coma despacio"},
    {"abbreviated days and months", "La reunión será el Lun. 4 de Nov. de 2013.| Gracias."},
    {"number of an account", "Núm. de cuenta: 455.120.331.7.| Salude de mi parte a la Sra. Ochoa."},
    {"degrees",
     "El agua se hiela a los 0 °C y el hierro a los 1.538 °C.| Esto ya se sabía entonces."},
    {"time with points", "Salió en la misión (12 Sept. 1992 10:23.05) con dos satélites a bordo."},
    {"verse in a quotation",
     "Leyó los versos: \"Caminante / sin camino, / que va solo / [...] \"."},
    {"stop inside «», comma and more",
     "Cito a la autora «Quien calla otorga, y quien habla también.», y no le falta razón."},
    {"formula", "Resolvieron la cuenta \"4 + (9/3).y = 7\".| ¿A ti te sale?"},
    {"abbreviations before figures",
     "Consulte los párrf. 2 y 9 del art. 12 de la ley de los EE. UU.."},
    {"question inside a quotation",
     "El examen del Mar. 3 de Jun. decía: \"Niños, ¿cuánto es 2.5 + 1/2?\".| Tenían 2 min. para "
     "contestar."},
    {"degrees at the end", "El motor llegó a 98.6°C.| Después se paró."},
    {"cubic metres", "La caja ocupa 2m³.| ¿Cuánto mide cada lado?"},
    {"square metres", "El salón tiene 31.75m².| La cocina tiene 12.0m²."},
    {"degrees Fahrenheit", "0°C son 32.0°F.| ¿Cuántos son 20°C?"},
    {"¡…! inside a sentence",
     "Llegó en 2:03:11.250 Hs. de carrera, y el segundo a 4.5 segundos.| Así se proclamó ¡Campeón "
     "de Europa!"},
    {"page, volume, chapter",
     "La obra está en la pág. 10 del vol. III y en el cap. 4.| El resto se perdió."},
    {"EE. UU. in the middle and at the end",
     "El presidente de EE. UU. Joe Biden llegó ayer.| Viajó de EE. UU. a Cuba.| Vivió en EE. UU.| "
     "El año pasado volvió."},
    {"a. C. and d. C.", "Nació en el 44 a. C.| Murió en el 12 d. C. en Roma."},
    {"JJ. OO., p. ej., Sr. D.",
     "Los JJ. OO. de París, p. ej., empezaron el 26 de julio.| El Sr. D. Juan Pérez acudió."},
    {"dialogue dashes", "—¿Vienes? —preguntó Ana.| —No puedo.| —¿Por qué no?"},
    {"etc. at the end, D. before a name",
     "Compró pan, leche, etc.| Después se fue a casa de D. Luis."},
    {"… with ? and before lower case", "¿Y si no viene?…| Pues nos vamos.| No sé… quizá mañana."},
    {"stop behind «»", "«¿Quién anda ahí?».| Nadie contestó."},
    {"S.A. and S.L.", "La empresa Acme S.A. de Madrid compró Beta S.L.| El acuerdo se firmó ayer."},
    {"p.m. in the middle and at the end",
     "A las 3 p.m. Juan salió.| Volvió a las 5 p.m.| No dijo nada."},
    {"dateline and initials", "MADRID. — El Gobierno aprobó la ley.| Lo dijo J. M. Aznar."},
    {"who asks and who answers", "P. ¿Cuándo empezó?| Fue así."},
    {"n.º and tel.", "Vive en la Avda. América n.º 5.| Su tel. 555 no contesta."},
    {"stop behind a closing quotation", "El profesor dijo: «No vengan mañana».| Nadie vino."},
    {"dash behind a stop", "Según la OTAN.| — ¿Y tú?| — Yo no."},
};

}  // namespace

TEST_CASE("every golden case of Spanish is cut where a reader would", "[segment]") {
  for (const Cut& row : cases) {
    INFO(row.what);
    CHECK(cut("es", row.text) == row.text);
  }
}

}  // namespace cotejo
