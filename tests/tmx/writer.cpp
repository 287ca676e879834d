#include <libxml/parser.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <memory>
#include <set>
#include <stdexcept>

#include "cotejo/text.hpp"
#include "cotejo/tmx.hpp"

namespace cotejo {
namespace {

const TmxHeader header = {"es-US", "en", "nota.es.txt", "nota.en.txt", 1740398400};

Unit unit(std::string source, std::string target) {
  Unit made;
  made.source = std::move(source);
  made.target = std::move(target);
  return made;
}

std::string tmx(const std::vector<Unit>& units, const TmxHeader& with = header) {
  std::string file;
  write_tmx([&](std::string_view bytes) { file += bytes; }, with, units);
  return file;
}

std::size_t count(std::string_view text, std::string_view piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

/// The texts of all seg elements, as an importer's parser gives them; fails when it gives none.
std::vector<std::string> segments(const std::string& file) {
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlReadMemory(file.data(), static_cast<int>(file.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR),
      xmlFreeDoc);
  REQUIRE(document);
  std::vector<std::string> texts;
  const auto visit = [&](const auto& self, const xmlNode* node) -> void {
    for (; node; node = node->next) {
      if (std::string_view("seg") == reinterpret_cast<const char*>(node->name)) {
        xmlChar* content = xmlNodeGetContent(node);
        texts.emplace_back(reinterpret_cast<const char*>(content));
        xmlFree(content);
      }
      self(self, node->children);
    }
  };
  visit(visit, xmlDocGetRootElement(document.get()));
  return texts;
}

}  // namespace

TEST_CASE("the file is what importers were told of TMX 1.4", "[tmx]") {
  Unit one = unit("Llegó. Y se fue.", "She came and went.");
  one.bead = 12;
  one.source_count = 2;
  one.target_count = 1;
  one.confidence = 0.98734;
  one.before = "0123456789abcdef";
  CHECK(tmx({one}) == R"(<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
 <header creationtool="cotejo" creationtoolversion=")" COTEJO_TEST_VERSION
                      R"(" segtype="sentence" o-tmf="cotejo" adminlang="en" srclang="es-US" )"
                      R"(datatype="plaintext" creationdate="20250224T120000Z"/>
 <body>
  <tu tuid=")" + hex(hash(one.source, one.target)) +
                          R"(" creationdate="20250224T120000Z">
   <prop type="x-document">nota.es.txt</prop>
   <prop type="x-target-document">nota.en.txt</prop>
   <prop type="x-position">12</prop>
   <prop type="x-bead">2-1</prop>
   <prop type="x-confidence">0.9873</prop>
   <prop type="x-before-hash">0123456789abcdef</prop>
   <tuv xml:lang="es-US">
    <seg>Llegó. Y se fue.</seg>
   </tuv>
   <tuv xml:lang="en">
    <seg>She came and went.</seg>
   </tuv>
  </tu>
 </body>
</tmx>
)");
}

TEST_CASE("an article without pairs still gives a file that loads", "[tmx]") {
  const std::string file = tmx({});
  CHECK(count(file, "<body/>") == 1);
  CHECK(segments(file).empty());
}

TEST_CASE("what XML cannot hold never reaches an importer", "[tmx]") {
  const std::pair<std::string, std::string> cases[] = {
      {"a\x01"
       "b\x1F\x08"
       "c",
       "abc"},
      {std::string("a\0b", 3), "ab"},
      {"tab\tand\nline\rend", "tab\tand\nline\rend"},
      {"a\uFFFE"
       "b\uFFFF"
       "c\uFFFD",
       "abc\uFFFD"},
      {"a\xED\xA0\x80"
       "b",
       "a\uFFFDb"},                                  // lone surrogate
      {"a\xF1o", "a\uFFFDo"},                        // Latin-1
      {"a\xC3", "a\uFFFD"},                          // cut short
      {"\xC0\x80\xF5\x80\x80\x80", "\uFFFD\uFFFD"},  // overlong, beyond Unicode
      {"]]> & < > \" ' &amp; <seg>", "]]> & < > \" ' &amp; <seg>"},
      {"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>&e;",
       "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>&e;"},
      {"\u202Eabc\u2066\u200F", "\u202Eabc\u2066\u200F"},  // bidi controls are text
      {"3\u00A0% \U0001F600 e\u0301", "3\u00A0% \U0001F600 e\u0301"},
  };
  for (const auto& [text, kept] : cases) {
    const std::string file = tmx({unit(text, "x" + text)});
    CHECK(valid_utf8_prefix(file) == file.size());
    const std::vector<std::string> texts = segments(file);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0] == kept);
    CHECK(texts[1] == "x" + kept);
  }
}

TEST_CASE("names of documents and languages are cleaned like texts", "[tmx]") {
  const TmxHeader hostile = {"e\x01s\"<", "en&\xFF", "a\x02<b>&.txt", "", 0};
  const std::string file = tmx({unit("a", "b")}, hostile);
  CHECK(segments(file).size() == 2);
  CHECK(count(file, "x-document\">a&lt;b&gt;&amp;.txt<") == 1);
  CHECK(count(file, "x-target-document") == 0);
  CHECK(count(tmx({}, {}), "srclang=\"und\"") == 1);
}

TEST_CASE("a long segment arrives whole, characters across the writer's pieces too", "[tmx]") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'x');
    while (text.size() < 1'000'000) text += "😀&año ";
    text += '.';
    const std::vector<std::string> texts = segments(tmx({unit(text, text)}));
    REQUIRE(texts.size() == 2);
    CHECK(texts[0] == text);
    CHECK(texts[1] == text);
  }
}

TEST_CASE("no half-empty unit: importers reject the file for one", "[tmx]") {
  const std::string file = tmx({unit("", "b"), unit("a", ""), unit(" \u00A0\u200B", "b"),
                                unit("\x01\x02", "b"), unit("a", "b")});
  CHECK(count(file, "<tu ") == 1);
}

TEST_CASE("no two units share a tuid, and a pair has the same one in every file", "[tmx]") {
  const std::string id = hex(hash("a", "b"));
  const std::string file = tmx({unit("a", "b"), unit("c", "d"), unit("a", "b"), unit("a", "b")});
  CHECK(count(file, "tuid=\"" + id + "\"") == 1);
  CHECK(count(file, "tuid=\"" + id + "-2\"") == 1);
  CHECK(count(file, "tuid=\"" + id + "-3\"") == 1);
  CHECK(count(tmx({unit("x", "y"), unit("a", "b")}), "tuid=\"" + id + "\"") == 1);
}

TEST_CASE("dates have their sixteen characters whatever the clock says", "[tmx]") {
  const std::pair<std::time_t, std::string> cases[] = {
      {0, "19700101T000000Z"},
      {951782399, "20000228T235959Z"},
      {-1, "19700101T000000Z"},
      {std::numeric_limits<std::time_t>::max(), "99991231T235959Z"},
  };
  for (const auto& [date, text] : cases) {
    CHECK(count(tmx({}, {"es", "en", "", "", date}), "creationdate=\"" + text + "\"") == 1);
  }
}

TEST_CASE("a full disk is reported as the sink reports it, and nothing more is written", "[tmx]") {
  std::size_t calls = 0;
  const Sink full = [&](std::string_view) {
    ++calls;
    throw std::runtime_error("no space left on device");
  };
  const std::string text(1 << 20, 'x');
  CHECK_THROWS_AS(write_tmx(full, header, {unit(text, text)}), std::runtime_error);
  CHECK(calls == 1);
}

TEST_CASE("a memory tells what was moved, and how the two documents go together", "[tmx]") {
  Unit moved = unit("Dos.", "Two.");
  moved.moved = true;
  TmxHeader judged = header;
  judged.verdict = Verdict{Relation::partly_parallel, {0.75, {}}, {1.0, {}}};
  const std::string file = tmx({unit("Uno.", "One."), moved}, judged);
  CHECK(count(file, R"(<prop type="x-moved">yes</prop>)") == 1);
  CHECK(count(file, R"(<prop type="x-verdict">partly-parallel</prop>)") == 1);
  CHECK(count(file, R"(<prop type="x-source-covered">0.7500</prop>)") == 1);
  CHECK(count(file, R"(<prop type="x-target-covered">1.0000</prop>)") == 1);
  CHECK(count(tmx({unit("Uno.", "One.")}), "x-verdict") == 0);
}

}  // namespace cotejo
