#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "cotejo/lexicon_tables.hpp"
#include "tables/rows.hpp"

namespace cotejo {
namespace {

constexpr std::string_view origin = "# Source: the test. Licence: Apache-2.0.\n";
constexpr std::string_view columns = "key\tkind\ten\tes\n";

/// The findings in one table, a line each: "4: no kind of name: thing".
std::string findings(std::string_view name, std::string_view rows) {
  const std::string bytes = std::string(origin) + std::string(rows);
  std::string lines;
  for (const TableFinding& finding : check_tables(std::array{LexiconTable{name, bytes}})) {
    lines += std::to_string(finding.line) + ": " + english(finding.what) + "\n";
  }
  return lines;
}

std::string name_findings(std::string_view rows) {
  return findings("names/test.tsv", std::string(columns) + std::string(rows));
}

}  // namespace

TEST_CASE("the shipped tables are sound", "[lexicon]") {
  const std::vector<LexiconTable> tables = shipped_lexicon_tables();
  REQUIRE(!tables.empty());
  for (const TableFinding& finding : check_tables(tables)) {
    UNSCOPED_INFO(finding.table << ":" << finding.line << ": " << english(finding.what));
    CHECK(finding.table.empty());
  }
}

TEST_CASE("a table of names is read row by row for what would make it fail", "[lexicon]") {
  CHECK(name_findings("ua\tplace\tUkraine\tUcrania\nua\tdemonym\tUkrainian\tucraniano\n").empty());
  CHECK(name_findings("ua\tplace\tUkraine\n") == "3: 3 columns, not 4\n");
  CHECK(name_findings("ua\tcity\tUkraine\tUcrania\n") == "3: no kind of name: city\n");
  CHECK(name_findings("UA\tplace\tUkraine\tUcrania\n") ==
        "3: no key: UA (lower-case letters, figures and hyphens)\n");
  CHECK(name_findings("ua\tplace\tA\tB\nua\tplace\tC\tD\n") ==
        "4: ua, place: stands in names/test.tsv:3 too\n");
  CHECK(name_findings("ge\tplace\tGeorgia\tGeorgia\ngeorgia-us\tplace\tGEORGIA\tX\n") ==
        "4: GEORGIA: georgia-us here, ge in names/test.tsv:3\n");
  CHECK(name_findings("ua\tplace\tUkraine|Ukraine\tUcrania\n") ==
        "3: Ukraine stands twice in its cell\n");
  CHECK(name_findings("x\tplace\tA (b)\tB\n") == "3: A (b): no text can be met by it\n");
  CHECK(findings("names/test.tsv", "ua\tplace\tUkraine\tUcrania\n") ==
        "2: the first row names the columns: key, kind, and the languages\n");
}

TEST_CASE("every table says where it comes from and is text", "[lexicon]") {
  CHECK(check_tables(std::array{LexiconTable{"es/starters.tsv", "el\n"}}).size() == 1);
  CHECK(findings("es/starters.tsv", "el\nla\nel\n") == "4: el stands in line 2 too\n");
  CHECK(findings("es/starters.tsv", "el\r\n") == "2: a carriage return\n");
  CHECK(findings("es/starters.tsv", "a\xF1o\n") == "2: not UTF-8\n");
  CHECK(findings("es/starters.tsv", "an\u0303o\n").find("NFC") != std::string::npos);
  CHECK(findings("es/starters.tsv", "\xC3\xA1 \n").starts_with("2: a cell that"));
}

TEST_CASE("names made from ICU can stand beside the written ones", "[lexicon]") {
  const std::array<std::string, 2> languages{"en", "es"};
  const std::string made = icu_names_table(languages);
  const std::array tables{LexiconTable{"names/icu.tsv", made}};
  CHECK(check_tables(tables).empty());
  CHECK(made.find("\nua\tplace\tUkraine\tUcrania\n") != std::string::npos);
  CHECK(made.find("Reunión") == std::string::npos);
}

TEST_CASE("a language ICU doesn't know makes a table without rows", "[lexicon]") {
  const std::string made = icu_names_table(std::array<std::string, 1>{"xx"});
  CHECK(made.ends_with("key\tkind\txx\n"));
}

}  // namespace cotejo
