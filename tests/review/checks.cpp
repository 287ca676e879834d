#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

#include "cotejo/review.hpp"
#include "side.hpp"

namespace cotejo {
namespace {

Side passage(std::string_view language, const std::string& text) {
  Side out = side(language, {{text}});
  if (text.empty()) out.segments.clear();
  out.anchors = find_anchors(out.document, Lexicon::shipped(language));
  return out;
}

std::vector<Finding> findings(const std::string& source, const std::string& target,
                              const std::string& from = "en", const std::string& to = "es",
                              const ReviewOptions& options = {}) {
  const Side left = passage(from, source);
  const Side right = passage(to, target);
  return review(left, right, {{{0, left.segments.size()}, {0, right.segments.size()}, 1.0, {}}}, {},
                Lexicon::shipped(from), Lexicon::shipped(to), Dictionary::shipped(from, to),
                options);
}

bool has(const std::vector<Finding>& all, FindingKind kind, Severity least = Severity::major) {
  return std::any_of(all.begin(), all.end(), [&](const Finding& finding) {
    return finding.kind == kind && finding.severity >= least;
  });
}

bool grave(const std::vector<Finding>& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const Finding& finding) { return finding.severity >= Severity::major; });
}

TEST_CASE("a number that changed is found, however it is written") {
  CHECK(has(findings("The fund spent 1,250.50 euros on 37 schools.",
                     "El fondo gastó 1.250,50 euros en 77 escuelas."),
            FindingKind::number));
  CHECK(has(findings("The leaders of the two countries met in Paris.",
                     "Los líderes de los siete países se reunieron en París."),
            FindingKind::number));
  CHECK(
      has(findings("He was born in 1999 in Lima.", "Nació en 1979 en Lima."), FindingKind::number));
}

TEST_CASE("a number said in the other language's way is no finding") {
  CHECK_FALSE(grave(findings("The fund spent 1,250.50 euros on 37 schools.",
                             "El fondo gastó 1.250,50 euros en 37 escuelas.")));
  CHECK_FALSE(grave(findings("Both teams played on Monday.", "Los dos equipos jugaron el lunes.")));
  CHECK_FALSE(grave(
      findings("A dozen people came to the meeting.", "Doce personas vinieron a la reunión.")));
  CHECK_FALSE(grave(findings("The meeting begins at 3 p.m. on Friday.",
                             "La reunión empieza el viernes a las 15:00.")));
}

TEST_CASE("a number that changed is found though another one has its value") {
  CHECK(has(findings("The club sits in third place, three points off the top.",
                     "El club ocupa el tercer puesto, a siete puntos del primero."),
            FindingKind::number));
  CHECK(has(findings("The team, now in third place, is five goals short.",
                     "El equipo, tercero (quinta jornada), está a doce goles."),
            FindingKind::number));
  CHECK(has(findings("It must be done within 28 days of the order.",
                     "Debe hacerse en los 27 días siguientes a la orden."),
            FindingKind::number));
  CHECK(has(findings("The train leaves at 4:00 on Saturday.", "El tren sale el sábado a las 4:40."),
            FindingKind::time));
  CHECK(has(findings("On 28 February 2008 they signed the second agreement.",
                     "El 28 de febrero de 2007 firmaron el segundo acuerdo."),
            FindingKind::date));
  CHECK(has(findings("Thousands of houses collapsed.", "Millones de casas se derrumbaron."),
            FindingKind::number));
}

TEST_CASE("another number of a numbered name is found") {
  CHECK(
      has(findings("The spread of COVID-19 was slow.", "La propagación de la COVID-79 fue lenta."),
          FindingKind::number));
  CHECK(has(findings("Among them HCoV-229E is the oldest.",
                     "Entre ellos, el HCoV-226E es el más antiguo."),
            FindingKind::number));
  CHECK_FALSE(grave(
      findings("A drug against SARS-CoV-2 was tested.", "Se probó un fármaco anti-SARS-CoV-2.")));
}

TEST_CASE("a value said in another way is no finding") {
  CHECK_FALSE(grave(findings("He added 6½ points.", "Sumó 6 puntos y medio.")));
  CHECK_FALSE(grave(findings("Between 3 million and more than 10 million people died.",
                             "Murieron entre 3 y más de 10 millones de personas.")));
  CHECK_FALSE(grave(findings("The band played on Saturday Night Live.",
                             "El grupo tocó en Saturday Night Live.")));
  CHECK_FALSE(grave(findings("She will be back at the weekend.", "Volverá el fin de semana.")));
  CHECK_FALSE(
      grave(findings("In 833 it became a state.", "En el año 833 se convirtió en un estado.")));
}

TEST_CASE("a time of play that changed is found, and may be told in words") {
  CHECK(has(
      findings("The winger scored on 27:37 in Leeds.", "El extremo marcó en el 27:34 en Leeds."),
      FindingKind::number));
  CHECK(has(findings("She won the marathon in 2:25:36.", "Ganó la maratón en 2:25:56."),
            FindingKind::number));
  CHECK(has(
      findings("The pupils outnumber the teachers 9:2.", "Los alumnos superan a los maestros 9:4."),
      FindingKind::number));
  CHECK_FALSE(grave(findings("The winger scored on 27:37 in Leeds.",
                             "El extremo marcó en el minuto 27:37 en Leeds.")));
  CHECK_FALSE(grave(findings("The winger scored after 27:37.",
                             "El extremo marcó a los 27 minutos y 37 segundos.")));
}

TEST_CASE("a number behind a hyphen is compared like others") {
  CHECK_FALSE(grave(findings("She is 1-of-4 singers on the tour.",
                             "Es una de las cuatro cantantes de la gira.")));
  CHECK(has(
      findings("He lost a ball at the par-3 12th hole.", "Perdió una bola en el hoyo 12, par 5."),
      FindingKind::number));
  CHECK_FALSE(grave(
      findings("He lost a ball at the par-3 12th hole.", "Perdió una bola en el hoyo 12, par 3.")));
}

TEST_CASE("a decade is read however Spanish names it") {
  CHECK_FALSE(grave(findings("The school opened in the 1960s in Leeds.",
                             "La escuela abrió en la década de los sesentas en Leeds.")));
  CHECK(has(findings("The school opened in the 1960s in Leeds.",
                     "La escuela abrió en la década de los ochentas en Leeds."),
            FindingKind::number));
}

TEST_CASE("an idiom of time measures nothing") {
  CHECK_FALSE(grave(findings("The mayor will answer later in the day.",
                             "El alcalde responderá en horas posteriores.")));
  CHECK_FALSE(grave(
      findings("The singer cancelled at the last minute.", "La cantante canceló a última hora.")));
  CHECK(has(findings("The talks of these days lasted three hours.",
                     "Las conversaciones de hoy en día duraron tres semanas."),
            FindingKind::unit));
}

TEST_CASE("a day or a month that changed is found") {
  CHECK(has(findings("The vote takes place on Thursday in Madrid.",
                     "La votación se celebra el sábado en Madrid."),
            FindingKind::date));
  CHECK(has(findings("The court ruled in January that the map was illegal.",
                     "El tribunal dictaminó en febrero que el mapa era ilegal."),
            FindingKind::date));
}

TEST_CASE("a measure converted well is named and no error; one converted badly is") {
  const auto good =
      findings("The house is 10 miles from the sea.", "La casa está a 16 kilómetros del mar.");
  CHECK_FALSE(grave(good));
  CHECK(has(good, FindingKind::unit, Severity::neutral));
  CHECK(grave(
      findings("The house is 10 miles from the sea.", "La casa está a 48 kilómetros del mar.")));
  CHECK_FALSE(grave(findings("It was 86 °F in the shade.", "Hacía 30 °C a la sombra.")));
}

TEST_CASE("a unit that changed is found") {
  CHECK(has(findings("The trip takes 20 days by ship.", "El viaje dura 20 semanas en barco."),
            FindingKind::unit));
}

TEST_CASE("a sum in another currency is found") {
  CHECK(has(findings("The new bridge cost 5 million dollars last year.",
                     "El nuevo puente costó 5 millones de euros el año pasado."),
            FindingKind::currency));
}

TEST_CASE("another person's or place's name is found") {
  CHECK(has(findings("The mayor of Holyoke, Massachusetts, thanked Warren for the visit.",
                     "El alcalde de Holyoke, Vermont, agradeció a Warren la visita."),
            FindingKind::entity));
}

TEST_CASE("a form of address is nobody's name") {
  const auto found = findings(
      "El subsidio con el que se quiere suavizar el cambio, y que el Sr. Iván Peralta, "
      "subsecretario de Obras Hidráulicas, detalló ante el Congreso, cubrirá el 60 % de "
      "la tarifa.",
      "A subsidy to ease the change was laid out before Congress by Mr. Iván Peralta, the "
      "undersecretary for waterworks.",
      "es", "en");
  CHECK_FALSE(has(found, FindingKind::entity, Severity::minor));
}

TEST_CASE("names as the other language has them are no findings") {
  CHECK_FALSE(grave(findings("NATO and the E.U. discussed the war in Ukraine.",
                             "La OTAN y la UE hablaron de la guerra en Ucrania.")));
  CHECK_FALSE(grave(
      findings("St. Martin's is a church in Harlem.", "San Martín es una iglesia de Harlem.")));
  CHECK_FALSE(
      grave(findings("Mr. Zelensky spoke in London.", "El señor Zelenski habló en Londres.")));
}

TEST_CASE("a people and its country, and a party and its members, are one name") {
  for (const auto& [source, target] :
       {std::pair("A Welsh baker bought the mill.", "Un panadero de Gales compró el molino."),
        std::pair("Two Ohioans bought the mill.", "Dos vecinos de Ohio compraron el molino."),
        std::pair("A Sonoran farmer bought the mill.", "Un granjero sonorense compró el molino."),
        std::pair("The Tories lost three seats.", "El Partido Conservador perdió tres escaños."),
        std::pair("They crossed the Scottish Highlands on foot.",
                  "Cruzaron a pie los Highlands escoceses.")}) {
    INFO(source);
    CHECK_FALSE(has(findings(source, target), FindingKind::entity, Severity::minor));
  }
}

TEST_CASE("an acronym and the words it stands for are one name, in whatever order") {
  CHECK_FALSE(has(findings("The minutes of the GC meeting were lost.",
                           "Se perdieron las actas de la reunión del Comité General."),
                  FindingKind::entity, Severity::minor));
  CHECK_FALSE(has(
      findings("His uncle was wounded in WW1.", "Su tío fue herido en la Primera Guerra Mundial."),
      FindingKind::entity, Severity::minor));
  CHECK_FALSE(has(findings("The HTU opened its new library.",
                           "La Unión de Maestros de Historia abrió su nueva biblioteca."),
                  FindingKind::entity, Severity::minor));
  CHECK_FALSE(has(findings("The ISR warned the neighbours.",
                           "El Instituto de Estudios Rurales advirtió a los vecinos."),
                  FindingKind::entity, Severity::minor));
  CHECK(has(findings("The mayor of Dalby met the XRQ on Monday in Leeds.",
                     "El alcalde de Dalby se reunió con la Liga de Pesca el lunes en Leeds."),
            FindingKind::entity, Severity::minor));
}

TEST_CASE("a negation lost or gained is found; one carried by another word is not") {
  CHECK(has(findings("He said the law is not a threat to the country.",
                     "Dijo que la ley es una amenaza para el país."),
            FindingKind::negation, Severity::minor));
  CHECK(has(findings("He said the disappearance of bars was understandable.",
                     "Dijo que la desaparición de los bares no era comprensible."),
            FindingKind::negation, Severity::minor));
  CHECK_FALSE(grave(findings("Nobody knows the answer.", "Nadie conoce la respuesta.")));
  CHECK_FALSE(grave(findings("He has never seen anything.", "No ha visto nunca nada.")));
}

bool denied(const std::string& source, const std::string& target, const std::string& from = "en",
            const std::string& to = "es") {
  return has(findings(source, target, from, to), FindingKind::negation, Severity::minor);
}

TEST_CASE("a negation that the other language says in other words is no finding") {
  // By a phrase
  CHECK_FALSE(denied("Sales are stronger than ever in the north of the country.",
                     "Las ventas son más fuertes que nunca en el norte del país."));
  CHECK_FALSE(denied("And that is not just my experience of the city.",
                     "Y esa no es solo mi experiencia de la ciudad."));
  CHECK_FALSE(denied("The report is only a pretext for the reform.",
                     "El informe no es más que un pretexto para la reforma."));
  CHECK_FALSE(denied("The coach has yet to win a match this season.",
                     "El entrenador aún no ha ganado un partido esta temporada."));
  CHECK_FALSE(denied("You are coming to the meeting tomorrow, aren't you?",
                     "Vienes mañana a la reunión, ¿no?"));
  // By a word that means it
  CHECK_FALSE(denied("The treaty forbids any attack against civilians.",
                     "El tratado no permite ningún ataque contra civiles."));
  CHECK_FALSE(denied("Doctors were unable to save the patient.",
                     "Los médicos no pudieron salvar al paciente."));
  CHECK_FALSE(denied("You keep asking me for money.", "No paras de pedirme dinero."));
  CHECK_FALSE(denied("The critics were unimpressed by the new play.",
                     "A los críticos no les convenció la nueva obra."));
  CHECK_FALSE(
      grave(findings("The mine stopped paying its workers.", "La mina ya no paga a sus obreros.")));
  // By both of two
  CHECK_FALSE(denied("The tax hurts not only bakers but also butchers.",
                     "El impuesto perjudica a los panaderos y también a los carniceros."));
  CHECK_FALSE(
      denied("El impuesto perjudica no solo a los panaderos, sino también a los carniceros.",
             "The tax hurts both bakers and butchers.", "es", "en"));
  // By its spelling
  CHECK_FALSE(denied("He was a nonpartisan analyst of the university.",
                     "Era un analista no partidista de la universidad."));
  CHECK_FALSE(denied("They were non-violent protests in the capital.",
                     "Fueron protestas no violentas en la capital."));
}

TEST_CASE("a negation said twice in one language and once in the other is no finding") {
  CHECK_FALSE(denied("They will not forget it tomorrow and not in November.",
                     "No lo olvidarán mañana ni en noviembre."));
  CHECK_FALSE(denied("The police did not find anyone or anything in the house.",
                     "La policía no encontró a nadie ni nada en la casa."));
  CHECK_FALSE(denied("Why didn't the senator and his Republican friends want the inquiry?",
                     "¿Por qué el senador y sus amigos republicanos no querían la investigación?"));
}

TEST_CASE("a title left in its language on both sides loses no negation") {
  CHECK_FALSE(denied("He recorded the song \"Don't Go Breaking My Heart\" in 1976.",
                     "Grabó la canción \"Don't Go Breaking My Heart\" en 1976."));
}

TEST_CASE("a negation lost beside a negative word that both have is found") {
  CHECK(denied("He said the band has struggled to fill the hall this year.",
               "Dijo que la banda no ha luchado por llenar la sala este año."));
  CHECK(denied("He said the law is not a threat, and that nobody should be afraid.",
               "Dijo que la ley es una amenaza, y que nadie debería tener miedo."));
  CHECK(denied("La ley no es una amenaza para el país.", "The law is a threat to the country.",
               "es", "en"));
}

TEST_CASE("a word rendered by its opposite is found") {
  CHECK(has(findings("The team celebrated the victory in the final.",
                     "El equipo celebró la derrota en la final."),
            FindingKind::mistranslation, Severity::minor));
  CHECK(has(findings("She has always paid the taxes of her company.",
                     "Ella nunca ha pagado los impuestos de su empresa."),
            FindingKind::mistranslation, Severity::minor));
  CHECK(has(findings("The prices in the capital rose in March.",
                     "Los precios en la capital bajaron en marzo."),
            FindingKind::mistranslation, Severity::minor));
}

TEST_CASE("an opposite that is denied, or whose word is rendered too, is no error") {
  CHECK_FALSE(grave(findings("The plan is unpopular with the voters.",
                             "El plan no es popular entre los votantes.")));
  CHECK_FALSE(grave(
      findings("They were unable to open the door.", "No fueron capaces de abrir la puerta.")));
  CHECK_FALSE(
      grave(findings("He arrived before the storm, and she left after the storm.",
                     "Él llegó antes de la tormenta y ella se fue después de la tormenta.")));
  CHECK_FALSE(grave(findings("The harbour is not far from the old town.",
                             "El puerto está cerca del casco viejo.")));
  CHECK_FALSE(
      grave(findings("The soup was not bad for a canteen.", "La sopa era buena para un comedor.")));
}

TEST_CASE("an age is no opposite of young, nor what comes next of what was before") {
  CHECK_FALSE(
      grave(findings("A 19-year-old won the race.", "Un joven de 19 años ganó la carrera.")));
  CHECK_FALSE(grave(findings("The choir sang in Porto before travelling to Vigo.",
                             "El coro cantó en Oporto y luego viajó a Vigo.")));
}

TEST_CASE("a sentence left in the source's language is found; a title is not") {
  CHECK(has(findings("I have never hidden my politics, not even at the last election.",
                     "I have never hidden my politics, not even at the last election."),
            FindingKind::untranslated));
  CHECK(has(findings("Harbour workers strike again", "Harbour workers strike again"),
            FindingKind::untranslated));
  CHECK_FALSE(grave(findings("She sang \"Gone with the Wind\" in Seville.",
                             "Cantó «Gone with the Wind» en Sevilla.")));
}

TEST_CASE("a headline left in the source's language is found in any case; a name is not") {
  for (const char* headline :
       {"Why Farmers Will Leave the Valley This Spring", "How We Lost The Last Train Home",
        "Judge Says Markets Will Stay Closed", "COUNCIL REJECTS NEW PARKING RULES AFTER PROTEST"}) {
    INFO(headline);
    CHECK(has(findings(headline, headline), FindingKind::untranslated));
  }
  for (const char* name :
       {"The Wind in the Willows", "Bank of Scotland", "The Denver Post",
        "Journal of the American Chemical Society", "Anna Reed and Mark Baker"}) {
    INFO(name);
    CHECK_FALSE(has(findings(name, name), FindingKind::untranslated));
  }
}

TEST_CASE(
    "a name that keeps its article, and words that were borrowed, are not left untranslated") {
  CHECK_FALSE(has(findings("He told the Ottawa Evening Herald that he would stay.",
                           "Dijo a The Ottawa Evening Herald que se quedaría."),
                  FindingKind::untranslated));
  CHECK_FALSE(
      has(findings("She goes jogging before the casting.", "Hace jogging antes del casting."),
          FindingKind::untranslated, Severity::minor));
}

TEST_CASE("an address that both sides have is not left untranslated") {
  CHECK_FALSE(has(findings("Read more at https://data.example.org/the-water-and-you today.",
                           "Más en https://data.example.org/the-water-and-you hoy mismo."),
                  FindingKind::untranslated, Severity::minor));
  CHECK_FALSE(grave(findings("https://news.example.org/from-the-editor",
                             "https://news.example.org/from-the-editor")));
}

TEST_CASE("a clause left out and one put in are found where they stand") {
  const std::string source =
      "The president visited the hospital on Monday, and he promised the nurses higher wages.";
  const std::string target =
      "El presidente visitó el hospital el lunes y prometió a las enfermeras salarios más altos.";
  CHECK_FALSE(grave(findings(source, target)));
  const auto lost = findings(source, "El presidente visitó el hospital el lunes.");
  REQUIRE(has(lost, FindingKind::omission, Severity::minor));
  const auto gained = findings("The president visited the hospital on Monday.", target);
  REQUIRE(has(gained, FindingKind::addition, Severity::minor));
  for (const Finding& finding : gained) {
    if (finding.kind == FindingKind::addition) CHECK(finding.target.begin > 20);
  }
}

TEST_CASE("a whole sentence without counterpart is found") {
  CHECK(has(findings("This is not translated at all.", ""), FindingKind::omission));
  CHECK(has(findings("", "Esto no está en el original."), FindingKind::addition));
  CHECK(has(findings("This is not translated at all.", "."), FindingKind::omission));
  CHECK(findings("", "").empty());
}

TEST_CASE("quotation marks of another style are no finding, lost ones are") {
  CHECK_FALSE(has(findings("“We will win the race this year,” said the captain.",
                           "«Ganaremos la carrera este año», dijo el capitán."),
                  FindingKind::quotation, Severity::minor));
  CHECK(has(findings("“We will win the race this year,” the captain said.",
                     "Ganaremos la carrera este año, dijo el capitán."),
            FindingKind::quotation, Severity::minor));
}

TEST_CASE("words of one speaker that another one says are found") {
  CHECK(has(findings("“We will win,” said Jones, who had met Ramírez in Lima.",
                     "«Ganaremos», dijo Ramírez, que se había reunido con Jones en Lima."),
            FindingKind::quotation));
  CHECK(has(findings("“We will win,” I said.", "«Ganaremos», dijo Ramírez."),
            FindingKind::quotation));
  CHECK_FALSE(has(findings("“We will win,” said Jones, who had met Ramírez in Lima.",
                           "«Ganaremos», dijo Jones, que se había reunido con Ramírez en Lima."),
                  FindingKind::quotation, Severity::minor));
  CHECK_FALSE(has(findings("Jones told Ramírez in Lima that they would win.",
                           "Jones dijo a Ramírez en Lima que ganarían."),
                  FindingKind::quotation, Severity::minor));
}

TEST_CASE("words put into a quotation or taken out of it are found") {
  CHECK(has(findings("“We will win,” he said, because the young players trained hard in Lima.",
                     "«Ganaremos porque los jóvenes jugadores entrenaron duro en Lima», dijo."),
            FindingKind::quotation, Severity::minor));
  CHECK(has(findings("“We will win because the young players trained hard in Lima,” he said.",
                     "«Ganaremos», dijo, porque los jóvenes jugadores entrenaron duro en Lima."),
            FindingKind::quotation, Severity::minor));
  CHECK_FALSE(has(findings("“I am coming,” the old teacher said, “and you will wait.”",
                           "«Voy a ir —dijo el viejo profesor— y tú esperarás»."),
                  FindingKind::quotation, Severity::minor));
}

TEST_CASE("a title that stays in its language is no passage left untranslated") {
  CHECK_FALSE(grave(findings("She has seen The Lord of the Rings many times with her brother.",
                             "Ha visto The Lord of the Rings muchas veces con su hermano.")));
}

TEST_CASE("a passage in a third language is found") {
  CHECK(has(findings("The mayor told the neighbours that the works on the bridge would end before "
                     "the summer holidays.",
                     "Le maire a expliqué aux voisins que les travaux du pont seraient terminés "
                     "avant les vacances d'été."),
            FindingKind::language));
}

TEST_CASE("a passage that stands elsewhere is told, and is no omission") {
  Side left = side("en", {{"The mayor spoke in Lima."}, {"It rained all day."}});
  Side right = side("es", {{"Llovió todo el día."}, {"El alcalde habló en Lima."}});
  left.anchors = find_anchors(left.document, Lexicon::shipped("en"));
  right.anchors = find_anchors(right.document, Lexicon::shipped("es"));
  const std::vector<Bead> beads{
      {{0, 1}, {0, 0}, 0.9, {}}, {{1, 2}, {0, 1}, 0.9, {}}, {{2, 2}, {1, 2}, 0.9, {}}};
  const auto found = review(left, right, beads, {{{0, 1}, {1, 2}, 0.9, {}}}, Lexicon::shipped("en"),
                            Lexicon::shipped("es"), Dictionary::shipped("en", "es"), {});
  CHECK(has(found, FindingKind::order, Severity::minor));
  CHECK_FALSE(has(found, FindingKind::omission, Severity::minor));
  CHECK_FALSE(has(found, FindingKind::addition, Severity::minor));
}

TEST_CASE("slips of the hand are found") {
  CHECK(has(findings("The house is white.", "La casa es es blanca."), FindingKind::doubled_word,
            Severity::minor));
  CHECK(has(findings("Is the house white?", "¿La casa es blanca (de verdad?"),
            FindingKind::punctuation, Severity::minor));
  CHECK(has(findings("The house, white.", "La casa , blanca."), FindingKind::whitespace,
            Severity::minor));
  CHECK(has(findings("The year began.", "El a\u00C3\u00B1o comenz\u00C3\u00B3."),
            FindingKind::encoding, Severity::minor));
}

TEST_CASE("a name rendered in two ways in one document is found, to the strict grave") {
  Side left = side("en", {{"Mayor Goryeon spoke in Lima."},
                          {"We saw Goryeon on Monday."},
                          {"On Friday Goryeon went home."}});
  Side right = side("es", {{"El alcalde Goryeon habló en Lima."},
                           {"Vimos a Goryeon el lunes."},
                           {"El viernes, Gorieon se fue a casa."}});
  left.anchors = find_anchors(left.document, Lexicon::shipped("en"));
  right.anchors = find_anchors(right.document, Lexicon::shipped("es"));
  std::vector<Bead> beads;
  for (std::size_t i = 0; i < 3; ++i) beads.push_back({{i, i + 1}, {i, i + 1}, 1.0, {}});
  const auto all = [&](Strictness strictness) {
    ReviewOptions options;
    options.strictness = strictness;
    return review(left, right, beads, {}, Lexicon::shipped("en"), Lexicon::shipped("es"),
                  Dictionary::shipped("en", "es"), options);
  };
  CHECK(has(all(Strictness::normal), FindingKind::terminology, Severity::minor));
  CHECK(has(all(Strictness::strict), FindingKind::terminology, Severity::major));
}

TEST_CASE("a check that is switched off finds nothing") {
  ReviewOptions options;
  options.off = {FindingKind::number};
  CHECK_FALSE(has(findings("It has 37 rooms.", "Tiene 77 habitaciones.", "en", "es", options),
                  FindingKind::number, Severity::neutral));
}

TEST_CASE("checks that need lists of a language fall silent without them") {
  CHECK_FALSE(grave(findings("Das Haus ist weiß und steht am See.",
                             "La maison est blanche et se trouve au bord du lac.", "de", "fr")));
  CHECK(has(findings("Das Haus hat 37 Zimmer und steht am See.",
                     "La maison a 77 chambres et se trouve au bord du lac.", "de", "fr"),
            FindingKind::number));
}

TEST_CASE("no text is too odd to be reviewed") {
  const std::string endless(1'000'000, 'a');
  findings(endless, "una palabra");
  findings("one word", endless);
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += "no 12 Madrid, \"casa\" (no ";
  findings(many, many);
  findings("\u200F\u202Eabc \u0301\u0301", "\u00BF\u00BF\u00BF((([[");
}

}  // namespace
}  // namespace cotejo
