/// @file  The golden rules of English.
#include <catch2/catch_test_macros.hpp>

#include "segment/cut.hpp"

namespace cotejo {
namespace {

// The cases of the Pragmatic Segmenter's golden rules in their order, the sentences our own. A bar
// stands where one sentence ends and the next begins.
const std::vector<Cut> cases{
    {"simple point", "Good morning Alice.| The train leaves soon."},
    {"question mark", "Where is the key?| It was on the table."},
    {"exclamation mark", "That is wonderful!| We won the cup."},
    {"one upper-case letter abbreviated", "The report was signed by Laura K. Bennett yesterday."},
    {"one lower-case letter abbreviated", "See the table on p. 17 for details."},
    {"two lower-case letters in the middle", "Did Tom and co. arrive before noon?"},
    {"two letters with a capital in the middle", "She works for Marsh, Dunn & Co. in Leeds."},
    {"two lower-case letters at the end", "Go and ask Tom and co.| They know the way."},
    {"two letters with a capital at the end",
     "He sold the shop to Marsh, Dunn & Co.| It reopened in May."},
    {"abbreviation before a name", "We drove past Mt. Rainier at dawn."},
    {"before and behind a name", "St. Peter's School stands on 9th st. near the canal."},
    {"possessive of an abbreviation", "We borrowed Sam Hill Jr.'s boat."},
    {"several points in the middle", "Her aunt lived in the U.S.A. for years."},
    {"several points at the end", "They settled in the E.U.| What about her?"},
    {"U.S. at the end", "They settled in the U.S.| What about her?"},
    {"U.S. before a capital", "He was hired by the U.S. Senate in Washington."},
    {"U.S. in the middle", "She taught in the U.S. for ten years."},
    {"a.m. and p.m. in the middle and at the end",
     "At 7 a.m. Mrs. Lane opened the shop.| She closed it at 5 P.M.| Mrs. Lane then walked home."},
    {"number in the middle", "The lamp costs $45.50 in the sale."},
    {"number at the end", "The lamp costs $45.50.| Nobody bought it."},
    {"sentence in brackets inside another",
     "He plays the cello (He had lessons as a child.) in a small orchestra."},
    {"e-mail address", "Write to Ann.Lee@mail.org.| She answers quickly."},
    {"web address", "The page is: https://www.test.42.org/a-b/big_page.html.| Have a look at it."},
    {"single quotation marks inside", "He looked at her, 'That is fine.' he said."},
    {"double quotation marks inside", "He looked at her, \"That is fine.\" he said."},
    {"double quotation marks at the end",
     "He looked at her, \"That is fine.\"| Then he left the room without a word."},
    {"two exclamation marks", "Stop!!| You cannot go in."},
    {"two question marks", "Really??| Who told you?"},
    {"! and ?", "Really!?| Are you sure?"},
    {"? and !", "Really?!| Are you sure?"},
    {"list, point and bracket, no point", "1.) Open the box| 2.) Read the manual"},
    {"list, point and bracket, points", "1.) Open the box.| 2.) Read the manual."},
    {"list, bracket, no point", "1) Open the box| 2) Read the manual"},
    {"list, bracket, points", "1) Open the box.| 2) Read the manual."},
    {"list, point, no point", "1. Open the box| 2. Read the manual"},
    {"list, points", "1. Open the box.| 2. Read the manual."},
    {"list with bullets", "• 9. Open the box| • 10. Read the manual"},
    {"list with hyphen bullets", "⁃9. Open the box| ⁃10. Read the manual"},
    {"list by letters", "a. Open the box| b. Read the manual| c. Close the box"},
    {"line end of a PDF", "This line was\ncut in two by the page."},
    {"line end behind a space", "It was a warm \nevening by the sea."},
    {"figures with points", "The grave lies at N°. 2044.117.902.| Look there first."},
    {"name with an exclamation mark", "He got a job at Yahoo! in the sales office."},
    {"I the pronoun, I the initial",
     "It is a matter between you and I.| Have you met Robert I. Miles before?"},
    {"ellipsis before a closing mark",
     "The author holds that in such a life, “the days will seem longer. . . .”"},
    {"ellipsis in square brackets",
     "\"Keller [...] drew the map of the old harbour [...]\" (Brown 81)."},
    {"ellipsis at the end, spaced",
     "When words are missing at the end, put the marks of omission and then the point that ends it "
     ". . . .| The next one follows."},
    {"ellipsis at the end", "I never asked for it....| He went home."},
    {"ellipsis in the middle",
     "I was going to ... well, you know...what I mean . . . what I say is . . . I tried hard."},
    {"four points spaced",
     "One custom that was later lost . . . was that of naming ships after saints. . . .| The habit "
     "was never revived. . . ."},
    {"no space between sentences",
     "Good morning.|Here is the news.|Mr. Lane bought bread for 1,500.|That is too much."},
};

}  // namespace

TEST_CASE("every golden case of English is cut where a reader would", "[segment]") {
  for (const Cut& row : cases) {
    INFO(row.what);
    CHECK(cut("en", row.text) == row.text);
  }
}

}  // namespace cotejo
