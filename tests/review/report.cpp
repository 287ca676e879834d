#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cotejo/text.hpp"
#include "review/report/columns.hpp"
#include "review/report/places.hpp"
#include "sample.hpp"

using namespace cotejo;
using Json = nlohmann::json;

namespace {

std::string text(const Report& report, TextReportOptions options) {
  std::string out;
  write_text_report([&](std::string_view bytes) { out += bytes; }, report, {}, options);
  return out;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

}  // namespace

TEST_CASE("a program finds each finding's kind, place and text in the JSON") {
  const SampleReview review = sample();
  const Json json = Json::parse(written(write_json_report, review.report()));
  CHECK(json["relation"] == "partly-parallel");
  CHECK(json["source"]["covered"] == 0.75);
  CHECK(json["beads"] == 4);
  CHECK(json["counts"] == Json({{"critical", 2}, {"major", 1}, {"minor", 1}, {"neutral", 0}}));
  const Json& number = json["findings"][0];
  CHECK(number["kind"] == "number");
  CHECK(number["message"] == "“3,5 millones” became “<img src=x onerror=alert(1)>”");
  CHECK(number["source"]["text"] == "3,5 millones");
  CHECK(number["source"]["line"] == 1);
  CHECK(number["source"]["column"] == 10);
  CHECK(number["source"]["end_column"] == 22);
  CHECK(json["findings"][3]["source"]["line"] == 5);
  CHECK(json["findings"][3]["target"].is_null());
}

TEST_CASE("places are counted in code points, and asked for in any order") {
  const std::string text = "año\nñandú sí\n";
  Places places(text);
  CHECK(places(text.find("sí")).column == 7);
  CHECK(places(text.find("sí")).line == 2);
  CHECK(places(0).column == 1);
  CHECK(places(text.find("o\n")).column == 3);
}

TEST_CASE("a code host can load the SARIF") {
  const SampleReview review = sample();
  const Json log = Json::parse(written(write_sarif_report, review.report()));
  CHECK(log["version"] == "2.1.0");
  const Json& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["name"] == "cotejo");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const Json& rules = run["tool"]["driver"]["rules"];
  CHECK(rules.size() == 19);
  std::set<std::string> ids;
  for (const Json& rule : rules) {
    ids.insert(rule["id"]);
    CHECK_FALSE(rule["help"]["text"].get<std::string>().empty());
  }
  CHECK(ids.size() == rules.size());
  CHECK(run["results"].size() == 4);
  for (const Json& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(std::set<std::string>{"error", "warning", "note"}.contains(result["level"]));
    CHECK_FALSE(result["message"]["text"].get<std::string>().empty());
    const Json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["region"]["startLine"] >= 1);
    CHECK(place["region"]["endColumn"] > place["region"]["startColumn"]);
    const std::string uri = place["artifactLocation"]["uri"];
    CHECK(uri.find_first_of(" <>\x1b") == uri.npos);
  }
  const Json& number = run["results"][0];
  CHECK(number["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "3.5 billion");
  CHECK(number["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 10);
  const Json& omission = run["results"][3]["locations"][0]["physicalLocation"];
  CHECK(omission["artifactLocation"]["uri"].get<std::string>().starts_with("nota%20%3Cscript"));
}

TEST_CASE("a finding keeps its fingerprint when lines shift, and twins have two") {
  const auto prints = [](const SampleReview& review) {
    std::vector<std::string> out;
    const Json log = Json::parse(written(write_sarif_report, review.report()));
    for (const Json& result : log["runs"][0]["results"]) {
      out.push_back(result["partialFingerprints"]["passages/v1"]);
    }
    return out;
  };
  SampleReview review = sample();
  review.findings.push_back(review.findings.back());
  const auto before = prints(review);
  CHECK(std::set<std::string>(before.begin(), before.end()).size() == 5);
  for (Side* side : {&review.source, &review.target}) {
    side->document.text.insert(0, "\n\n");
    for (Block& block : side->document.blocks)
      block.span = {block.span.begin + 2, block.span.end + 2};
    for (Segment& one : side->segments) one.span = {one.span.begin + 2, one.span.end + 2};
  }
  for (Finding& finding : review.findings) {
    for (Span* span : {&finding.source, &finding.target}) {
      if (!span->empty()) *span = {span->begin + 2, span->end + 2};
    }
  }
  CHECK(prints(review) == before);
}

TEST_CASE("pairs of a memory are found by the line of their unit") {
  const SampleReview review = sample();
  Report report = review.report();
  report.lines = {10, 20, 30, 40};
  report.verdict.reset();
  const Json json = Json::parse(written(write_json_report, report));
  CHECK(json["relation"].is_null());
  CHECK(json["findings"][3]["source"]["line"] == 40);
  const Json log = Json::parse(written(write_sarif_report, report));
  CHECK(log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] ==
        20);
  CHECK(text(report, {}).find(".es.txt:20") != std::string::npos);
}

TEST_CASE("no line of the report is wider than the screen") {
  SampleReview review = sample();
  review.findings[0].message.arguments[0] = std::string(3000, 'x');
  for (const std::size_t columns : {40U, 60U, 80U, 100U, 133U, 200U}) {
    const std::string report = text(review.report(), {columns, false});
    const auto all = lines(report);
    for (std::size_t i = 3; i < all.size(); ++i) {
      CAPTURE(all[i]);
      const bool head = all[i].find(".txt:") != std::string::npos;
      CHECK((head || display_width(all[i]) <= columns));
    }
  }
}

TEST_CASE("passages stand side by side where the screen has room for them") {
  const auto together = [](const std::string& report) {
    for (const std::string& line : lines(report)) {
      if (line.find("3,5 millones]") != line.npos && line.find("3.5 billion]") != line.npos)
        return true;
    }
    return false;
  };
  const SampleReview review = sample();
  CHECK(together(text(review.report(), {120, false})));
  CHECK_FALSE(together(text(review.report(), {80, false})));
}

TEST_CASE("texts can't command the terminal, and colours come when asked for") {
  const SampleReview review = sample();
  const std::string plain = text(review.report(), {80, false});
  CHECK(plain.find('\x1b') == plain.npos);
  CHECK(plain.find("\u202E") == plain.npos);
  CHECK(plain.find("Some [3.5 billion] came.") != plain.npos);
  const std::string styled = text(review.report(), {80, true});
  CHECK(styled.find("\x1b[1;31m\x1b[4m3.5 billion\x1b[0m came.") != styled.npos);
  CHECK(styled.find("note[31m.en.txt") != styled.npos);
}

TEST_CASE("a long passage is cut down to what is meant") {
  const Marked cut =
      shortened({std::string(500, 'a') + ' ', "this", ' ' + std::string(500, 'b')}, 60);
  CHECK(cut.mark == "this");
  CHECK(code_points(cut.before + cut.mark + cut.after) <= 63);
  CHECK(cut.before.starts_with("\u2026"));
  CHECK(cut.after.ends_with("\u2026"));
  const Marked huge = shortened({"", std::string(1000, 'm'), ""}, 60);
  CHECK(code_points(huge.mark) <= 61);
  const Marked whole = shortened({"a ", "b", " c"}, 60);
  CHECK((whole.before == "a " && whole.mark == "b" && whole.after == " c"));
}

TEST_CASE("a style that goes on is closed at a line's end and opened again") {
  const auto out = wrapped({"", "one two three", ""}, 7, {"<", ">", false});
  REQUIRE(out.size() == 2);
  CHECK(out[0].text == "<one two>");
  CHECK(out[0].columns == 7);
  CHECK(out[1].text == "<three>");
}

TEST_CASE("the same review gives the same bytes") {
  const SampleReview review = sample();
  for (const auto write : {write_json_report, write_sarif_report, write_html_report}) {
    CHECK(written(write, review.report()) == written(write, review.report()));
  }
}
