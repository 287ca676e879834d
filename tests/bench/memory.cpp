// How fast a memory is, how much disk it takes and whether it finds all, on invented units.
//   cotejo_bench_memory FILE [UNITS]     makes FILE, which must not exist; 1,000,000 units by
//   default
// `./dev bench` runs it through memory.py.
#include "cotejo/memory.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "invented_units.hpp"
#include "memory/distance.hpp"
#include "memory/tokens.hpp"

namespace cotejo::bench {
namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Of all threads.
double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void time_all(const char* what, const std::vector<std::string>& queries,
              const std::function<std::size_t(const std::string&)>& ask) {
  std::vector<double> times;
  std::size_t found = 0;
  for (const std::string& query : queries) {
    const double begin = now();
    found += ask(query) > 0;
    times.push_back(1000 * (now() - begin));
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%s\t%zu\t%.3f\t%.3f\t%.3f\t%.1f\n", what, queries.size(), at(0.5), at(0.95),
              times.back(),
              100.0 * static_cast<double>(found) / static_cast<double>(queries.size()));
  std::fflush(stdout);
}

/// A pattern that a word of the text, which is one of ASCII letters, fits: abc*, *abc, *abc* and
/// abc* behind the word before it.
std::string part_of(const std::string& text, std::size_t kind, InventedUnits& invented) {
  std::vector<std::string> words;
  std::istringstream all(text);
  for (std::string word; all >> word;) words.push_back(word);
  const std::size_t at = words.size() < 2 ? 0 : 1 + invented.below(words.size() - 1);
  const std::string& word = words[at];
  const std::size_t letters = std::min<std::size_t>(word.size(), 3 + invented.below(3));
  const std::size_t end = word.size() - letters;
  switch (kind) {
    case 1:
      return '*' + word.substr(end);
    case 2:
      return '*' + word.substr(invented.below(end + 1), letters) + '*';
    case 3:
      return (at > 0 ? words[at - 1] + ' ' : "") + word.substr(0, letters) + '*';
    default:
      return word.substr(0, letters) + '*';
  }
}

void run(const std::string& path, std::size_t count) {
  InventedUnits invented;
  std::vector<std::string> texts;   // sources of one unit in a hundred
  std::vector<std::string> sample;  // and of one in twenty, to scan
  std::size_t bytes = 0;
  double adding = 0;
  double busy = 0;
  {
    Memory memory = Memory::open(path, Memory::Mode::write);
    std::size_t created = 0;
    for (std::size_t made = 0; made < count;) {
      std::vector<MemoryUnit> stock;
      for (; made < count && stock.size() < 200'000; ++made) {
        stock.push_back(invented.next());
        bytes += stock.back().source.size() + stock.back().target.size();
        if (made % 100 == 0) texts.push_back(stock.back().source);
        if (made % 20 == 0) sample.push_back(stock.back().source);
      }
      std::size_t next = 0;
      const double begin = now();
      const double begin_cpu = cpu();
      created += memory
                     .add([&]() -> std::optional<MemoryUnit> {
                       if (next == stock.size()) return std::nullopt;
                       return std::move(stock[next++]);
                     })
                     .created;
      adding += now() - begin;
      busy += cpu() - begin_cpu;
    }
    std::printf("created\t%zu\n", created);
  }
  std::printf("adding_s\t%.2f\nadding_cpu_s\t%.2f\nunits_per_s\t%.0f\n", adding, busy,
              static_cast<double>(count) / adding);
  const auto size = std::filesystem::file_size(path);
  std::printf("text_bytes\t%zu\nfile_bytes\t%zu\nratio\t%.2f\n", bytes,
              static_cast<std::size_t>(size),
              static_cast<double>(size) / static_cast<double>(bytes));
  std::fflush(stdout);

  double begin = now();
  const Memory memory = Memory::open(path, Memory::Mode::read);
  SearchOptions first;
  first.source_language = "es";
  memory.search("x", first);
  std::printf("open_ms\t%.1f\n", 1000 * (now() - begin));

  constexpr std::size_t queries = 1000;
  const auto any_text = [&] { return texts[invented.below(texts.size())]; };
  std::vector<std::string> exact;
  std::vector<std::string> fuzzy;
  std::vector<std::string> brief;
  std::vector<std::string> phrases;
  std::vector<std::string> frequent;
  std::vector<std::string> parts[4];  // beginnings, ends and middles of words, with a word beside
  std::vector<std::string> brief_texts;
  for (const std::string& text : texts) {
    const auto words = std::count(text.begin(), text.end(), ' ') + 1;
    if (words >= 2 && words <= 4) brief_texts.push_back(text);
  }
  for (std::size_t i = 0; i < queries; ++i) {
    exact.push_back(any_text());
    fuzzy.push_back(i % 4 == 0 ? invented.sentence(5, 40) : invented.edited(any_text(), 1 + i % 4));
    const std::string& known = brief_texts[invented.below(brief_texts.size())];
    brief.push_back(i % 3 == 0   ? invented.sentence(2, 4)
                    : i % 3 == 1 ? invented.edited(known, 1)
                                 : invented.frequent_word() + " " + invented.frequent_word() +
                                       (i % 2 == 0 ? " " + invented.frequent_word() : ""));
    const std::string text = any_text();
    std::size_t at = text.find(' ', invented.below(text.size()));
    at = at == std::string::npos ? 0 : at + 1;
    std::size_t end = at;
    for (std::size_t words = 0; words < 1 + i % 4 && end != std::string::npos; ++words)
      end = text.find(' ', end + 1);
    phrases.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    parts[i % 4].push_back(part_of(any_text(), i % 4, invented));
    frequent.push_back(invented.frequent_word() + " " + invented.frequent_word() +
                       (i % 2 == 0 ? " " + invented.frequent_word() : ""));
  }
  SearchOptions any;
  any.source_language = "es";
  any.target_language = "en";
  const auto search = [&memory, &any](double least) {
    return [&memory, &any, least](const std::string& text) {
      any.least_score = least;
      return memory.search(text, any).size();
    };
  };
  const auto concordance = [&](const std::string& phrase) {
    return memory.concordance(phrase, {.language = "es"}).size();
  };
  std::printf("what\tqueries\tp50_ms\tp95_ms\tmax_ms\tfound_%%\n");
  time_all("exact", exact, search(100));
  time_all("fuzzy 70", fuzzy, search(70));
  time_all("fuzzy 70, 2-4 words", brief, search(70));
  time_all("fuzzy 50", fuzzy, search(50));
  time_all("concordance", phrases, concordance);
  time_all("concordance, frequent words", frequent, concordance);
  for (int kind = 0; kind < 4; ++kind) {
    constexpr const char* names[]{"concordance, abc*", "concordance, *abc", "concordance, *abc*",
                                  "concordance, word abc*"};
    time_all(names[kind], parts[kind], concordance);
  }

  // Recall: the sample is scanned, and what the scan finds must be among what the memory finds.
  begin = now();
  std::size_t expected = 0;
  std::size_t missed = 0;
  std::vector<Tokened> scanned;
  std::vector<std::size_t> weights;
  for (const std::string& text : sample) {
    scanned.push_back({text, tokens(text)});
    weights.push_back(weight(scanned.back().tokens));
  }
  for (std::size_t i = 0; i < queries; ++i) {
    const std::string& text = i % 5 == 0 ? brief[i] : fuzzy[i];
    any.least_score = 70;
    any.limit = 1'000'000;
    std::vector<std::string> found;
    for (const Match& match : memory.search(text, any)) found.push_back(match.unit.source);
    std::sort(found.begin(), found.end());
    const Tokened query{text, tokens(text)};
    const std::size_t query_weight = weight(query.tokens);
    for (std::size_t other = 0; other < sample.size(); ++other) {
      const std::size_t most = most_distance(70, std::max(query_weight, weights[other]));
      if (std::max(query_weight, weights[other]) - std::min(query_weight, weights[other]) > most)
        continue;
      if (!distance(query, scanned[other], most)) continue;
      ++expected;
      missed += !std::binary_search(found.begin(), found.end(), sample[other]);
    }
  }
  std::printf("recall_queries\t%zu\nrecall_expected\t%zu\nrecall_missed\t%zu\nrecall_s\t%.1f\n",
              queries, expected, missed, now() - begin);
}

}  // namespace
}  // namespace cotejo::bench

int main(int count, char** arguments) try {
  if (count < 2 || std::filesystem::exists(arguments[1])) {
    std::fputs("usage: cotejo_bench_memory FILE [UNITS]     FILE must not exist\n", stderr);
    return 2;
  }
  cotejo::bench::run(arguments[1],
                     count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1'000'000);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
