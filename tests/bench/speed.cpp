// How fast each stage is inside one process, tables loaded. A program by itself (--help), but
// `./dev bench` runs it through speed.py, which makes a table of it and measures whole processes.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "articles.hpp"
#include "cotejo/cotejo.hpp"

namespace cotejo::bench {
namespace {

constexpr std::size_t corpus_size = 24'000'000;  // bytes: far more than a cache holds

using Texts = std::vector<std::string>;

std::size_t size(const Texts& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

/// Registers a benchmark that does `work` on each text in turn, over and over.
template <typename Text, typename Work>
void add(const std::string& name, const std::vector<Text>& texts, std::size_t bytes, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [&texts, bytes, work](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
      for (const Text& text : texts) benchmark::DoNotOptimize(work(text));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  })->Unit(benchmark::kMillisecond);
}

Document read_as(const std::string& text, const std::string& language) {
  ReadOptions options;
  options.language = language;
  return read_document(text, options);
}

/// The stages that read one edition. What it holds must outlive the benchmarks.
struct Edition {
  std::string language;
  Lexicon lexicon = Lexicon::shipped(language);
  Texts texts = articles(language, corpus_size);
  Texts western = {};
  Texts together = {""};  ///< all the articles as one text
  std::vector<Document> documents = {};
  std::vector<Document> whole = {};

  void prepare() {
    for (const std::string& text : texts) {
      western.push_back(windows_1252(text));
      documents.push_back(read_as(text, language));
      together[0] += text + '\n';
    }
    whole.push_back(read_as(together[0], language));
  }

  void add_all() const {
    const std::string in = " " + language;
    const std::size_t bytes = size(texts);
    const auto reads = [](const std::string& text) { return read_document(text); };
    const auto told = [this](const std::string& text) { return read_as(text, language); };
    const auto segments = [this](const Document& text) { return segment(text, lexicon); };
    const auto anchors = [this](const Document& text) { return find_anchors(text, lexicon); };
    add("read_document" + in, texts, bytes, reads);
    add("read_document" + in + ", language told", texts, bytes, told);
    add("read_document" + in + ", windows-1252", western, size(western), reads);
    add("segment" + in, documents, bytes, segments);
    add("find_anchors" + in, documents, bytes, anchors);
    add("read_document" + in + ", one document", together, bytes, reads);
    add("segment" + in + ", one document", whole, bytes, segments);
    add("find_anchors" + in + ", one document", whole, bytes, anchors);
  }
};

/// A side of the first sentences of an article, a sentence a line.
Side side_of(const std::string& language, std::size_t sentences) {
  const Texts all = lines("tests/data/news." + language + ".sents");
  std::string text;
  for (const std::string& line : std::span(all).first(sentences)) text += line + '\n';
  ReadOptions options;
  options.language = language;
  options.paragraphs = Paragraphs::line;
  options.plain_blocks = true;
  Side side;
  side.document = read_document(text, options);
  side.segments = segment_by_block(side.document);
  side.anchors = find_anchors(side.document, Lexicon::shipped(language));
  return side;
}

/// An article pair from its bytes to its units, as the command line strings the stages together.
struct Pipeline {
  std::string source = read("tests/data/news.es.txt");
  std::string target = read("tests/data/news.en.txt");
  Lexicon spanish = Lexicon::shipped("es");
  Lexicon english = Lexicon::shipped("en");
  Dictionary dictionary = Dictionary::shipped("es", "en");

  static Side side(const std::string& text, const Lexicon& lexicon) {
    Side out;
    out.document = read_as(text, lexicon.language());
    out.segments = segment(out.document, lexicon);
    out.anchors = find_anchors(out.document, lexicon);
    return out;
  }

  std::vector<Unit> run() const {
    const Side from = side(source, spanish);
    const Side to = side(target, english);
    return units(from, to, align(from, to, dictionary).beads);
  }
};

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

  Edition english{"en"};
  Edition spanish{"es"};
  for (Edition* edition : {&english, &spanish}) {
    edition->prepare();
    edition->add_all();
  }

  const Side source = side_of("es", 20);
  const Side target = side_of("en", 20);
  const Dictionary dictionary = Dictionary::shipped("es", "en");
  benchmark::RegisterBenchmark("align, 20 sentences a side", [&](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
      benchmark::DoNotOptimize(align(source, target, dictionary));
    }
  })->Unit(benchmark::kMillisecond);
  const Pipeline pipeline;
  benchmark::RegisterBenchmark("all stages, an article pair", [&](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(pipeline.run());
  })->Unit(benchmark::kMillisecond);

  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace
}  // namespace cotejo::bench

int main(int argc, char** argv) {
  try {
    return cotejo::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
