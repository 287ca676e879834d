#include "review/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "cotejo/text.hpp"
#include "review/check.hpp"
#include "review/fitted.hpp"

namespace cotejo {
namespace {

Covered cover(std::span<const ReviewWord> words, std::span<const Meet> met) {
  Covered out;
  double run = 0.0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double odds =
        word_odds()[static_cast<std::size_t>(words[i].kind)][static_cast<std::size_t>(met[i].met)];
    out.odds += odds;
    if (odds < 0) out.met -= odds;
    if (run <= 0.0) {
      run = 0.0;
      begin = i;
    }
    run += odds;
    if (run > out.worst.odds) out.worst = {{begin, i + 1}, run};
  }
  double sum = 0.0;
  for (std::size_t i = words.size(); i-- > 0;) {
    sum +=
        word_odds()[static_cast<std::size_t>(words[i].kind)][static_cast<std::size_t>(met[i].met)];
    if (sum > out.tail.odds) out.tail = {{i, words.size()}, sum};
  }
  return out;
}

Span whole(std::span<const ReviewWord> words) { return span_of(words, {0, words.size()}); }

/// How the side ends: the passage behind its last word.
std::string_view ending(const Wording& wording, std::span<const ReviewWord> words) {
  const Side& side = wording.side();
  if (words.empty()) return {};
  const std::size_t begin = words.back().span.end;
  std::size_t end = begin;
  for (const Segment& segment : side.segments) {
    if (segment.span.begin < begin && begin <= segment.span.end) end = segment.span.end;
  }
  return slice(side.document.text, {begin, end});
}

bool ends_sentence(std::string_view ending) {
  return ending.find_first_of(".?!") != std::string_view::npos ||
         ending.find("\u2026") != std::string_view::npos;
}

bool ends_quotation(std::string_view ending) {
  return ending.find_first_of("\"'") != std::string_view::npos ||
         ending.find("\u201D") != std::string_view::npos ||
         ending.find("\u00BB") != std::string_view::npos ||
         ending.find("\u2019") != std::string_view::npos;
}

double characters(const Wording& wording, std::span<const ReviewWord> words) {
  if (words.empty()) return 0.0;
  return static_cast<double>(code_points(
      slice(wording.side().document.text, {words.front().span.begin, words.back().span.end})));
}

std::size_t missed(std::span<const ReviewWord> words, std::span<const Meet> met, Range in,
                   bool names) {
  std::size_t count = 0;
  for (std::size_t i = in.begin; i < in.end; ++i) {
    const bool name = words[i].kind == WordClass::name || words[i].kind == WordClass::number;
    count += met[i].met == Met::no && words[i].kind != WordClass::function && name == names;
  }
  return count;
}

}  // namespace

const WordOdds& word_odds() { return fitted_odds; }

namespace {

double length_surprise(double source, double target, double usual) {
  // Gale & Church: the variance of a translation's length grows with the length.
  const double mean = 0.5 * (source + target / usual) + 8.0;
  return (target / usual - source) / std::sqrt(6.8 * mean);
}

}  // namespace

void suspect_coverage(const Pairing& pairing, Suspicions& out) {
  if (pairing.source.empty() || pairing.target.empty()) return;
  const std::string_view from = pairing.from->side().document.language;
  const std::string_view to = pairing.to->side().document.language;
  const double usual = from.starts_with("en") && to.starts_with("es")   ? usual_length
                       : from.starts_with("es") && to.starts_with("en") ? 1.0 / usual_length
                                                                        : 1.0;
  const double source_size = characters(*pairing.from, pairing.source);
  const double target_size = characters(*pairing.to, pairing.target);
  const double surprise = length_surprise(source_size, target_size, usual);
  const double ratio = std::log((target_size / usual + 10.0) / (source_size + 10.0));
  const Covered source = cover(pairing.source, pairing.source_met);
  const Covered target = cover(pairing.target, pairing.target_met);
  const std::string_view source_end = ending(*pairing.from, pairing.source);
  const std::string_view target_end = ending(*pairing.to, pairing.target);

  const auto side = [&](Edition edition) {
    const bool here = edition == Edition::source;
    const Covered& own = here ? source : target;
    const Covered& other = here ? target : source;
    const auto words = here ? pairing.source : pairing.target;
    const std::span<const Meet> met = here ? pairing.source_met : pairing.target_met;
    const auto other_words = here ? pairing.target : pairing.source;
    const std::string_view own_end = here ? source_end : target_end;
    const std::string_view other_end = here ? target_end : source_end;
    const double longer = here ? -surprise : surprise;
    const double log_longer = here ? -ratio : ratio;
    Suspicion it;
    it.judge = here ? Judge::omission : Judge::addition;
    it.kind = here ? FindingKind::omission : FindingKind::addition;
    Measures& x = it.measures;
    std::size_t k = 0;
    x[k++] = std::clamp(longer, 0.0, 8.0);
    x[k++] = std::clamp(-longer, 0.0, 8.0);
    x[k++] = std::clamp(log_longer, -2.0, 2.0);
    x[k++] = squeeze(own.worst.odds);
    x[k++] = std::min(own.worst.odds, 25.0) / 5.0;
    x[k++] = squeeze(own.tail.odds);
    x[k++] = squeeze(other.worst.odds);
    x[k++] = squeeze(own.odds);
    x[k++] = squeeze(other.odds);
    x[k++] = squeeze(own.met);
    x[k++] =
        static_cast<double>(std::min<std::size_t>(missed(words, met, own.worst.words, true), 4));
    x[k++] = squeeze(static_cast<double>(own.worst.words.size()));
    x[k++] = std::max(0.0, std::min(own.worst.odds, 15.0) / 5.0) * std::clamp(longer, 0.0, 3.0);
    // Cut off: an end that isn't one
    x[k++] = !other_words.empty() && other_words.back().kind == WordClass::function;
    x[k++] = !words.empty() && words.back().kind == WordClass::function;
    x[k++] = ends_quotation(own_end) && !ends_quotation(other_end);
    x[k++] = ends_sentence(own_end) && !ends_sentence(other_end);
    x[k++] = squeeze(static_cast<double>(words.size()));
    // The last words of both sides usually meet
    std::size_t last = words.size();
    std::size_t from_end = 0;
    for (; last > 0; --last) {
      if (words[last - 1].kind == WordClass::function) continue;
      if (met[last - 1].met >= Met::weak) break;
      ++from_end;
    }
    x[k++] = squeeze(static_cast<double>(from_end));
    it.message = here ? Message{"the translation doesn't say this", {}}
                      : Message{"the source doesn't say this", {}};
    const Span span = span_of(words, own.worst.words);
    (here ? it.source : it.target) = span;
    out.push_back(std::move(it));
  };
  side(Edition::source);
  side(Edition::target);

  Suspicion it;
  it.judge = Judge::sense;
  it.kind = FindingKind::mistranslation;
  Measures& x = it.measures;
  std::size_t k = 0;
  x[k++] = squeeze(source.odds);
  x[k++] = squeeze(target.odds);
  x[k++] = squeeze(source.odds + target.odds);
  x[k++] = std::clamp((source.odds + target.odds) / 10.0, -3.0, 3.0);
  x[k++] = squeeze(source.met);
  x[k++] = squeeze(target.met);
  x[k++] = std::min(std::abs(surprise), 8.0);
  x[k++] = squeeze(static_cast<double>(pairing.source.size() + pairing.target.size()));
  x[k++] = static_cast<double>(std::min<std::size_t>(
      missed(pairing.source, pairing.source_met, {0, pairing.source.size()}, true), 4));
  x[k++] = static_cast<double>(std::min<std::size_t>(
      missed(pairing.target, pairing.target_met, {0, pairing.target.size()}, true), 4));
  x[k++] = squeeze(source.worst.odds);
  x[k++] = squeeze(target.worst.odds);
  x[k++] = squeeze(std::min(source.worst.odds, target.worst.odds));
  it.message = {"the two passages don't seem to say the same", {}};
  it.source = whole(pairing.source);
  it.target = whole(pairing.target);
  out.push_back(std::move(it));
}

}  // namespace cotejo
