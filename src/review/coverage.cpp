#include "review/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "cotejo/text.hpp"
#include "review/check.hpp"
#include "review/fitted.hpp"

namespace cotejo {
namespace {

double odds_of(const ReviewWord& word, const Meet& met) {
  return word_odds()[static_cast<std::size_t>(word.kind)][static_cast<std::size_t>(met.met)];
}

Covered cover(std::span<const ReviewWord> words, std::span<const Meet> met) {
  Covered out;
  double run = 0.0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double odds = odds_of(words[i], met[i]);
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
    sum += odds_of(words[i], met[i]);
    if (sum > out.tail.odds) out.tail = {{i, words.size()}, sum};
  }
  return out;
}

Span whole(std::span<const ReviewWord> words) { return span_of(words, {0, words.size()}); }

/// The segments that some words of a side stand in.
Span passage(const Wording& wording, std::span<const ReviewWord> words) {
  if (words.empty()) return {};
  const std::vector<Segment>& segments = wording.side().segments;
  Span out{words.front().span.begin, words.back().span.end};
  const auto behind = [&](std::size_t place) {  // of the last one that begins before it
    return std::partition_point(segments.begin(), segments.end(),
                                [&](const Segment& segment) { return segment.span.begin < place; });
  };
  if (const auto first = behind(out.begin + 1); first != segments.begin())
    out.begin = std::min(out.begin, std::prev(first)->span.begin);
  if (const auto last = behind(out.end); last != segments.begin())
    out.end = std::max(out.end, std::prev(last)->span.end);
  return out;
}

/// How the side ends: its passage behind its last word.
std::string_view ending(const Wording& wording, std::span<const ReviewWord> words, Span passage) {
  if (words.empty()) return {};
  return slice(wording.side().document.text, {words.back().span.end, passage.end});
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

/// By how much a side is longer than the other lets expect. Gale & Church: the variance of a
/// translation's length grows with the length.
double length_surprise(double own, double other) {
  return (own - other) / std::sqrt(6.8 * (0.5 * (own + other) + 8.0));
}

/// One side of a bead against the other.
struct View {
  const Wording& wording;
  std::span<const ReviewWord> words;
  std::span<const Meet> met;
  std::span<const ReviewWord> others;
  std::span<const Meet> others_met;
  double size;        ///< in characters of the source's language
  double other_size;  ///< likewise
  double unit;        ///< characters of its own for one of those
  Span passage;       ///< the segments that the words stand in
};

std::size_t count_content(std::span<const ReviewWord> words, Range in) {
  std::size_t count = 0;
  for (std::size_t i = in.begin; i < in.end; ++i) count += content(words[i]);
  return count;
}

double sum_odds(const View& view, Range in) {
  double sum = 0.0;
  for (std::size_t i = in.begin; i < in.end; ++i) sum += odds_of(view.words[i], view.met[i]);
  return sum;
}

/// By how much a side is longer than expected without a stretch.
double longer_without(const View& view, Range stretch) {
  const std::string_view said =
      slice(view.wording.side().document.text, span_of(view.words, stretch));
  return length_surprise(view.size - static_cast<double>(code_points(said)) / view.unit,
                         view.other_size);
}

/// How much likelier the two lengths are without a stretch: what was left out is missing in length.
double length_gain(const View& view, Range stretch) {
  const double with = length_surprise(view.size, view.other_size);
  const double without = longer_without(view, stretch);
  return std::clamp(0.5 * (with * with - without * without), -4.0, 4.0);
}

/// Where clauses may begin: behind marks. The ends count too.
std::vector<std::size_t> joints(const View& view) {
  std::vector<std::size_t> out{0};
  const std::string_view text = view.wording.side().document.text;
  for (std::size_t i = 1; i < view.words.size(); ++i) {
    const std::string_view between =
        slice(text, {view.words[i - 1].span.end, view.words[i].span.begin});
    if (between.find_first_of(",;:().?!") != std::string_view::npos ||
        between.find("\u2014") != std::string_view::npos ||
        between.find("\u2013") != std::string_view::npos ||
        between.find("--") != std::string_view::npos || between == " - ")
      out.push_back(i);
  }
  out.push_back(view.words.size());
  return out;
}

/// Where phrases may begin: at a joint, and at a function word behind a content word.
std::vector<std::size_t> phrase_starts(const View& view) {
  std::vector<std::size_t> out = joints(view);
  for (std::size_t i = 1; i < view.words.size(); ++i) {
    if (content(view.words[i - 1]) && !content(view.words[i])) out.push_back(i);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Where the other side should say a stretch: between the counterparts of the nearest words met
/// before and behind it.
Range gap_for(const View& view, Range stretch) {
  std::size_t left = 0;
  std::size_t right = view.others.size();
  for (std::size_t i = stretch.begin; i-- > 0;) {
    if (view.met[i].met != Met::yes || !content(view.words[i])) continue;
    left = view.met[i].with + 1;
    break;
  }
  for (std::size_t i = stretch.end; i < view.words.size(); ++i) {
    if (view.met[i].met != Met::yes || !content(view.words[i])) continue;
    right = view.met[i].with;
    break;
  }
  return {std::min(left, right), right};
}

/// By how many content words a stretch has more than the other side where it should say it.
double excess_of(const View& view, Range stretch) {
  return static_cast<double>(count_content(view.words, stretch)) -
         static_cast<double>(count_content(view.others, gap_for(view, stretch)));
}

/// What the other side says there or close by that no other word is met by: it may be another
/// wording of the stretch.
double free_odds(const View& view, Range stretch) {
  constexpr std::size_t around = 2;
  const Range gap = gap_for(view, stretch);
  const std::size_t begin = gap.begin - std::min(gap.begin, around);
  const std::size_t end = std::min(view.others.size(), gap.end + around);
  double sum = 0.0;
  for (std::size_t i = begin; i < end; ++i) {
    const Meet& met = view.others_met[i];
    const bool here = met.with >= stretch.begin && met.with < stretch.end;
    if (met.met < Met::weak || here) sum += std::abs(odds_of(view.others[i], met));
  }
  return sum;
}

/// Whether it stands in parentheses or brackets, alone or with other words.
bool bracketed(const View& view, Range stretch) {
  if (stretch.empty()) return false;
  const std::string_view text = view.wording.side().document.text;
  const Span words = span_of(view.words, stretch);
  const std::string_view before = slice(text, {view.passage.begin, words.begin});
  const std::string_view behind = slice(text, {words.end, view.passage.end});
  const std::size_t open = before.find_last_of("()[]");
  const std::size_t close = behind.find_first_of("()[]");
  return open != std::string_view::npos && close != std::string_view::npos &&
         (before[open] == '(' || before[open] == '[') &&
         (behind[close] == ')' || behind[close] == ']');
}

/// Of the words met in a stretch, how many meet one place of the other side: words that meet here
/// and there by chance say nothing.
double said_together(const View& view, Range stretch) {
  std::vector<std::size_t> places;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (content(view.words[i]) && view.met[i].met == Met::yes) places.push_back(view.met[i].with);
  }
  std::sort(places.begin(), places.end());
  const std::size_t width = stretch.size() + stretch.size() / 2 + 3;
  std::size_t best = 0;
  for (std::size_t first = 0, last = 0; first < places.size(); ++first) {
    while (last < places.size() && places[last] < places[first] + width) ++last;
    best = std::max(best, last - first);
  }
  return static_cast<double>(best);
}

/// The stretches that may stand alone: the worst run of words, and clauses, alone and two together.
std::vector<Range> stretches(const View& view, const Covered& own) {
  constexpr std::size_t most = 6;
  constexpr std::size_t least = 2;  // content words
  constexpr std::size_t most_joints = 60;
  struct Choice {
    Range words;
    double worth;
  };
  std::vector<Choice> choices;
  const auto add = [&](Range words) {
    const std::size_t size = count_content(view.words, words);
    if (size < least || words.size() == view.words.size()) return;
    choices.push_back(
        {words, sum_odds(view, words) + 0.7 * excess_of(view, words) + length_gain(view, words)});
  };
  const std::vector<std::size_t> at = joints(view);
  if (at.size() <= most_joints) {
    for (std::size_t k = 0; k + 1 < at.size(); ++k) {
      add({at[k], at[k + 1]});
      if (k + 2 < at.size()) add({at[k], at[k + 2]});
    }
  }
  // The phrase or phrases most likely left out
  const std::vector<std::size_t> starts = phrase_starts(view);
  Choice likeliest{{}, 0.0};
  for (std::size_t b = 0; b < starts.size() && starts.size() <= most_joints; ++b) {
    double odds = 0.0;
    for (std::size_t e = b + 1; e < starts.size(); ++e) {
      odds += sum_odds(view, {starts[e - 1], starts[e]});
      const Range words{starts[b], starts[e]};
      if (odds < 1.0 || words.size() == view.words.size()) continue;
      const double worth = odds + length_gain(view, words);
      if (worth > likeliest.worth) likeliest = {words, worth};
    }
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.worth > b.worth; });
  std::vector<Range> out;
  if (!own.worst.words.empty()) out.push_back(own.worst.words);
  if (!own.tail.words.empty() && !(own.tail.words == own.worst.words))
    out.push_back(own.tail.words);
  if (!likeliest.words.empty() && std::find(out.begin(), out.end(), likeliest.words) == out.end())
    out.push_back(likeliest.words);
  for (const Choice& choice : choices) {
    if (out.size() >= most) break;
    if (std::find(out.begin(), out.end(), choice.words) == out.end()) out.push_back(choice.words);
  }
  if (out.empty()) out.push_back({0, view.words.size()});
  return out;
}

std::size_t missed_names(std::span<const ReviewWord> words, std::span<const Meet> met, Range in) {
  std::size_t count = 0;
  for (std::size_t i = in.begin; i < in.end; ++i) {
    const WordClass kind = words[i].kind;
    count += met[i].met == Met::no && (kind == WordClass::name || kind == WordClass::number);
  }
  return count;
}

}  // namespace

const WordOdds& word_odds() { return fitted_odds; }

void suspect_coverage(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  // Without a dictionary every word looks missed.
  if (pairing.source.empty() || pairing.target.empty() || known.dictionary.size() == 0) return;
  const std::string_view from = pairing.from->side().document.language;
  const std::string_view to = pairing.to->side().document.language;
  const double usual = from.starts_with("en") && to.starts_with("es")   ? usual_length
                       : from.starts_with("es") && to.starts_with("en") ? 1.0 / usual_length
                                                                        : 1.0;
  const double source_size = characters(*pairing.from, pairing.source);
  const double target_size = characters(*pairing.to, pairing.target);
  const double surprise = length_surprise(target_size / usual, source_size);
  const double ratio = std::log((target_size / usual + 10.0) / (source_size + 10.0));
  const Covered source = cover(pairing.source, pairing.source_met);
  const Covered target = cover(pairing.target, pairing.target_met);
  const Span source_passage = passage(*pairing.from, pairing.source);
  const Span target_passage = passage(*pairing.to, pairing.target);
  const std::string_view source_end = ending(*pairing.from, pairing.source, source_passage);
  const std::string_view target_end = ending(*pairing.to, pairing.target, target_passage);

  const auto side = [&](Edition edition) {
    const bool here = edition == Edition::source;
    const Covered& own = here ? source : target;
    const Covered& other = here ? target : source;
    const View view{here ? *pairing.from : *pairing.to,
                    here ? pairing.source : pairing.target,
                    here ? pairing.source_met : pairing.target_met,
                    here ? pairing.target : pairing.source,
                    here ? pairing.target_met : pairing.source_met,
                    here ? source_size : target_size / usual,
                    here ? target_size / usual : source_size,
                    here ? 1.0 : usual,
                    here ? source_passage : target_passage};
    const std::string_view own_end = here ? source_end : target_end;
    const std::string_view other_end = here ? target_end : source_end;
    const double longer = here ? -surprise : surprise;
    const double log_longer = here ? -ratio : ratio;
    const std::vector<std::size_t> at = joints(view);
    const auto joint = [&](std::size_t word) {
      return std::binary_search(at.begin(), at.end(), word);
    };
    for (const Range stretch : stretches(view, own)) {
      Suspicion it;
      it.judge = here ? Judge::omission : Judge::addition;
      it.kind = here ? FindingKind::omission : FindingKind::addition;
      const double odds = sum_odds(view, stretch);
      const auto size = static_cast<double>(count_content(view.words, stretch));
      double alone = 0.0;
      for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
        if (!content(view.words[i])) continue;
        alone += view.met[i].met == Met::no || view.met[i].met == Met::shared;
      }
      const double share = alone / (size + 0.5);
      const double excess = excess_of(view, stretch);
      const double free = free_odds(view, stretch);
      Measures& x = it.measures;
      x[0] = std::clamp(longer, 0.0, 8.0);
      x[1] = std::clamp(-longer, 0.0, 8.0);
      x[2] = std::clamp(log_longer, -2.0, 2.0);
      x[3] = squeeze(odds);
      x[4] = std::clamp(odds, -5.0, 25.0) / 5.0;
      x[5] = share;
      x[6] = squeeze(size);
      x[7] = squeeze(said_together(view, stretch));
      x[8] = squeeze(excess);
      x[9] = std::max(-1.0, excess / (size + 1.0));
      x[10] = stretch.end == view.words.size();
      x[11] = stretch.begin == 0;
      x[12] = joint(stretch.begin);
      x[12] += joint(stretch.end);
      x[13] = bracketed(view, stretch);  // a translator's explanation
      x[14] = static_cast<double>(
          std::min<std::size_t>(missed_names(view.words, view.met, stretch), 3));
      x[15] = squeeze(other.worst.odds);
      x[16] = squeeze(own.odds - odds);
      x[17] = squeeze(other.odds);
      // Cut off: an end that isn't one
      x[18] = !view.others.empty() && !content(view.others.back());
      x[19] = ends_quotation(own_end) && !ends_quotation(other_end);
      x[20] = squeeze(static_cast<double>(view.words.size()));
      x[21] = stretch.end == view.words.size() && joint(stretch.begin) && share > 0.6;
      x[22] = std::clamp(excess, 0.0, 12.0) * share / 4.0;
      x[23] = std::clamp(longer, 0.0, 4.0) * share;
      x[24] = squeeze(free);
      x[25] = std::clamp(odds - free, -10.0, 15.0) / 5.0;
      x[26] = std::clamp(longer_without(view, stretch), -6.0, 6.0);
      it.message = here ? Message{"the translation doesn't say this", {}}
                        : Message{"the source doesn't say this", {}};
      (here ? it.source : it.target) = span_of(view.words, stretch);
      out.push_back(std::move(it));
    }
  };
  side(Edition::source);
  side(Edition::target);

  const auto names = [](std::span<const ReviewWord> words, std::span<const Meet> met) {
    return static_cast<double>(
        std::min<std::size_t>(missed_names(words, met, {0, words.size()}), 4));
  };
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
  x[k++] = names(pairing.source, pairing.source_met);
  x[k++] = names(pairing.target, pairing.target_met);
  x[k++] = squeeze(source.worst.odds);
  x[k++] = squeeze(target.worst.odds);
  x[k++] = squeeze(std::min(source.worst.odds, target.worst.odds));
  it.message = Message{"the two passages don't seem to say the same", {}};
  it.source = whole(pairing.source);
  it.target = whole(pairing.target);
  out.push_back(std::move(it));
}

}  // namespace cotejo
