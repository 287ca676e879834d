#include <catch2/catch_test_macros.hpp>

#include "anchor/readers.hpp"

namespace cotejo {
namespace {

struct Pair {
  std::string_view english;
  std::string_view spanish;
  std::string_view key;
};

void agree(std::initializer_list<Pair> pairs) {
  for (const Pair& pair : pairs) {
    INFO(pair.english << " / " << pair.spanish << " : " << pair.key);
    const auto has = [&](const std::vector<std::string>& keys) {
      return std::find(keys.begin(), keys.end(), pair.key) != keys.end();
    };
    CHECK(has(keys("en", pair.english)));
    CHECK(has(keys("es", pair.spanish)));
  }
}

}  // namespace

TEST_CASE("a number is the same however either language writes it", "[anchor]") {
  agree({
      {"It sold 3.5 billion of them", "Vendió 3.500 millones", "n:3500000000"},
      {"It sold 3.5 billion of them", "Vendió 3,5 mil millones", "n:3500000000"},
      {"some 3.5bn people", "unos 3500 millones de personas", "n:3500000000"},
      {"two trillion stars", "dos billones de estrellas", "n:2000000000000"},
      {"a 1,250.50 figure", "la cifra 1.250,50", "n:1250.5"},
      {"over 10,000 people", "más de 10 000 personas", "n:10000"},
      {"over 10,000 people", "más de 10\u00A0000 personas", "n:10000"},
      {"over 10,000 people", "más de 10\u202F000 personas", "n:10000"},
      {"1,234,567 votes", "1.234.567 votos", "n:1234567"},
      {"twenty-one guns", "veintiuno cañones", "n:21"},
      {"thirty-one days and forty-two goals", "treinta y un días y cuarenta y dos goles", "n:42"},
      {"two hundred ships", "doscientas naves", "n:200"},
      {"fifteen hundred ships", "mil quinientos barcos", "n:1500"},
      {"one thousand five hundred ships", "mil quinientos barcos", "n:1500"},
      {"a hundred ships", "cien barcos", "n:100"},
      {"one hundred and five ships", "ciento cinco barcos", "n:105"},
      {"two million five hundred thousand", "dos millones quinientos mil", "n:2500000"},
      {"two and a half million", "dos millones y medio", "n:2500000"},
      {"half a million people", "medio millón de personas", "n:500000"},
      {"a dozen eggs", "una docena de huevos", "n:12"},
      {"half a dozen eggs", "media docena de huevos", "n:6"},
      {"two dozen eggs", "dos docenas de huevos", "n:24"},
      {"dozens of people", "decenas de personas", "n:~10"},
      {"hundreds of people", "cientos de personas", "n:~100"},
      {"tens of thousands of people", "decenas de miles de personas", "n:~10000"},
      {"billions of people", "miles de millones de personas", "n:~1000000000"},
      {"a third of voters", "un tercio de los votantes", "n:1/3"},
      {"two-thirds of voters", "dos tercios de los votantes", "n:2/3"},
      {"three quarters of voters", "tres cuartas partes de los votantes", "n:0.75"},
      {"half of the voters", "la mitad de los votantes", "n:0.5"},
      {"1/2 cup", "½ taza", "n:0.5"},
      {"12 percent", "12 por ciento", "%:12"},
      {"12%", "el 12 por 100", "%:12"},
      {"12.5 per cent", "12,5 %", "%:12.5"},
      {"twelve percent", "un doce por ciento", "%:12"},
      {"one percent", "el uno por ciento", "%:1"},
      {".08 percent", "0,08 %", "%:0.08"},
      {"the 17th district", "el distrito 17", "n:17"},
      {"reported twice", "informó dos veces", "u:time:2"},
      {"the 2nd of them", "el 2.º de ellos", "o:2"},
      {"the 2nd of them", "la 2da de ellas", "o:2"},
      {"the first woman", "la primera mujer", "o:1"},
      {"the twenty-first time", "la vigésima primera vez", "o:21"},
      {"in Chapter Three of it", "en el tercer capítulo", "o:3"},
      {"King Ludovic VI said", "El rey Ludovico VI dijo", "n:6"},
      {"Article IV of it", "el artículo 4 de ella", "n:4"},
      {"a score of 5-3 then", "un marcador de 5-3 entonces", "n:3"},
      {"at -3 then", "a -3 entonces", "n:-3"},
  });
}

TEST_CASE("a day is the same in whatever order it is written", "[anchor]") {
  agree({
      {"on March 3, 2026, he", "el 3 de marzo de 2026", "d:2026-03-03"},
      {"on 3 March 2026 he", "el 3 de marzo del 2026", "d:2026-03-03"},
      {"on March 3rd he", "el 3 de marzo", "d:--03-03"},
      {"the 3rd of March", "3 mar.", "d:--03-03"},
      {"2026-03-03", "3/3/2026", "d:2026-03-03"},
      {"12/25/2026", "25/12/2026", "d:2026-12-25"},
      {"on January 1", "el 1.º de enero", "d:--01-01"},
      {"on January 1", "el primero de enero", "d:--01-01"},
      {"in March 2026", "en marzo de 2026", "d:2026-03"},
      {"in March", "en marzo", "m:03"},
      {"in May", "en mayo", "m:05"},
      {"on Monday", "el lunes", "w:1"},
      {"on Saturdays", "los sábados", "w:6"},
      {"in 2019", "en 2019", "y:2019"},
      {"in the 1990s", "en los años 90", "y:1990s"},
      {"in the nineties", "en los años noventa", "y:1990s"},
      {"in the 70s", "en los 70", "y:1970s"},
      {"in nineteen eighty-four", "en 1984", "y:1984"},
      {"back in '87", "en el 87", "n:87"},
      {"mid-March", "a mediados de marzo", "m:03"},
      {"this 19th day of March 2020", "el 19 de marzo de 2020", "d:2020-03-19"},
      {"the '60s", "la década de 1960", "y:1960s"},
      {"the 20th century", "el siglo XX", "c:20"},
      {"the twentieth century", "el siglo 20", "c:20"},
      {"the 18th and 19th centuries", "los siglos XVIII y XIX", "c:18"},
      {"the 18th and 19th centuries", "los siglos XVIII y XIX", "c:19"},
      {"in 300 B.C.", "en el 300 a. C.", "y:-300"},
      {"October 3-5", "del 3 al 5 de octubre", "d:--10-03"},
      {"October 3-5", "del 3 al 5 de octubre", "d:--10-05"},
  });
}

TEST_CASE("a time of the day is the same by either clock", "[anchor]") {
  agree({
      {"at 3 p.m.", "a las 15:00", "t:15:00"},
      {"at 3pm", "a las tres de la tarde", "t:15:00"},
      {"at 3:30 p.m.", "a las 15.30 h", "t:15:30"},
      {"at 3:30 p.m.", "a las tres y media de la tarde", "t:15:30"},
      {"at 10 in the morning", "a las 10 de la mañana", "t:10:00"},
      {"at 9 p.m.", "a las nueve de la noche", "t:21:00"},
      {"at noon", "al mediodía", "t:12:00"},
      {"from 6-8 p.m.", "de las 18:00 a las 20:00", "t:18:00"},
      {"at midnight", "a medianoche", "t:00:00"},
      {"at 12:15 a.m.", "a las 0:15", "t:00:15"},
      {"at three o'clock", "a las tres", "t:03:00"},
      {"at half past three", "a las tres y media", "t:03:30"},
      {"at a quarter to one in the morning", "a la una menos cuarto de la mañana", "t:00:45"},
      {"at a quarter past four", "a las cuatro y cuarto", "t:16:15"},
  });
}

TEST_CASE("money and measures are the same by value", "[anchor]") {
  agree({
      {"$3.5 billion", "3.500 millones de dólares", "$:dollar:3500000000"},
      {"$20", "20 dólares", "$:dollar:20"},
      {"US$20", "20 dólares estadounidenses", "$:USD:20"},
      {"20 US dollars", "20 USD", "$:USD:20"},
      {"€5m", "5 millones de euros", "$:EUR:5000000"},
      {"€5 million", "5 M€", "$:EUR:5000000"},
      {"£20", "20 libras", "$:GBP:20"},
      {"200 pesos", "$200", "$:peso:200"},
      {"a $20-million deal", "un acuerdo de 20 millones de dólares", "$:dollar:20000000"},
      {"$20-30 million", "entre 20 y 30 millones de dólares", "$:dollar:20000000"},
      {"50 cents", "50 centavos", "$:cent:50"},
      {"5 km", "cinco kilómetros", "u:kilometer:5"},
      {"a four-year-long war", "una guerra de cuatro años", "u:year:4"},
      {"the 78-year-old man", "el hombre de 78 años", "u:year:78"},
      {"Pedro Sanz, 42, said", "Pedro Sanz, de 42 años, dijo", "u:year:42"},
      {"children aged 5 to 14", "niños de 5 a 14 años", "u:year:14"},
      {"a year and a half", "un año y medio", "u:year:1.5"},
      {"the last six long years", "los seis largos años", "u:year:6"},
      {"-3 °C", "3 grados bajo cero", "u:celsius:-3"},
      {"two and a half years", "dos años y medio", "u:year:2.5"},
      {"half an hour", "media hora", "u:hour:0.5"},
      {"10 to 12 weeks", "de 10 a 12 semanas", "u:week:10"},
      {"100 square miles", "100 millas cuadradas", "u:square-mile:100"},
      {"100 km²", "100 kilómetros cuadrados", "u:square-kilometer:100"},
      {"-3°C", "3 grados centígrados bajo cero", "u:celsius:-3"},
      {"minus 3 degrees", "-3 grados", "u:degree:-3"},
      {"6 feet", "6 pies", "u:foot:6"},
      {"60 mph", "60 millas por hora", "u:mile-per-hour:60"},
      {"two centuries", "dos siglos", "u:century:2"},
  });
}

TEST_CASE("a name is the same however either language writes it", "[anchor]") {
  agree({
      {"NATO refused", "La OTAN se negó", "nato"},
      {"The E.U. refused", "La UE se negó", "european-union"},
      {"The EU refused", "La Unión Europea se negó", "european-union"},
      {"The European Union refused", "La U.E. se negó", "european-union"},
      {"The UN refused", "La ONU se negó", "united-nations"},
      {"The U.N. refused", "Naciones Unidas se negó", "united-nations"},
      {"The IMF refused", "El FMI se negó", "imf"},
      {"The International Monetary Fund refused", "El Fondo Monetario Internacional se negó",
       "imf"},
      {"The White House refused", "La Casa Blanca se negó", "white-house"},
      {"in the Oval Office", "en el Despacho Oval", "oval-office"},
      {"in the Oval Office", "en la Oficina Oval", "oval-office"},
      {"Prime Minister Ana Ruiz", "la primera ministra Ana Ruiz", "prime-minister"},
      {"the prime minister", "el primer ministro", "prime-minister"},
      {"the U.S. Senate", "el Senado de EE. UU.", "us"},
      {"the U.S. Senate", "el senado de Estados Unidos", "senate"},
      {"rain in London", "lluvia en Londres", "london"},
      {"rain in Kyiv", "lluvia en Kiev", "kyiv"},
      {"rain in Kiev", "lluvia en Kíiv", "kyiv"},
      {"rain in Kyiv", "lluvia en Kiiv", "kyiv"},
      {"Ukrainian soldiers", "las ucranianas", "ua"},
      {"the city of Ukraine", "una ciudad ucraniana", "ua"},
      {"the Russians", "los rusos", "ru"},
      {"a British ship", "una nave británica", "gb"},
      {"so Zelensky said", "según Zelenski", "volodymyr-zelensky"},
      {"so Zelenskyy said", "según Volodímir Zelenski", "volodymyr-zelensky"},
      {"since Khomeini died", "desde que murió Jomeini", "ruhollah-khomeini"},
      {"during the Cold War", "durante la Guerra Fría", "cold-war"},
      {"since World War II", "desde la Segunda Guerra Mundial", "second-world-war"},
      {"since 9/11", "desde el 11-S", "sept-11-attacks"},
      {"the Democratic Party", "el Partido Demócrata", "democratic-party"},
      {"before the Supreme Court", "ante el Tribunal Supremo", "supreme-court"},
      {"told the Associated Press", "dijo a Associated Press", "associated-press"},
      {"the Catholics", "los católicos", "catholic"},
      {"as COVID-19 spread", "mientras se extendía la covid-19", "covid-19"},
      {"as malaria spread", "mientras se extendía el paludismo", "malaria"},
      {"more carbon dioxide", "más dióxido de carbono", "carbon-dioxide"},
      {"a bald eagle", "un águila calva", "bald-eagle"},
  });
}

TEST_CASE("literals keep their spelling", "[anchor]") {
  agree({
      {"see https://example.org/a?b=1.", "véase example.org/a?b=1", "example.org/a?b=1"},
      {"write to ana.b@example.org", "escriba a ana.b@example.org.", "ana.b@example.org"},
      {"#MeToo, they say", "el #metoo", "#metoo"},
      {"says @someone_else", "dice @someone_else", "@someone_else"},
      {"an F-16 jet", "un F16", "f16"},
      {"the SARS-CoV-2 virus", "el virus SARS-CoV-2", "sarscov2"},
      {"the W3C", "el W3C", "w3c"},
      {"the SS19 season", "la temporada SS19", "ss19"},
      {"Yevhen Khomensky", "Yevguén Jomenski", "k:gmnsk"},
      {"the city of Velihorsk", "la ciudad de Veligorsk", "k:blgrsk"},
  });
}

}  // namespace cotejo
