#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"
#include "cotejo/tmx.hpp"

namespace cotejo {
namespace {

/// Gives `bytes` a few at a time.
Source source(std::string bytes, std::size_t step = 7) {
  return [bytes = std::move(bytes), at = std::size_t{0}, step](std::span<char> room) mutable {
    const std::size_t size = std::min({step, room.size(), bytes.size() - at});
    std::copy_n(bytes.data() + at, size, room.data());
    at += size;
    return size;
  };
}

struct Memory {
  TmxFile file;
  std::vector<TmxUnit> units;
};

Memory read(const std::string& bytes, std::size_t step = 7) {
  Memory out;
  out.file = read_tmx(source(bytes, step), "m.tmx",
                      [&](const TmxFile&, TmxUnit unit) { out.units.push_back(std::move(unit)); });
  return out;
}

std::string body(const std::string& units) {
  return "<tmx version=\"1.4\">\n<header srclang=\"es\"/>\n<body>\n" + units +
         "\n</body>\n</tmx>\n";
}

std::string unit(const std::string& segment) {
  return body("<tu><tuv xml:lang=\"es\"><seg>" + segment + "</seg></tuv></tu>");
}

std::string text_of(const std::string& segment) {
  return read(unit(segment)).units.at(0).variants.at(0).text;
}

std::string complaint(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("what cotejo writes it reads back to the last prop", "[tmx]") {
  Unit one;
  one.source = " Llegó.\tY se\nfue: <b> & \"€\" 😀\r ";
  one.target = "She came & went.";
  one.bead = 12;
  one.source_count = 2;
  one.target_count = 1;
  one.confidence = 0.98734;
  one.before = "0123456789abcdef";
  std::string file;
  write_tmx([&](std::string_view bytes) { file += bytes; },
            {"es-US", "en", "nota.es.txt", "nota.en.txt", 1740398400}, {one, one});
  const Memory memory = read(file);
  CHECK(memory.file.version == "1.4");
  CHECK(memory.file.source_language == "es-US");
  CHECK(memory.file.creation_date == "20250224T120000Z");
  REQUIRE(memory.units.size() == 2);
  const TmxUnit& unit = memory.units[0];
  CHECK(unit.id == hex(hash(one.source, one.target)));
  CHECK(memory.units[1].id == unit.id + "-2");
  CHECK(unit.source_language == "es-US");
  CHECK(unit.creation_date == "20250224T120000Z");
  CHECK(unit.properties == std::vector<TmxProperty>{{"x-document", "nota.es.txt"},
                                                    {"x-target-document", "nota.en.txt"},
                                                    {"x-position", "12"},
                                                    {"x-bead", "2-1"},
                                                    {"x-confidence", "0.9873"},
                                                    {"x-before-hash", "0123456789abcdef"}});
  REQUIRE(unit.variants.size() == 2);
  CHECK(unit.variants[0].language == "es-US");
  CHECK(unit.variants[0].text == one.source);
  CHECK(unit.variants[1].language == "en");
  CHECK(unit.variants[1].text == one.target);
}

TEST_CASE("an old file with a DOCTYPE, lang and three languages is read", "[tmx]") {
  const Memory memory = read(R"(<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="old" segtype="sentence" srclang="*all*" o-encoding="x">
<note lang="en">a header's note</note><prop type="domain">law</prop>
<ude name="u" base="Mac"><map unicode="#xF8FF"/></ude></header><body>
<tu tuid="1" srclang="ES" usagecount="3" changeid="ana" changedate="20010101T000000Z">
<note>checked</note><note>twice</note><prop type="client">X</prop>
<tuv lang="ES" creationid="eva"><prop type="origin">MT</prop><seg>a)"
                             "\xF1"
                             R"(o</seg></tuv>
<tuv lang="EN"><seg>year</seg></tuv><tuv lang="FR"><seg>an</seg></tuv></tu>
<tu><tuv xml:lang="es" lang="xx"><seg/></tuv></tu>
</body></tmx>)");
  CHECK(memory.file.attributes.size() == 3);
  CHECK(memory.file.notes == std::vector<std::string>{"a header's note"});
  CHECK(memory.file.properties == std::vector<TmxProperty>{{"domain", "law"}});
  REQUIRE(memory.units.size() == 2);
  const TmxUnit& unit = memory.units[0];
  CHECK(unit.line == 6);
  CHECK(unit.source_language == "ES");
  CHECK(unit.attributes == std::vector<TmxProperty>{{"usagecount", "3"}});
  CHECK(unit.change_id == "ana");
  CHECK(unit.change_date == "20010101T000000Z");
  CHECK(unit.notes == std::vector<std::string>{"checked", "twice"});
  CHECK(unit.properties == std::vector<TmxProperty>{{"client", "X"}});
  REQUIRE(unit.variants.size() == 3);
  CHECK(unit.variants[0].text == "año");
  CHECK(unit.variants[0].creation_id == "eva");
  CHECK(unit.variants[0].properties == std::vector<TmxProperty>{{"origin", "MT"}});
  CHECK(unit.variants[2].language == "FR");
  CHECK(memory.units[1].source_language == "*all*");
  CHECK(memory.units[1].variants.at(0).language == "es");
  CHECK(memory.units[1].variants.at(0).text.empty());
}

TEST_CASE("UTF-16, as many CAT tools write it, is read", "[tmx]") {
  const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + unit("ano");
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide.append({c, '\0'});
  CHECK(read(wide).units.at(0).variants.at(0).text == "ano");
}

TEST_CASE("inline tags go with their native codes, and the text they mark stays", "[tmx]") {
  CHECK(text_of("Pulse <bpt i='1'>&lt;b&gt;</bpt>Salir<ept i='1'>&lt;/b&gt;</ept>.") ==
        "Pulse Salir.");
  CHECK(text_of("a <ph>{1}</ph>b<it pos='begin'>x</it><ut>y</ut> c") == "a b c");
  CHECK(text_of("un <hi type='x'>muy <hi>buen</hi></hi> día") == "un muy buen día");
  CHECK(text_of("la<ph>&lt;img alt=\"<sub>foto</sub>\"></ph>casa") == "la foto casa");
  CHECK(text_of("la <ph><sub>foto de <ph>x</ph>hoy</sub>z</ph> casa") == "la foto de hoy casa");
  CHECK(text_of("un <b>b</b> ajeno") == "un b ajeno");
  CHECK(text_of(" <![CDATA[<a> & b]]>&#10;&amp; ") == " <a> & b\n& ");
  CHECK(read(unit("<ph/>a<hi>b</hi>")).units.at(0).variants.at(0).codes == 2);
}

TEST_CASE("a damaged file says where, and is not taken for a whole one", "[tmx]") {
  const std::string whole = unit("uno");
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    INFO(whole.substr(0, size));
    CHECK(complaint(whole.substr(0, size)) != "none");
  }
  CHECK(complaint(unit("a & b")).starts_with("m.tmx:4: the XML is damaged: "));
  CHECK(complaint(unit("a\x01")).starts_with("m.tmx:4: the XML is damaged: "));
  CHECK(complaint(unit("a\xF1o")).starts_with("m.tmx:4: the XML is damaged: "));
  CHECK(complaint(unit("a</seg>")).starts_with("m.tmx:4: the XML is damaged: "));
  CHECK(complaint("<?xml version='1.0' encoding='x-none'?>" + whole).find("x-none") !=
        std::string::npos);
  const std::string gbk = "<?xml version='1.0' encoding='GBK'?>";
  CHECK(complaint(gbk + unit(std::string(9000, 'a') + "\xFF\xFF")) != "none");
  CHECK(complaint("").starts_with("m.tmx:1: "));
}

TEST_CASE("what is no TMX is refused with the mend", "[tmx]") {
  CHECK(complaint("<html/>").starts_with("m.tmx:1: not a TMX file: it begins with <html>"));
  CHECK(complaint("<tmx version='2.0'/>").starts_with("m.tmx:1: TMX 2.0 is not known"));
  CHECK(complaint("<tmx version='1.4'/>").find("without a <body>") != std::string::npos);
  CHECK(complaint(body("<tu><tuv><seg>a</seg></tuv></tu>")).find(":4: <tuv> without a language") !=
        std::string::npos);
  CHECK(complaint(body("<tu><tuv xml:lang='es'/></tu>")).find("without <seg>") !=
        std::string::npos);
  CHECK(complaint(unit("a</seg><seg>b")).find("a second <seg>") != std::string::npos);
  CHECK(complaint(body("<tu>a</tu>")).find("text outside <seg>") != std::string::npos);
  CHECK(complaint(body("<seg>a</seg>")).find("<seg> outside <tuv>") != std::string::npos);
}

TEST_CASE("a file cannot make cotejo read another one or blow up", "[tmx]") {
  const auto with = [](const std::string& subset, const std::string& text) {
    return "<!DOCTYPE tmx SYSTEM 'http://localhost:1/x.dtd' [" + subset + "]>" + unit(text);
  };
  const std::string told = "&e; stands for nothing";
  CHECK(complaint(with("<!ENTITY e SYSTEM 'file:///etc/passwd'>", "&e;")).find(told) !=
        std::string::npos);
  CHECK(complaint(with("<!ENTITY a 'aaaa'><!ENTITY e '&a;&a;'>", "&e;"))
            .find("; stands for nothing") != std::string::npos);
  CHECK(complaint(with("", "&e;")).find(told) != std::string::npos);
  CHECK(complaint(body("<tu tuid='&e;'/>")).find(told) != std::string::npos);
  CHECK(complaint(with("<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;", "a")) == "none");
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<hi>";
  CHECK(complaint(unit(deep)) != "none");
  CHECK(complaint(unit(std::string(std::size_t{65} << 20, 'x'))).find("64 MiB") !=
        std::string::npos);
}

TEST_CASE("attributes keep their marks", "[tmx]") {
  const Memory memory = read(body("<tu tuid='a&amp;b &lt;&#38;&quot;'/>"));
  CHECK(memory.units.at(0).id == "a&b <&\"");
}

TEST_CASE("what the taker or the source throws comes through", "[tmx]") {
  const auto stop = [](const TmxFile&, const TmxUnit&) { throw std::runtime_error("full"); };
  CHECK_THROWS_AS(read_tmx(source(unit("a")), "m.tmx", stop), std::runtime_error);
  const Source broken = [](std::span<char>) -> std::size_t { throw std::logic_error("disk"); };
  CHECK_THROWS_AS(read_tmx(broken, "m.tmx", [](const TmxFile&, const TmxUnit&) {}),
                  std::logic_error);
}

}  // namespace cotejo
