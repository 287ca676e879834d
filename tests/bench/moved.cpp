/// @file  Fits the weights of src/align/moved.cpp and measures them.
///
/// usage: cotejo_fit_moved FOLDER...     each with STEM.gold, STEM.en.sents, STEM.es.sents
///
/// Documents are made of the gold pairs: in half of them passages of one to four beads are moved,
/// in all of them others are dropped on one side, so that orphans of one topic stand about, and
/// foreign ones put in. Prints what cross-validation over the documents says (recall: of what the
/// ladder left alone), and the weights fitted on all; then, for the gold as it stands, the passages
/// that these weights call moved, to be judged by eye: those that the gold leaves alone ("moved"),
/// and those it pairs otherwise ("wrong").

#include "align/moved.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <set>
#include <sstream>

namespace cotejo::bench {
namespace {

using Lines = std::vector<std::string>;
using Random = std::mt19937;
using Pair = std::array<std::size_t, 4>;  // begin and end on either side

std::size_t below(Random& random, std::size_t end) { return random() % end; }
bool chance(Random& random, unsigned percent) { return below(random, 100) < percent; }

Lines lines(const std::string& path) {
  std::ifstream file(path);
  Lines out;
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

struct Gold {
  std::string name;
  Lines en;
  Lines es;
  std::vector<Bead> beads;
};

Range range(const std::string& list) {
  Range out;
  std::istringstream numbers(list);
  bool first = true;
  for (std::string number; std::getline(numbers, number, ',');) {
    if (number.find_first_of("0123456789") == number.npos) continue;
    const std::size_t at = std::stoul(number);
    if (first) out.begin = at;
    out.end = at + 1;
    first = false;
  }
  return out;
}

Gold read(const std::string& stem) {
  Gold gold{stem, lines(stem + ".en.sents"), lines(stem + ".es.sents"), {}};
  for (std::string line : lines(stem + ".gold")) {
    line.erase(std::remove_if(line.begin(), line.end(),
                              [](char c) { return c == '[' || c == ']' || c == ' '; }),
               line.end());
    const std::size_t colon = line.find(':');
    gold.beads.push_back({range(line.substr(0, colon)), range(line.substr(colon + 1)), 1.0, {}});
  }
  return gold;
}

Side side(const Lines& texts, const std::string& language) {
  Side out;
  out.document.language = language;
  for (const std::string& text : texts) {
    const Span span{out.document.text.size(), out.document.text.size() + text.size()};
    out.segments.push_back({span, out.document.blocks.size()});
    out.document.blocks.push_back({span, BlockKind::paragraph});
    out.document.text += text + '\n';
  }
  out.anchors = find_anchors(out.document, Lexicon::shipped(language));
  return out;
}

struct Made {
  Lines en;
  Lines es;
  std::set<Pair> pairs;
};

/// A stretch of a gold document, disturbed.
Made disturb(const Gold& gold, std::vector<Bead> beads, const std::vector<Gold>& others,
             Random& random) {
  struct Item {
    std::size_t bead;
    bool foreign;
  };
  Made made;
  std::vector<Item> order;  // of the Spanish side
  std::vector<bool> moved(beads.size(), false);
  const unsigned moving = chance(random, 50) ? 0 : static_cast<unsigned>(below(random, 8));
  const unsigned dropping = static_cast<unsigned>(below(random, 20));
  struct Block {
    std::vector<Item> items;
    std::size_t to;
  };
  std::vector<Block> waiting;
  for (std::size_t b = 0; b < beads.size();) {
    if (chance(random, moving)) {
      Block block;
      const std::size_t size = chance(random, 60) ? 1 : 2 + below(random, 3);
      for (std::size_t k = 0; k < size && b < beads.size(); ++k) {
        moved[b] = true;
        block.items.push_back({b++, false});
      }
      block.to = below(random, beads.size());
      waiting.push_back(block);
    } else {
      order.push_back({b++, false});
    }
  }
  for (const Block& block : waiting) {
    const std::size_t at = std::min(block.to, order.size());
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), block.items.begin(),
                 block.items.end());
  }
  std::vector<Range> en(beads.size());
  std::vector<bool> only_en(beads.size(), false);
  for (std::size_t b = 0; b < beads.size(); ++b) {
    if (!moved[b] && chance(random, dropping)) continue;  // Spanish alone
    if (chance(random, 2)) {
      const Lines& foreign = others[below(random, others.size())].en;
      made.en.push_back(foreign[below(random, foreign.size())]);
    }
    en[b].begin = made.en.size();
    for (std::size_t s = beads[b].source.begin; s < beads[b].source.end; ++s)
      made.en.push_back(gold.en[s]);
    en[b].end = made.en.size();
  }
  for (const Item item : order) {
    const std::size_t b = item.bead;
    if (!moved[b] && !en[b].empty() && chance(random, dropping)) continue;
    if (chance(random, 2)) {
      const Lines& foreign = others[below(random, others.size())].es;
      made.es.push_back(foreign[below(random, foreign.size())]);
    }
    const std::size_t begin = made.es.size();
    for (std::size_t s = beads[b].target.begin; s < beads[b].target.end; ++s)
      made.es.push_back(gold.es[s]);
    if (!en[b].empty()) made.pairs.insert({en[b].begin, en[b].end, begin, made.es.size()});
  }
  return made;
}

struct Sample {
  std::vector<MovedCandidate> candidates;
  std::vector<bool> right;
  std::size_t moved = 0;  // of the right ones
  std::size_t fold = 0;
};

double probability(const MovedMeasure& x, const MovedMeasure& w) {
  return 1.0 / (1.0 + std::exp(-std::inner_product(x.begin(), x.end(), w.begin(), 0.0)));
}

/// Newton's method on the penalised likelihood.
MovedMeasure fit_once(const std::vector<Sample>& samples, std::size_t left_out) {
  constexpr std::size_t n = moved_features;
  MovedMeasure w{};
  for (int round = 0; round < 30; ++round) {
    std::array<std::array<double, n + 1>, n> a{};
    for (std::size_t f = 0; f < n; ++f) {
      a[f][f] = 1.0;
      a[f][n] = -w[f];
    }
    for (const Sample& sample : samples) {
      if (sample.fold == left_out) continue;
      for (std::size_t c = 0; c < sample.candidates.size(); ++c) {
        const MovedMeasure& x = sample.candidates[c].measure;
        const double p = probability(x, w);
        for (std::size_t f = 0; f < n; ++f) {
          a[f][n] += ((sample.right[c] ? 1.0 : 0.0) - p) * x[f];
          for (std::size_t g = 0; g < n; ++g) a[f][g] += p * (1.0 - p) * x[f] * x[g];
        }
      }
    }
    for (std::size_t f = 0; f < n; ++f) {
      for (std::size_t g = 0; g < n; ++g) {
        if (f == g) continue;
        const double times = a[g][f] / a[f][f];
        for (std::size_t k = f; k <= n; ++k) a[g][k] -= times * a[f][k];
      }
    }
    for (std::size_t f = 0; f < n; ++f) w[f] += a[f][n] / a[f][f];
  }
  return w;
}

MovedMeasure fit(std::vector<Sample>& samples, std::size_t left_out) {
  for (Sample& sample : samples)
    for (MovedCandidate& candidate : sample.candidates) candidate.measure[moved_together] = 0.0;
  MovedMeasure w{};
  for (int round = 0; round < 4; ++round) {
    w = fit_once(samples, left_out);
    for (Sample& sample : samples) measure_together(sample.candidates, w);
  }
  return w;
}

struct Score {
  std::size_t reported = 0, right = 0, moved = 0;
  std::array<std::array<double, 3>, 10> bins{};

  void add(double p, bool ok) {
    ++reported;
    right += ok;
    auto& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
    bin[0] += 1.0;
    bin[1] += p;
    bin[2] += ok ? 1.0 : 0.0;
  }
  void print(const char* name) const {
    double error = 0.0;
    for (const auto& bin : bins) error += std::abs(bin[1] - bin[2]);
    const auto share = [](double a, double b) { return b > 0 ? 100.0 * a / b : 0.0; };
    std::printf("%-24s reported %5zu  precision %6.2f  recall %6.2f of %5zu  ECE %5.2f\n", name,
                reported, share(double(right), double(reported)),
                share(double(right), double(moved)), moved, share(error, double(reported)));
    for (const auto& bin : bins)
      if (bin[0] > 0)
        std::printf("    %5.0f said %.3f were %.3f\n", bin[0], bin[1] / bin[0], bin[2] / bin[0]);
  }
};

Pair pair(Range source, Range target) {
  return {source.begin, source.end, target.begin, target.end};
}

Sample sample_of(const Made& made, const Dictionary& dictionary) {
  const Side en = side(made.en, "en");
  const Side es = side(made.es, "es");
  Sample out;
  out.candidates =
      moved_candidates(en, es, find_terms(en, es, dictionary), align(en, es, dictionary).beads);
  for (const MovedCandidate& c : out.candidates)
    out.right.push_back(made.pairs.contains(pair(c.source, c.target)));
  out.moved = static_cast<std::size_t>(std::count(out.right.begin(), out.right.end(), true));
  return out;
}

void run(const std::vector<std::string>& folders) {
  constexpr std::size_t folds = 5;
  const Dictionary dictionary = Dictionary::shipped("en", "es");
  std::vector<Gold> golds;
  for (const std::string& folder : folders) {
    std::set<std::string> stems;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".gold")
        stems.insert(entry.path().string().substr(0, entry.path().string().size() - 5));
    for (const std::string& stem : stems) golds.push_back(read(stem));
  }
  Random random(1);
  std::vector<Sample> samples;
  for (std::size_t g = 0; g < golds.size(); ++g) {
    std::vector<Bead> pairs;
    for (const Bead& bead : golds[g].beads)
      if (!bead.source.empty() && !bead.target.empty()) pairs.push_back(bead);
    for (std::size_t begin = 0, made = 0; begin < pairs.size() && made < 16; ++made) {
      const std::size_t size = std::min(pairs.size() - begin, 10 + below(random, 110));
      const auto first = pairs.begin() + static_cast<std::ptrdiff_t>(begin);
      const std::vector<Bead> part(first, first + static_cast<std::ptrdiff_t>(size));
      for (int times = 0; times < 6; ++times) {
        samples.push_back(sample_of(disturb(golds[g], part, golds, random), dictionary));
        samples.back().fold = g % folds;
      }
      begin += size;
    }
    if (pairs.size() > 400) {
      samples.push_back(sample_of(disturb(golds[g], pairs, golds, random), dictionary));
      samples.back().fold = g % folds;
    }
  }
  std::size_t candidates = 0, right = 0;
  for (const Sample& sample : samples) {
    candidates += sample.candidates.size();
    right += sample.moved;
  }
  std::printf("%zu documents, %zu candidates, %zu right\n", samples.size(), candidates, right);
  Score score;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const MovedMeasure w = fit(samples, fold);
    for (const Sample& sample : samples) {
      if (sample.fold != fold) continue;
      score.moved += sample.moved;
      for (const Bead& bead : choose_moved(sample.candidates, w)) {
        const auto at = std::find_if(
            sample.candidates.begin(), sample.candidates.end(),
            [&](const auto& c) { return c.source == bead.source && c.target == bead.target; });
        score.add(bead.confidence,
                  sample.right[static_cast<std::size_t>(at - sample.candidates.begin())]);
      }
    }
  }
  score.print("cross-validated");
  const MovedMeasure w = fit(samples, folds);
  std::printf("weights:");
  for (const double weight : w) std::printf(" %.3f,", weight);
  std::printf("\n");

  for (const Gold& gold : golds) {
    const Side en = side(gold.en, "en");
    const Side es = side(gold.es, "es");
    auto found =
        moved_candidates(en, es, find_terms(en, es, dictionary), align(en, es, dictionary).beads);
    measure_together(found, w);
    for (const Bead& bead : choose_moved(found, w)) {
      bool alone = true;
      bool same = false;
      for (const Bead& other : gold.beads) {
        same = same || (other.source == bead.source && other.target == bead.target);
        if (other.source.empty() || other.target.empty()) continue;
        alone = alone &&
                (other.source.end <= bead.source.begin || bead.source.end <= other.source.begin) &&
                (other.target.end <= bead.target.begin || bead.target.end <= other.target.begin);
      }
      std::printf("%s\t%s\t%.3f",
                  alone  ? "moved"
                  : same ? "pair"
                         : "wrong",
                  gold.name.c_str(), bead.confidence);
      for (std::size_t s = bead.source.begin; s < bead.source.end; ++s)
        std::printf("\n\t%zu %s", s, gold.en[s].c_str());
      for (std::size_t s = bead.target.begin; s < bead.target.end; ++s)
        std::printf("\n\t%zu %s", s, gold.es[s].c_str());
      std::printf("\n");
    }
  }
}

}  // namespace
}  // namespace cotejo::bench

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: cotejo_fit_moved FOLDER...\n");
    return 2;
  }
  cotejo::bench::run({arguments + 1, arguments + count});
}
