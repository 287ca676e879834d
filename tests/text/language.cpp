#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cotejo/text.hpp"

namespace cotejo {

TEST_CASE("a headline is enough to tell Spanish from English", "[language]") {
  for (const std::string_view text :
       {"Elogio del banco de la plaza", "La mayor desaladora arrancará en octubre",
        "¿Quién paga y cuánto?", "No hay más que hablar", "El presidente viaja a Lima",
        "Los vecinos protestan por el ruido", "Mañana lloverá en el norte"}) {
    CHECK(detect_language(text).language == "es");
  }
  for (const std::string_view text :
       {"In Praise of the Public Bench", "Who pays, and how much", "The plant opens in October",
        "What comes next", "The president travels to Lima", "She is not at home"}) {
    CHECK(detect_language(text).language == "en");
  }
}

TEST_CASE("neighbouring languages are not taken for Spanish or English", "[language]") {
  const auto language = [](std::string_view text) { return detect_language(text).language; };
  CHECK(language("O presidente da câmara disse que não há dinheiro para as obras, mas que a "
                 "situação vai melhorar no próximo ano.") == "pt");
  CHECK(language("L'alcalde va dir que no hi ha diners per a les obres, però que la situació "
                 "millorarà l'any que ve amb els nous impostos.") == "ca");
  CHECK(language("O alcalde dixo que non hai cartos para as obras, pero que a situación vai "
                 "mellorar o ano que vén cos novos impostos e unha axuda.") == "gl");
  CHECK(language("Le maire a dit qu'il n'y avait pas d'argent pour les travaux, mais que la "
                 "situation va s'améliorer avec les impôts.") == "fr");
  CHECK(language("Il sindaco ha detto che non ci sono soldi per i lavori, ma che la situazione "
                 "migliorerà con le nuove tasse.") == "it");
  CHECK(language("Der Bürgermeister sagte, dass es kein Geld für die Arbeiten gibt, aber die Lage "
                 "wird sich im nächsten Jahr bessern.") == "de");
  CHECK(language("De burgemeester zei dat er geen geld is voor de werken, maar dat het volgend "
                 "jaar beter zal worden met de nieuwe belasting.") == "nl");
  CHECK(language("Primarul a spus că nu sunt bani pentru lucrări, dar că situația se va "
                 "îmbunătăți anul viitor cu noile taxe.") == "ro");
}

TEST_CASE("other scripts give a language by their letters", "[language]") {
  CHECK(detect_language("Сегодня в городе открылась библиотека").language == "ru");
  CHECK(detect_language("Сьогодні в місті відкрилася нова бібліотека").language == "uk");
  CHECK(detect_language("我能吞下玻璃").language == "zh");
  CHECK(detect_language("私はガラスを食べられます").language == "ja");
  CHECK(detect_language("نشر الكتاب أمس").language == "ar");
  CHECK(detect_language("Η πόλη άνοιξε").language == "el");
}

TEST_CASE("nothing is said where nothing speaks for a language", "[language]") {
  CHECK(detect_language("").language.empty());
  CHECK(detect_language("1234 — 56 %").language.empty());
  CHECK(detect_language("xyzzy plugh").language.empty());
  CHECK(detect_language("Sandra Gutiérrez").confidence < 0.5);
}

TEST_CASE("a long text is judged by its begin, wherever the cut falls", "[language]") {
  std::string text;
  while (text.size() < 70000) text += "más ¿él? ";
  for (int shift = 0; shift < 3; ++shift) {
    CHECK(detect_language(std::string(static_cast<std::size_t>(shift), ' ') + text).language ==
          "es");
  }
}

}  // namespace cotejo
