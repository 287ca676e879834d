#include "review/pairing.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "side.hpp"

namespace cotejo {
namespace {

Side passage(std::string_view language, const std::string& text) {
  Side out = side(language, {{text}});
  out.anchors = find_anchors(out.document, Lexicon::shipped(language));
  return out;
}

/// A passage and its translation, with the words of both.
struct Translated {
  Translated(const std::string& english, const std::string& spanish)
      : en(passage("en", english)),
        es(passage("es", spanish)),
        source(en, dictionary, Edition::source),
        target(es, dictionary, Edition::target),
        pairing(pair_words(source, {0, en.segments.size()}, target, {0, es.segments.size()},
                           dictionary)) {}

  /// What a word of the English meets; the n-th that is written so.
  std::string meets(std::string_view word, std::size_t n = 0) const {
    for (std::size_t i = 0; i < pairing.source.size(); ++i) {
      if (pairing.source[i].folded != word || n-- > 0) continue;
      const Meet& met = pairing.source_met[i];
      return met.met < Met::yes ? "" : pairing.target[met.with].folded;
    }
    return "?";
  }

  Dictionary dictionary = Dictionary::shipped("en", "es");
  Side en, es;
  Wording source, target;
  Pairing pairing;
};

TEST_CASE("words behind a clause left out still meet their own") {
  const Translated it(
      "Before the winter came and the river froze over for many weeks, as the old people of the "
      "village had always feared, the doctor bought a house with a garden.",
      "El doctor compró una casa con jardín.");
  CHECK(it.meets("doctor") == "doctor");
  CHECK(it.meets("house") == "casa");
  CHECK(it.meets("garden") == "jardin");
  CHECK(it.meets("river").empty());
}

}  // namespace
}  // namespace cotejo
