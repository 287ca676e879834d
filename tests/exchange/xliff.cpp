#include "cotejo/xliff.hpp"

#include <catch2/catch_test_macros.hpp>

namespace cotejo {
namespace {

std::string written(const std::vector<XliffUnit>& units, const XliffHeader& header) {
  std::string out;
  write_xliff([&](std::string_view bytes) { out += bytes; }, header, units);
  return out;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a document to translate carries what the memory offers, the best first") {
  const std::string out =
      written({{"Murieron 12 & más.",
                "12 & more died.",
                96.9,
                {{"Murieron 10 & más.", "12 & more died.", 96.9, "nota.txt", true},
                 {"Murieron.", "They died.", 71, "", false}}},
               {"Nada.", "", 0, {}}},
              {"es", "en", "a<b>.txt"});
  CHECK(holds(out, "original=\"a&lt;b&gt;.txt\" source-language=\"es\" target-language=\"en\""));
  CHECK(holds(out, "<trans-unit id=\"1\" xml:space=\"preserve\">"));
  CHECK(holds(out, "<source>Murieron 12 &amp; más.</source>"));
  CHECK(holds(out, "state-qualifier=\"fuzzy-match\">12 &amp; more died.</target>"));
  CHECK(holds(out,
              "match-quality=\"96\" origin=\"nota.txt\" tool-id=\"cotejo\" "
              "extradata=\"adapted\""));
  CHECK(holds(out, "match-quality=\"71\" tool-id=\"cotejo\" xml:space"));
  CHECK(out.find("match-quality=\"96\"") < out.find("match-quality=\"71\""));
  CHECK(holds(out, "<trans-unit id=\"2\" xml:space=\"preserve\">"));
  CHECK(holds(out, "<source>Nada.</source>"));
}

TEST_CASE("a document without segments or languages is XLIFF too") {
  CHECK(holds(written({}, {}), "source-language=\"und\" target-language=\"und\""));
}

}  // namespace cotejo
