#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "cotejo/document.hpp"

namespace cotejo {
namespace {

using Strings = std::vector<std::string>;

/// "kind: text" of each block, line ends shown as /.
Strings blocks(std::string_view text, Paragraphs paragraphs = Paragraphs::automatic) {
  const Document document = read_document(text, {.language = "en", .paragraphs = paragraphs});
  Strings found;
  for (const Block& block : document.blocks) {
    std::string line(name(block.kind));
    line += ": ";
    for (const char c : slice(document.text, block.span)) line += c == '\n' ? '/' : c;
    found.push_back(line);
  }
  return found;
}

constexpr std::string_view running =
    "The council met on Tuesday to talk about the bridge, and talked of nothing but the weather "
    "and of lunch, which was late.";

}  // namespace

TEST_CASE("hard-wrapped lines make one paragraph, blank lines part them", "[document]") {
  CHECK(blocks("It was late when the carrier came up the\n"
               "hill with the letters, and nobody in the\n"
               "house was awake.\n"
               "\n"
               "He left them on the step, as he had done\n"
               "every night.\n") ==
        Strings{"paragraph: It was late when the carrier came up the/hill with the letters, and "
                "nobody in the/house was awake.",
                "paragraph: He left them on the step, as he had done/every night."});
}

TEST_CASE("wrapped text without blank lines is parted where a line ends early", "[document]") {
  CHECK(blocks("It was late when the carrier came up the\n"
               "hill with the letters, and nobody in the\n"
               "house was awake.\n"
               "He left them on the step, as he had done\n"
               "every night since the start of that long\n"
               "winter.\n") ==
        Strings{"paragraph: It was late when the carrier came up the/hill with the letters, and "
                "nobody in the/house was awake.",
                "paragraph: He left them on the step, as he had done/every night since the start "
                "of that long/winter."});
}

TEST_CASE("a paragraph a line needs no blank lines", "[document]") {
  const std::string one(running);
  CHECK(blocks("Bridge still closed\n" + one + "\n" + one + "\nWhat now\n" + one + "\n") ==
        Strings{"title: Bridge still closed", "paragraph: " + one, "paragraph: " + one,
                "heading: What now", "paragraph: " + one});
}

TEST_CASE("a heading right above wrapped text stays a heading", "[document]") {
  CHECK(blocks("The carrier\n"
               "It was late when the carrier came up the\n"
               "hill with the letters, and nobody in the\n"
               "house was awake.\n") ==
        Strings{"title: The carrier",
                "paragraph: It was late when the carrier came up the/hill with the letters, and "
                "nobody in the/house was awake."});
}

TEST_CASE("one wrapped paragraph among long lines is joined", "[document]") {
  const std::string one(running);
  CHECK(blocks(one + one +
               "\n\nIt was late when the carrier came up the\n"
               "hill with the letters, and nobody in the\nhouse was awake.\n\n" +
               one) ==
        Strings{"paragraph: " + one + one,
                "paragraph: It was late when the carrier came up the/hill with the letters, and "
                "nobody in the/house was awake.",
                "paragraph: " + one});
}

TEST_CASE("the user may say what parts paragraphs", "[document]") {
  CHECK(blocks("One.\nTwo.\n\nThree.", Paragraphs::blank) ==
        Strings{"paragraph: One./Two.", "paragraph: Three."});
  CHECK(blocks("It was late when the carrier came up the\nhill with the letters.", Paragraphs::line)
            .size() == 2);
}

TEST_CASE("lists: bullets stay outside, numbers inside", "[document]") {
  CHECK(
      blocks("We need:\n- two apples\n* a pear;\n• plums\n1. Wash them.\n2) Eat them.\na) All.") ==
      Strings{"paragraph: We need:", "list-item: two apples", "list-item: a pear;",
              "list-item: plums", "list-item: 1. Wash them.", "list-item: 2) Eat them.",
              "list-item: a) All."});
  CHECK(blocks("1. Introduction\n\n" + std::string(running) + "\n\n2. Method\n\nWe waited.") ==
        Strings{"heading: 1. Introduction", "paragraph: " + std::string(running),
                "heading: 2. Method", "paragraph: We waited."});
}

TEST_CASE("turns of dialogue are no list", "[document]") {
  CHECK(blocks("—¿Vienes? —preguntó.\n—Voy.\n– Ya.\n-¡Corre!\n- ¿Dónde?\n- Aquí.") ==
        Strings{"paragraph: —¿Vienes? —preguntó.", "paragraph: —Voy.", "paragraph: – Ya.",
                "paragraph: -¡Corre!", "paragraph: - ¿Dónde?", "paragraph: - Aquí."});
}

TEST_CASE("a quote loses its marks, at every line", "[document]") {
  CHECK(blocks("He wrote:\n\n> It was late when the carrier came up the\n> hill with the letters.\n"
               ">\n> And so on.\n\nNo more.") ==
        Strings{"paragraph: He wrote:",
                "quote: It was late when the carrier came up the/  hill with the letters.",
                "quote: And so on.", "paragraph: No more."});
}

TEST_CASE("lines of ornament are no text", "[document]") {
  CHECK(blocks("One.\n\n* * *\n\nTwo.\n-----\nThree…\n\n…") ==
        Strings{"paragraph: One.", "paragraph: Two.", "paragraph: Three…", "paragraph: …"});
}

TEST_CASE("titles and headings are short lines without a final stop that head something",
          "[document]") {
  const std::string text(running);
  CHECK(blocks("Who will pay?\n\n" + text + "\n\nBy the river\n\n" + text + "\n\nThe end") ==
        Strings{"title: Who will pay?", "paragraph: " + text, "heading: By the river",
                "paragraph: " + text, "paragraph: The end"});
  CHECK(blocks("Only this") == Strings{"paragraph: Only this"});
  // Verse, a table: too many in a row.
  const Strings verse = blocks(text + "\nOh moon\nOh sea\nOh night\nOh me\n" + text);
  REQUIRE(verse.size() == 6);
  CHECK(verse[2] == "paragraph: Oh sea");
}

TEST_CASE("date lines and bylines are known in both languages", "[document]") {
  for (const std::string line :
       {"date 2025-08-16 Published by Ana Blanco 16 de agosto, 2025", "By Jane Roe | March 3, 2026",
        "Por M. Iglesias. Valparaíso, 3 mar.",
        "Tobias Renner | Juniper Falls | 9 de noviembre de 2025", "Published 16 Aug 2025 at 10:30",
        "Saturday, June 21, 2025", "Madrid, 17 may (EFE).-", "16/08/2025 - 10:30 h",
        "Actualizado: 3 de marzo de 2026, 18:45 CET", "Lunes, 3 de marzo",
        "Updated 2025-08-16 10:30 GMT", "By Ana Pérez and Tom O’Neil, London, 4th May 2024"}) {
    CHECK(blocks("The bridge\n\n" + line + "\n\n" + std::string(running))[1] ==
          "dateline: " + line);
    CHECK(blocks(line + "\n\n" + std::string(running))[0] == "dateline: " + line);
  }
  for (const std::string line : {"By Jane Roe", "Por Ana María de la Fuente", "Redacción / EFE",
                                 "Reuters", "BY JANE ROE, STAFF WRITER", "Texto: Luis Gil Robles",
                                 "Written by Jane Roe in London", "Agencias | Madrid"}) {
    CHECK(blocks("The bridge\n\n" + line + "\n\n" + std::string(running))[1] == "byline: " + line);
  }
}

TEST_CASE("what only mentions a name or a date is no metadata", "[document]") {
  for (const std::string line :
       {"By bicycle", "By the river", "Trump in May 2025", "Remembering September 11, 2001",
        "The budget of 2025", "Por qué llueve", "Por la mañana", "3 claves para mayo",
        "Ley Orgánica 3/2018, de 5 de diciembre", "Titanic Sinks Off Newfoundland, April 15, 1912",
        "May Day", "Real Madrid, 3 - Betis, 1"}) {
    const std::string kind = blocks(line + "\n\n" + std::string(running))[0];
    CHECK(kind == "title: " + line);
  }
  const std::string opening = "Madrid, 17 may (EFE).- El rey viaja hoy a Lima con la reina.";
  CHECK(blocks(opening) == Strings{"paragraph: " + opening});
  // Amid the text a date is a heading, as in a diary.
  const std::string text(running);
  CHECK(blocks("Diary\n\n" + text + "\n\n" + text + "\n\nMay 17, 2025\n\n" + text)[3] ==
        "heading: May 17, 2025");
}

TEST_CASE("captions say that they are", "[document]") {
  const std::string text(running);
  CHECK(blocks(text + "\n\nFoto: el puente, ayer\n\nFigure 2. The bridge\n\n" + text)[1] ==
        "caption: Foto: el puente, ayer");
}

}  // namespace cotejo
