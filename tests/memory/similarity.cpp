#include "cotejo/similarity.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "memory/distance.hpp"
#include "reference/scan.hpp"

namespace cotejo::test {
namespace {

using Catch::Approx;
using reference::Piece;

std::vector<std::string> slices(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> found;
  for (const Span span : spans) found.emplace_back(slice(text, span));
  return found;
}

std::string kinds(std::string_view text) {
  std::string found;
  for (const TextToken& token : tokens(text)) {
    found += token.kind == TextTokenKind::word     ? 'w'
             : token.kind == TextTokenKind::number ? 'n'
                                                   : 'm';
    found += std::string(slice(text, token.span)) + ' ';
  }
  return found;
}

}  // namespace

TEST_CASE("a score is what people expect of it") {
  CHECK(similarity("Hola.", "Hola.") == 100);
  CHECK(similarity("", "") == 100);
  CHECK(similarity("", "Hola.") == 0);
  CHECK(similarity("Pagó 5 euros.", "Pagó 7 euros.") == Approx(93.75));
  CHECK(similarity("Hola, Ana", "hola, Ana") == Approx(100 - 100.0 / 22));
  CHECK(similarity("Hola, Ana", "Hola,  Ana") == 99);
  CHECK(similarity("uno dos tres cuatro", "uno dos cinco cuatro") == 75);
  CHECK(similarity("uno dos tres cuatro", "uno dos cuatro") == 75);
  CHECK(similarity("uno dos tres cuatro.", "uno dos tres cuatro") == Approx(100 - 200.0 / 42));
  CHECK(similarity("uno", "dos") == 0);
}

TEST_CASE("tokens are words, numbers and marks") {
  CHECK(kinds("It’s 3,500.5 euros (12:30)...") == "wIt’s n3,500.5 weuros m( n12:30 m) m... ");
  CHECK(kinds("3D, 24/02/2025-x 5. año'") == "w3D m, n24/02/2025 m- wx n5 m. waño m' ");
  CHECK(kinds("北京 2008年") == "w北 w京 n2008 w年 ");
  CHECK(kinds(" \xC2\xA0\t") == "");
}

TEST_CASE("the words that differ are told") {
  const std::string a = "El rey llegó ayer a Madrid.";
  const std::string b = "El presidente llegó a Madrid hoy.";
  const Difference apart = difference(a, b);
  CHECK(slices(a, apart.a) == std::vector<std::string>{"rey", "ayer"});
  CHECK(slices(b, apart.b) == std::vector<std::string>{"presidente", "hoy"});
  CHECK(difference(a, a).a.empty());
}

TEST_CASE("the banded distance is that of the whole table") {
  const std::vector<Piece> kinds{{"la", "la", 'w'}, {"La", "la", 'w'}, {"casa", "casa", 'w'},
                                 {"5", "5", 'n'},   {"17", "17", 'n'}, {",", ",", 'm'},
                                 {"!", "!", 'm'},   {"sí", "si", 'w'}, {"si", "si", 'w'}};
  std::mt19937 random(7);
  const auto make = [&](std::vector<Piece>& pieces) {
    std::string text;
    for (std::size_t count = random() % 9; count > 0; --count) {
      const Piece& piece = kinds[random() % kinds.size()];
      if (!pieces.empty() && pieces.back().written == piece.written && piece.kind == 'm') continue;
      pieces.push_back(piece);
      text += piece.written + ' ';
    }
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<Piece> a;
    std::vector<Piece> b;
    const std::string left = make(a);
    const std::string right = make(b);
    if (left == right || a.empty() || b.empty()) continue;
    const double score = similarity(left, right);
    CAPTURE(left, right);
    CHECK(score == reference::similarity(a, b));
    CHECK(score == similarity(right, left));
    const Tokened x{left, tokens(left)};
    const Tokened y{right, tokens(right)};
    const std::size_t heavier = std::max(weight(x.tokens), weight(y.tokens));
    const std::size_t whole = distance(x, y, 1000).value();
    CHECK(distance(x, y, whole) == whole);
    if (whole > 0) CHECK(!distance(x, y, whole - 1));
    std::size_t sum = 0;
    for (const EditStep& step : steps(x, y)) sum += step.cost;
    CHECK(sum == whole);
    CHECK((whole <= most_distance(60, heavier)) == (score_at(whole, heavier) >= 60));
  }
}

}  // namespace cotejo::test
