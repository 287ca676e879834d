#include "cotejo/train.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "align/measured.hpp"
#include "train/fit.hpp"
#include "train/paragraphs.hpp"
#include "train/sample.hpp"

namespace cotejo {
namespace {

constexpr std::size_t rounds = 3;  // the first pass of the aligner needs weights too

/// A start that knows no data.
WeightTable scratch() {
  WeightTable table;
  table.features[length_distance] = -1.0F;
  table.features[words_root] = 0.5F;
  table.features[words_mean] = 0.5F;
  table.features[heading_odd] = -0.5F;  // no gold has headings or vectors yet: these two stay
  table.features[embedding] = 0.6F;
  table.biases = {-2.0F, 2.0F, 1.0F, 0.5F, 0.0F, 0.0F, -0.5F, -0.5F};
  table.manner[1] = {-0.5F, 0.05F, {-2.0F}};
  table.manner[2] = {-1.0F, 0.0F, {-1.0F, 0.0F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F}};
  return table;
}

/// Calls work(0), ... work(count - 1) on all cores; throws what one of them threw.
template <typename Work>
void on_all_cores(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex guard;
  const auto run = [&] {
    try {
      for (std::size_t k; (k = next++) < count;) work(k);
    } catch (...) {
      const std::scoped_lock lock(guard);
      failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned core = 1; core < std::thread::hardware_concurrency(); ++core)
      others.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

bool teaches(const Lesson& lesson) {
  return !lesson.source.segments.empty() && !lesson.target.segments.empty();
}

std::vector<Sample> samples_of(const Lesson& lesson, const Dictionary& dictionary,
                               const WeightTable& weights, std::size_t most_per_side) {
  const auto measure = [&](const Side& source, const Side& target) {
    const Measured measured(source, target, dictionary, weights, most_per_side);
    return samples(measured, measured.posteriors(weights), lesson.ladder);
  };
  std::vector<Sample> out = measure(lesson.source, lesson.target);
  if (!blocks_tell(lesson.source) || !blocks_tell(lesson.target)) {
    const auto [source, target] = with_paragraphs(lesson);
    std::vector<Sample> more = measure(source, target);
    std::move(more.begin(), more.end(), std::back_inserter(out));
    for (Sample& sample : out) sample.weight = 0.5;
  }
  const double beads = static_cast<double>(lesson.ladder.size());
  for (Sample& sample : out) sample.weight /= std::sqrt(beads);
  return out;
}

WeightTable train_on(const std::vector<const Lesson*>& lessons, const Dictionary& dictionary,
                     const TrainOptions& options) {
  const WeightTable start = options.start ? options.start->table() : scratch();
  WeightTable weights = start;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::vector<std::vector<Sample>> parts(lessons.size());
    on_all_cores(lessons.size(), [&](std::size_t k) {
      if (options.step) options.step();
      parts[k] = samples_of(*lessons[k], dictionary, weights, options.most_per_side);
    });
    std::vector<Sample> all;
    for (std::vector<Sample>& part : parts)
      std::move(part.begin(), part.end(), std::back_inserter(all));
    weights = fit(all, weights, {start, options.decay, options.noise, options.step});
  }
  return weights;
}

}  // namespace

Weights train(std::span<const Lesson> lessons, const Dictionary& dictionary,
              const TrainOptions& options) {
  std::vector<const Lesson*> all;
  for (const Lesson& lesson : lessons) {
    if (teaches(lesson)) all.push_back(&lesson);
  }
  return Weights(train_on(all, dictionary, options));
}

std::vector<std::vector<Bead>> cross_validate(std::span<const Lesson> lessons,
                                              const Dictionary& dictionary, std::size_t folds,
                                              const TrainOptions& options) {
  std::map<std::string_view, std::size_t> documents;
  std::vector<std::size_t> fold_of;
  for (const Lesson& lesson : lessons) {
    fold_of.push_back(documents.try_emplace(lesson.document, documents.size()).first->second %
                      folds);
  }
  std::vector<std::vector<Bead>> ladders(lessons.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Lesson*> others;
    for (std::size_t k = 0; k < lessons.size(); ++k) {
      if (fold_of[k] != fold && teaches(lessons[k])) others.push_back(&lessons[k]);
    }
    AlignOptions align_options;
    align_options.most_per_side = options.most_per_side;
    align_options.weights = Weights(train_on(others, dictionary, options));
    on_all_cores(lessons.size(), [&](std::size_t k) {
      if (fold_of[k] != fold) return;
      ladders[k] = align(lessons[k].source, lessons[k].target, dictionary, align_options).beads;
    });
  }
  return ladders;
}

}  // namespace cotejo
