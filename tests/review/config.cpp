#include <catch2/catch_test_macros.hpp>

#include "cotejo/review_config.hpp"

using namespace cotejo;

namespace {

std::string error_of(std::string_view text) {
  try {
    ReviewConfig::read(text, "house.toml");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

Finding finding(FindingKind kind, Severity severity, double confidence, std::size_t bead = 0) {
  Finding out;
  out.kind = kind;
  out.severity = severity;
  out.confidence = confidence;
  out.bead = bead;
  return out;
}

}  // namespace

TEST_CASE("a configuration is read as TOML or as INI") {
  for (const char* text :
       {"strictness = \"strict\"\nmin-confidence = 0.25 # a quarter\n[number]\nseverity = "
        "\"critical\"\n\n[ doubled-word ]\ncheck = false\n",
        "\xEF\xBB\xBF; house rules\r\nstrictness=strict\r\nmin-confidence=0.25\r\n[number]\r\n"
        "severity=critical\r\n[doubled-word]\r\ncheck=off"}) {
    const ReviewConfig config = ReviewConfig::read(text, "house");
    CHECK(config.strictness == Strictness::strict);
    CHECK(config.least_confidence == 0.25);
    CHECK(config.kinds.at(FindingKind::number).severity == Severity::critical);
    CHECK(config.options().strictness == Strictness::strict);
    CHECK(config.options().off == std::vector{FindingKind::doubled_word});
  }
  CHECK(ReviewConfig::read("", "house").options().strictness == Strictness::normal);
}

TEST_CASE("what a configuration gets wrong is named with its line and the nearest name") {
  CHECK(error_of("\n[numbr]\n") == "house.toml:2: unknown name numbr; did you mean number?");
  CHECK(error_of("strictnes = strict") ==
        "house.toml:1: unknown name strictnes; did you mean strictness?");
  CHECK(error_of("[date]\nseverity = grave") ==
        "house.toml:2: unknown name grave; known are: neutral, minor, major, critical");
  CHECK(error_of("severity = major")
            .find("house.toml:1: unknown name severity; known are: "
                  "strictness, min-confidence") == 0);
  CHECK(error_of("min-confidence = 1.5").find("1.5 is no number from 0 to 1") != std::string::npos);
  CHECK(error_of("[date\n") == "house.toml:1: expected key = value, or [kind]");
  CHECK(error_of("[date]\ncheck = \"false") == "house.toml:2: the value ends in no quote");
}

TEST_CASE("findings are dropped and weighed as the house wants, the gravest of a bead first") {
  const ReviewConfig config = ReviewConfig::read(
      "min-confidence = 0.3\n[number]\nseverity = critical\nmin-confidence = 0.6\n[order]\ncheck = "
      "no\n",
      "house");
  std::vector<Finding> findings = {finding(FindingKind::date, Severity::major, 0.4),
                                   finding(FindingKind::number, Severity::minor, 0.7),
                                   finding(FindingKind::date, Severity::major, 0.2),
                                   finding(FindingKind::number, Severity::minor, 0.5, 1),
                                   finding(FindingKind::order, Severity::minor, 0.9, 1)};
  config.apply(findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].kind == FindingKind::number);
  CHECK(findings[0].severity == Severity::critical);
  CHECK(findings[1].kind == FindingKind::date);
}
