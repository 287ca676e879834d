#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>
#include <set>

#include "cotejo/text.hpp"
#include "review/report/links.hpp"
#include "review/report/markup.hpp"
#include "sample.hpp"

using namespace cotejo;

namespace {

std::size_t occurrences(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// What stands between two marks, the marks left out.
std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

std::string page(const SampleReview& sample, const Reader& reader = {}) {
  return written(write_html_report, sample.report(), reader);
}

}  // namespace

TEST_CASE("what a text holds is shown on the page and never run") {
  const std::string html = page(sample());
  CHECK(occurrences(html, "<script") == 1);
  CHECK(occurrences(html, "<img") == 0);
  CHECK(html.find("nota &lt;script&gt;alert(1)&lt;/script&gt;.es.txt") != html.npos);
  CHECK(html.find("&lt;img src=x onerror=alert(1)&gt;") != html.npos);
  CHECK(html.find("<b>vengo") == html.npos);
  CHECK(html.find('\x1b') == html.npos);
  CHECK(valid_utf8_prefix(html) == html.size());
}

TEST_CASE("the page asks nobody for anything and names its own script and style alone") {
  const std::string html = page(sample());
  const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\"");
  CHECK(policy.starts_with("default-src 'none'; script-src 'sha256-"));
  CHECK(policy.find("; style-src 'sha256-") != policy.npos);
  CHECK(policy.find("unsafe") == policy.npos);
  CHECK_FALSE(std::regex_search(
      html, std::regex("https?:|\\ssrc=\"|\\sstyle=\"|\\son\\w+=\"|@import|url\\(")));
  CHECK(policy_hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") ==
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST_CASE("elements are closed in their order, ids are unique and links lead somewhere") {
  const std::string html = page(sample());
  const std::string body =
      html.substr(html.find("<body>"), html.find("<script>") - html.find("<body>"));
  static const std::regex tag("<(/?)([a-z0-9]+)([^>]*?)(/?)>");
  const std::set<std::string> empty{"input", "rect", "meta"};
  std::vector<std::string> open;
  for (std::sregex_iterator at(body.begin(), body.end(), tag), end; at != end; ++at) {
    const std::string element = (*at)[2];
    if (empty.contains(element) || (*at)[4].length() > 0) continue;
    if ((*at)[1].length() == 0) {
      open.push_back(element);
    } else {
      REQUIRE_FALSE(open.empty());
      REQUIRE(open.back() == element);
      open.pop_back();
    }
  }
  CHECK(open == std::vector<std::string>{"body"});
  std::map<std::string, int> ids;
  static const std::regex id(" id=\"([^\"]*)\"");
  for (std::sregex_iterator at(body.begin(), body.end(), id), end; at != end; ++at) ++ids[(*at)[1]];
  for (const auto& [name, times] : ids) CHECK((times == 1 && !name.empty()));
  static const std::regex href(" href=\"#([^\"]*)\"");
  for (std::sregex_iterator at(body.begin(), body.end(), href), end; at != end; ++at) {
    CHECK(ids.contains((*at)[1]));
  }
}

TEST_CASE("every passage says its language and direction, and turns nothing around it") {
  SampleReview hostile = sample();
  hostile.target.document.language = "ar";
  const std::string html = page(hostile);
  CHECK(occurrences(html, "<div class=\"passage\" lang=\"es\" dir=\"ltr\">") == 4);
  CHECK(occurrences(html, "<div class=\"passage\" lang=\"ar\" dir=\"rtl\">") == 4);
  CHECK(occurrences(html, "\u202E") == 1);
  CHECK(between(html, "Nobody else spoke &amp; ", "</p>") == "\u202Efell silent.</bdi>");
  hostile.target.document.language = "";
  CHECK(occurrences(page(hostile), " lang=\"\" dir=\"auto\">") == 4);
}

TEST_CASE("numbers, dates and quotations lead to their counterparts") {
  const std::string html = page(sample());
  // The quotations are one pair, the dates in them another; millones and billion are no pair.
  CHECK(occurrences(html, "class=\"anchor\"") == 4);
  CHECK(html.find("href=\"#ta2\" id=\"sa2\">3 de mayo</a>") != html.npos);
  CHECK(html.find("href=\"#sa2\" id=\"ta2\">3 May</a>") != html.npos);
  CHECK(html.find("href=\"#ta1\" id=\"sa1\" aria-label=\"counterpart of this quotation\">«</a>") !=
        html.npos);
}

TEST_CASE("what stands twice on one side shares its counterpart, and beads don't mix") {
  SampleReview pair;
  pair.source = side("es", {{"7 y 7"}, {"8"}});
  pair.target = side("en", {{"7, 8"}});
  pair.source.anchors = {{{0, 1}, AnchorKind::number, {"n:7"}},
                         {{4, 5}, AnchorKind::number, {"n:7"}},
                         {{7, 8}, AnchorKind::number, {"n:8"}}};
  pair.target.anchors = {{{0, 1}, AnchorKind::number, {"n:1", "n:7"}},
                         {{3, 4}, AnchorKind::number, {"n:8"}}};
  pair.beads = {{{0, 1}, {0, 1}, 1.0, {}}, {{1, 2}, {1, 1}, 1.0, {}}};
  const Links links = find_links(pair.report());
  CHECK(links.source == std::vector<std::size_t>{1, 1, 0});
  CHECK(links.target == std::vector<std::size_t>{1, 0});
}

TEST_CASE("findings overlap and each is marked where it stands") {
  const std::string html = page(sample());
  CHECK(html.find("data-findings=\"3\" id=\"tf3\">") != html.npos);
  CHECK(html.find("<mark class=\"major\" data-findings=\"3 2\" id=\"tf2\">come</mark>") !=
        html.npos);
  CHECK(
      html.find("<mark class=\"critical\" data-findings=\"4\" id=\"sf4\">Una frase sola.</mark>") !=
      html.npos);
  CHECK(occurrences(html, "<li class=\"finding ") == 4);
}

TEST_CASE("two findings in one passage can both be gone to") {
  SampleReview twice = sample();
  twice.findings.push_back(twice.findings.front());
  const std::string html = page(twice);
  CHECK(occurrences(html, "href=\"#tf1\"") == 1);
  CHECK(occurrences(html, "href=\"#tf5\"") == 1);
  CHECK(occurrences(html, "id=\"tf1\"") == 1);
  CHECK(occurrences(html, "id=\"tf5\"") == 1);
}

TEST_CASE("a review without findings, and one of nothing, are whole pages") {
  SampleReview calm = sample();
  calm.findings.clear();
  const std::string html = page(calm);
  CHECK(html.find("Nothing was found.") != html.npos);
  CHECK(html.find("id=\"controls\"") == html.npos);
  CHECK(page(SampleReview{}).ends_with("</html>\n"));
}

TEST_CASE("a page in Spanish says so, and what it says is translated") {
  const Reader reader{"es",
                      [](std::string_view english) { return "[" + std::string(english) + "]"; }};
  const std::string html = page(sample(), reader);
  CHECK(html.find("<html lang=\"es\">") != html.npos);
  CHECK(html.find(">Findings<") == html.npos);
  CHECK(html.find("[Findings]") != html.npos);
}
