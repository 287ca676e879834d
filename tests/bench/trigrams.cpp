// Whether a trigram index of PostgreSQL (pg_trgm) would find what a memory's lists find, and how
// fast: the same queries both ways on the server that COTEJO_TEST_POSTGRES names.
//   cotejo_bench_trigrams [UNITS]     100,000 by default
// trigrams.py starts the server and makes a table of it.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"
#include "foreign/postgres.hpp"
#include "invented_units.hpp"
#include "memory/distance.hpp"
#include "memory/tokens.hpp"

namespace cotejo::bench {
namespace {

constexpr std::size_t query_count = 60;
constexpr double least_score = 70;
constexpr std::size_t most_hits = 50;

using Ids = std::vector<std::int64_t>;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// A query and the units that a scan of all finds for it.
struct Query {
  std::string text;
  Ids expected;
};

struct Unit {
  std::int64_t id = 0;
  std::string source;
  Tokened tokened;
  std::size_t weight = 0;
};

std::vector<TextToken> without_marks(std::vector<TextToken> tokens) {
  std::erase_if(tokens, [](const TextToken& it) { return it.kind == TextTokenKind::mark; });
  return tokens;
}

bool match(const Tokened& query, std::size_t query_weight, const Tokened& other,
           std::size_t other_weight) {
  const std::size_t heavier = std::max(query_weight, other_weight);
  const std::size_t most = most_distance(least_score, heavier);
  return heavier - std::min(query_weight, other_weight) <= most &&
         distance(query, other, most).has_value();
}

Ids similar(const std::vector<Unit>& units, const std::string& text) {
  const Tokened query{text, tokens(text)};
  const std::size_t query_weight = weight(query.tokens);
  Ids found;
  for (const Unit& unit : units)
    if (match(query, query_weight, unit.tokened, unit.weight)) found.push_back(unit.id);
  return found;
}

/// The newest units that have the phrase.
Ids holders(const std::vector<Unit>& units, const std::string& text) {
  const std::vector<TextToken> phrase = without_marks(tokens(text));
  const auto same = [](const TextToken& a, const TextToken& b) { return a.key == b.key; };
  Ids found;
  for (auto unit = units.rbegin(); unit != units.rend() && found.size() < most_hits; ++unit) {
    const std::vector<TextToken> words = without_marks(unit->tokened.tokens);
    if (std::search(words.begin(), words.end(), phrase.begin(), phrase.end(), same) != words.end())
      found.push_back(unit->id);
  }
  return found;
}

/// The phrase's words, whatever is between them, as a regular expression.
std::string expression(const std::string& text) {
  std::string sql = "\\m";
  for (const TextToken& word : without_marks(tokens(text))) {
    if (sql.size() > 2) sql += "\\W+";
    for (std::size_t at = word.span.begin; at != word.span.end; ++at) {
      if (std::ispunct(static_cast<unsigned char>(text[at]))) sql += '\\';
      sql += text[at];
    }
  }
  return sql + "\\M";
}

void time_all(const std::string& what, const std::vector<Query>& queries,
              const std::function<Ids(const std::string&)>& ask) {
  std::vector<double> times;
  std::size_t expected = 0;
  std::size_t missed = 0;
  for (const Query& query : queries) {
    const double begin = now();
    Ids found = ask(query.text);
    times.push_back(1000 * (now() - begin));
    std::sort(found.begin(), found.end());
    expected += query.expected.size();
    for (const std::int64_t id : query.expected)
      missed += !std::binary_search(found.begin(), found.end(), id);
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%s\t%zu\t%.1f\t%.1f\t%zu\t%.2f\n", what.c_str(), queries.size(), at(0.5), at(0.95),
              expected,
              100.0 * static_cast<double>(expected - missed) /
                  static_cast<double>(std::max<std::size_t>(expected, 1)));
  std::fflush(stdout);
}

/// Parts of words that the vocabulary is asked for, as a memory asks for them, with the trigram
/// index of words and without.
void time_words(Server& server, InventedUnits& invented, const std::vector<std::string>& texts) {
  const auto ask = [&](const std::string& like, std::string_view language) {
    Ids found;
    const Rows rows = server.ask(
        "SELECT hashtext(text)::bigint FROM cotejo.word WHERE text LIKE $1 AND language = $2"
        " ORDER BY 1",
        Values().add(std::string_view(like)).add(language));
    for (int at = 0; at < rows.size(); ++at) found.push_back(rows.integer(at, 0));
    return found;
  };
  std::vector<Query> ends;
  std::vector<Query> middles;
  for (std::size_t i = 0; i < query_count; ++i) {
    std::string word = texts[invented.below(texts.size())];
    word.resize(std::min(word.find(' '), word.size()));
    const std::size_t letters = std::min<std::size_t>(word.size(), 3 + i % 3);
    word = folded(word, {{word.size() - letters, word.size()}, 0, TextTokenKind::word});
    for (auto* const queries : {&ends, &middles}) {
      const std::string like = '%' + word + (queries == &ends ? "" : "%");
      queries->push_back({like, ask(like, "es")});
    }
  }
  const auto time_both = [&](const char* how) {
    for (const auto& [what, queries] :
         {std::pair("words like *abc; ", &ends), std::pair("words like *abc*; ", &middles)})
      time_all(what + std::string(how), *queries,
               [&](const std::string& like) { return ask(like, "es"); });
  };
  time_both("trigrams");
  server.ask("BEGIN");
  server.ask("DROP INDEX cotejo.word_parts");
  time_both("no index");
  server.ask("ROLLBACK");
}

void fact(const char* name, double value) {
  std::printf("%s\t%g\n", name, value);
  std::fflush(stdout);
}

void run(const std::string& url, std::size_t count) {
  InventedUnits invented;
  std::vector<std::string> brief_texts;
  std::size_t bytes = 0;
  {
    std::vector<MemoryUnit> stock;
    while (stock.size() < count) {
      stock.push_back(invented.next());
      bytes += stock.back().source.size() + stock.back().target.size();
    }
    Memory memory = Memory::open(url, Memory::Mode::write);
    const double begin = now();
    std::size_t next = 0;
    memory.add([&]() -> std::optional<MemoryUnit> {
      if (next == stock.size()) return std::nullopt;
      return std::move(stock[next++]);
    });
    fact("import_s", now() - begin);
  }
  fact("text_bytes", static_cast<double>(bytes));

  Server server(url);
  const auto number = [&](const char* sql) {
    return static_cast<double>(server.ask(sql).integer(0, 0));
  };
  server.ask(
      "SELECT set_config('jit', 'off', false),"
      " set_config('max_parallel_workers_per_gather', '0', false)");
  server.ask("SELECT set_config('search_path', 'public, cotejo', false)");  // pg_trgm is a memory's
  server.ask("CREATE TABLE trigram (id bigint PRIMARY KEY, source text, target text)");
  const char* const copy =
      "INSERT INTO trigram SELECT id, source, target FROM cotejo.unit ORDER BY id";
  double begin = now();
  server.ask(copy);
  fact("rows_s", now() - begin);
  server.ask("TRUNCATE trigram");
  server.ask("CREATE INDEX trigram_source ON trigram USING gin (source gin_trgm_ops)");
  server.ask("CREATE INDEX trigram_target ON trigram USING gin (target gin_trgm_ops)");
  begin = now();
  server.ask(copy);
  server.ask("SELECT gin_clean_pending_list('trigram_source')");
  server.ask("SELECT gin_clean_pending_list('trigram_target')");
  fact("trigram_rows_s", now() - begin);
  server.ask("ANALYZE");
  fact("trigram_bytes",
       number("SELECT pg_relation_size('trigram_source') + pg_relation_size('trigram_target')"));
  fact("list_bytes", number("SELECT pg_total_relation_size('cotejo.piece')"));

  std::vector<Unit> units;
  {
    const Rows rows = server.ask("SELECT id, source FROM trigram ORDER BY id");
    for (int at = 0; at < rows.size(); ++at)
      units.push_back({rows.integer(at, 0), std::string(rows.text(at, 1)), {}, 0});
  }
  for (Unit& unit : units) {
    unit.tokened = {unit.source, tokens(unit.source)};
    unit.weight = weight(unit.tokened.tokens);
    const auto words = std::count(unit.source.begin(), unit.source.end(), ' ') + 1;
    if (words >= 2 && words <= 4) brief_texts.push_back(unit.source);
  }

  std::vector<Query> fuzzy;
  std::vector<Query> brief;
  std::vector<Query> phrases;
  std::vector<Query> frequent;
  const auto any_text = [&] { return units[invented.below(units.size())].source; };
  for (std::size_t i = 0; i < query_count; ++i) {
    fuzzy.push_back(
        {i % 4 == 0 ? invented.sentence(5, 40) : invented.edited(any_text(), 1 + i % 4), {}});
    brief.push_back({i % 2 == 0
                         ? invented.sentence(2, 4)
                         : invented.edited(brief_texts[invented.below(brief_texts.size())], 1),
                     {}});
    const std::string text = any_text();
    const std::vector<TextToken> words = without_marks(tokens(text));
    const std::size_t size = std::min(words.size(), 1 + i % 4);
    const std::size_t first = invented.below(words.size() - size + 1);
    const std::size_t at = words[first].span.begin;
    phrases.push_back({text.substr(at, words[first + size - 1].span.end - at), {}});
    frequent.push_back({invented.frequent_word() + " " + invented.frequent_word(), {}});
  }
  for (std::vector<Query>* queries : {&fuzzy, &brief})
    for (Query& query : *queries) query.expected = similar(units, query.text);
  for (std::vector<Query>* queries : {&phrases, &frequent})
    for (Query& query : *queries) query.expected = holders(units, query.text);

  const Memory memory = Memory::open(url, Memory::Mode::read);
  const auto by_lists = [&](const std::string& text) {
    SearchOptions options;
    options.source_language = "es";
    options.least_score = least_score;
    options.limit = count;
    Ids found;
    for (const Match& it : memory.search(text, options)) found.push_back(it.unit.id);
    return found;
  };
  const auto phrase_by_lists = [&](const std::string& text) {
    Ids found;
    for (const Hit& it : memory.concordance(text, {.language = "es", .limit = most_hits}))
      found.push_back(it.unit.id);
    return found;
  };
  const auto by_trigrams = [&](const std::string& text) {
    const Tokened query{text, tokens(text)};
    const std::size_t query_weight = weight(query.tokens);
    const Rows rows =
        server.ask("SELECT id, source FROM trigram WHERE source % $1", Values().add(text));
    Ids found;
    for (int at = 0; at < rows.size(); ++at) {
      const std::string_view source = rows.text(at, 1);
      const Tokened other{source, tokens(source)};
      if (match(query, query_weight, other, weight(other.tokens)))
        found.push_back(rows.integer(at, 0));
    }
    return found;
  };
  const auto phrase_by_trigrams = [&](const std::string& text) {
    const std::string words = expression(text);
    const Rows rows =
        server.ask("SELECT id, source FROM trigram WHERE source ~* $1 ORDER BY id DESC LIMIT $2",
                   Values().add(std::string_view(words)).add(static_cast<std::int64_t>(most_hits)));
    Ids found;
    for (int at = 0; at < rows.size(); ++at) found.push_back(rows.integer(at, 0));
    return found;
  };

  time_words(server, invented, brief_texts);
  by_lists("x");  // opens what is opened once
  for (const auto& [what, queries] :
       {std::pair("fuzzy 70", &fuzzy), std::pair("fuzzy 70, 2-4 words", &brief)}) {
    double least = 1;
    for (const Query& query : *queries) {
      const Rows rows = server.ask(
          "SELECT coalesce(min(similarity(source, $1)), 1)::double precision FROM trigram"
          " WHERE id = ANY ($2)",
          Values().add(std::string_view(query.text)).add(query.expected));
      least = std::min(least, rows.real(0, 0));
    }
    time_all(std::string(what) + "; lists", *queries, by_lists);
    for (const double threshold : {0.7, 0.5, std::max(0.0, least - 0.001)}) {
      char written[16];
      std::snprintf(written, sizeof written, "%.3f", threshold);
      server.ask("SELECT set_config('pg_trgm.similarity_threshold', $1, false)",
                 Values().add(std::string_view(written)));
      time_all(std::string(what) + "; trigrams, similarity " + written, *queries, by_trigrams);
    }
  }
  for (const auto& [what, queries] :
       {std::pair("concordance", &phrases), std::pair("concordance, frequent words", &frequent)}) {
    time_all(std::string(what) + "; lists", *queries, phrase_by_lists);
    time_all(std::string(what) + "; trigrams", *queries, phrase_by_trigrams);
  }
}

}  // namespace
}  // namespace cotejo::bench

int main(int count, char** arguments) try {
  const char* const url = std::getenv("COTEJO_TEST_POSTGRES");
  if (!url) {
    std::fputs("usage: tests/bench/trigrams.py BUILD_FOLDER [UNITS]\n", stderr);
    return 2;
  }
  cotejo::bench::run(url, count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 100'000);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
