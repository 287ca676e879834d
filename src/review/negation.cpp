#include <algorithm>
#include <cmath>
#include <string>

#include "review/check.hpp"

namespace cotejo {
namespace {

/// A word that denies, and what it denies.
struct Negator {
  std::size_t word = 0;
  std::size_t head = none;  ///< the word denied
  std::string_view kind;    ///< see lexicons/LANGUAGE/polarity.tsv
  bool met = false;
};

struct Denials {
  std::vector<Negator> strong;
  std::vector<std::size_t> weak;      ///< words that may carry a negation
  std::vector<std::size_t> denying;   ///< those that do by their meaning
  std::vector<std::size_t> prefixed;  ///< and those whose form may
};

std::string_view between(const Wording& wording, std::span<const ReviewWord> words, std::size_t i) {
  if (i == 0 || i >= words.size()) return {};
  return slice(wording.side().document.text, {words[i - 1].span.end, words[i].span.begin});
}

bool breaks(std::string_view marks) {
  return marks.find_first_of(".;:?!") != std::string_view::npos;
}

/// Spelt with a negative prefix or suffix: unable, impossible, careless, descartar.
bool negative_form(const ReviewWord& word) {
  const std::string& w = word.folded;
  if (w.size() < 6 || word.kind == WordClass::name) return false;
  for (const std::string_view prefix : {"un", "in", "im", "ir", "dis", "non", "des"}) {
    if (w.starts_with(prefix)) return true;
  }
  return w.ends_with("less");
}

Denials denials(const Wording& wording, std::span<const ReviewWord> words,
                std::span<const Meet> met, const Lexicon& lexicon) {
  constexpr std::size_t reach = 7;
  Denials out;
  std::size_t echo = none;  // up to here another negator only repeats the last
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (breaks(between(wording, words, i))) echo = none;
    const ReviewWord& word = words[i];
    if (i + 1 < words.size()) {  // sin embargo, no doubt: they deny nothing
      const auto both = lexicon.find(List::polarity, word.folded + ' ' + words[i + 1].folded);
      if (both && both->kind == "idle") {
        ++i;
        continue;
      }
    }
    const auto entry = lexicon.find(List::polarity, word.folded);
    if (!entry) {
      if (negative_form(word) && met[i].met < Met::weak) out.prefixed.push_back(i);
      continue;
    }
    if (entry->kind == "clitic") {  // didn't: the t alone is no word
      const std::string_view marks = between(wording, words, i);
      if (i == 0 || !words[i - 1].folded.ends_with('n') || marks.empty() || marks == " ") continue;
    }
    if (entry->kind == "deny") {
      out.denying.push_back(i);
      continue;
    }
    if (entry->kind == "weak") {
      out.weak.push_back(i);
      continue;
    }
    if (entry->kind == "echo" || entry->kind == "nor") {
      if (echo != none && i <= echo) {
        echo = i + reach;
        continue;
      }
    }
    if (i + 1 < words.size() && words[i + 1].numeric && word.written != Case::lower)
      continue;  // No. 1
    Negator negator;
    negator.word = i;
    negator.kind = entry->kind;
    for (std::size_t k = i + 1; k < words.size() && k <= i + 5; ++k) {
      if (breaks(between(wording, words, k))) break;
      if (words[k].kind == WordClass::function) continue;
      negator.head = k;
      break;
    }
    out.strong.push_back(negator);
    echo = i + reach;
  }
  return out;
}

class Check {
 public:
  Check(const Pairing& pairing, const Knowing& known, Suspicions& out)
      : pairing_(pairing),
        out_(out),
        source_(denials(*pairing.from, pairing.source, pairing.source_met, known.source)),
        target_(denials(*pairing.to, pairing.target, pairing.target_met, known.target)) {}

  void run() {
    match();
    const auto left = [](const Denials& side) {
      return static_cast<double>(std::count_if(side.strong.begin(), side.strong.end(),
                                               [](const Negator& n) { return !n.met; }));
    };
    const double source_left = left(source_);
    const double target_left = left(target_);
    for (const Negator& n : source_.strong)
      if (!n.met) add(n, Edition::source, source_left, target_left);
    for (const Negator& n : target_.strong)
      if (!n.met) add(n, Edition::target, target_left, source_left);
  }

 private:
  /// Whether the words that two negators deny say the same.
  bool heads_meet(const Negator& s, const Negator& t) const {
    if (s.head == none || t.head == none) return false;
    const Meet& met = pairing_.source_met[s.head];
    return met.met >= Met::shared && met.with != none &&
           (met.with == t.head || met.with + 1 == t.head || met.with == t.head + 1);
  }

  double distance(const Negator& s, const Negator& t) const {
    const double gap =
        std::abs(place(s.word, pairing_.source.size()) - place(t.word, pairing_.target.size()));
    const double words =
        gap * static_cast<double>(std::max(pairing_.source.size(), pairing_.target.size()));
    return (words <= 6.0 ? std::min(gap, 0.39) : gap) - (heads_meet(s, t) ? 0.5 : 0.0);
  }

  void match() {
    for (;;) {
      Negator* one = nullptr;
      Negator* two = nullptr;
      double nearest = 0.4;
      for (Negator& s : source_.strong) {
        for (Negator& t : target_.strong) {
          if (s.met || t.met || distance(s, t) >= nearest) continue;
          nearest = distance(s, t);
          one = &s;
          two = &t;
        }
      }
      if (!one) return;
      one->met = two->met = true;
      ++matched_;
    }
  }

  /// Whether the words beside it are rendered side by side, so that only it was left out or put in.
  static bool literal(std::span<const ReviewWord> words, std::span<const Meet> met,
                      std::size_t word) {
    const auto content = [&](std::size_t i) { return words[i].kind != WordClass::function; };
    std::size_t left = word;
    while (left > 0 && (left == word || !content(left))) --left;
    std::size_t right = word + 1;
    while (right < words.size() && !content(right)) ++right;
    if (right >= words.size() || met[right].met != Met::yes) return false;
    if (left == word || met[left].met != Met::yes) return false;
    return met[left].with < met[right].with && met[right].with <= met[left].with + 5;
  }

  void add(const Negator& negator, Edition edition, double left, double other_left) {
    const bool here = edition == Edition::source;
    const auto words = here ? pairing_.source : pairing_.target;
    const auto others = here ? pairing_.target : pairing_.source;
    const std::span<const Meet> met = here ? pairing_.source_met : pairing_.target_met;
    const std::span<const Meet> other_met = here ? pairing_.target_met : pairing_.source_met;
    const Denials& other = here ? target_ : source_;
    const bool head_met = negator.head != none && met[negator.head].met >= Met::shared;
    // Where the other side should deny it
    const double there =
        head_met ? place(met[negator.head].with, others.size()) : place(negator.word, words.size());
    const auto nearest = [&](const std::vector<std::size_t>& all) {
      double least = 100.0;
      for (const std::size_t word : all)
        least = std::min(least, std::abs(place(word, others.size()) - there) *
                                    static_cast<double>(others.size()));
      return least;
    };
    const double weak = nearest(other.weak);
    const double prefixed = nearest(other.prefixed);
    Suspicion it;
    it.judge = Judge::negation;
    it.kind = FindingKind::negation;
    Measures& x = it.measures;
    x[0] = here;
    x[1] = head_met;
    x[2] = !other.weak.empty();
    x[3] = weak <= 3.0;
    x[4] = negator.kind == "without";
    x[5] = negator.kind == "echo";
    x[6] = negator.kind == "nor";
    x[7] = squeeze(matched_);
    x[8] = left - 1.0;
    x[9] = other_left;
    x[10] = squeeze(static_cast<double>(words.size()));
    x[11] = neighbours_meet(met, words, negator.head == none ? negator.word : negator.head, 4);
    x[12] = negator.head == none;
    x[13] = nearest(other.denying) <= 6.0;
    double content = 0.0, all = 1.0;
    for (std::size_t i = 0; i < others.size(); ++i) {
      if (others[i].kind == WordClass::function) continue;
      all += 1.0;
      content += other_met[i].met >= Met::weak;
    }
    x[14] = content / all;
    const std::string_view after =
        between(here ? *pairing_.from : *pairing_.to, words, negator.word + 1);
    x[15] = after.find_first_of(",.?!") != std::string_view::npos;
    x[16] = here && negator.kind == "not";
    x[17] = here && head_met;
    x[18] = !other.denying.empty();
    x[19] = literal(words, met, negator.word);
    x[20] = prefixed <= 4.0;
    x[21] = !other.prefixed.empty();
    x[22] = !other.weak.empty() && weak <= 6.0;
    x[23] = head_met && met[negator.head].met == Met::yes;
    const Span span = negator.head == none
                          ? words[negator.word].span
                          : Span{words[negator.word].span.begin, words[negator.head].span.end};
    const std::string_view text = (here ? pairing_.from : pairing_.to)->side().document.text;
    (here ? it.source : it.target) = span;
    if (head_met) (here ? it.target : it.source) = others[met[negator.head].with].span;
    it.message = here ? Message{"a negation is lost: {1}", {std::string(slice(text, span))}}
                      : Message{"a negation that the source doesn't have: {1}",
                                {std::string(slice(text, span))}};
    out_.push_back(std::move(it));
  }

  const Pairing& pairing_;
  Suspicions& out_;
  Denials source_;
  Denials target_;
  double matched_ = 0.0;
};

constexpr std::size_t longest = 1000;  // words of a side, beyond which nothing is told

}  // namespace

void suspect_negation(const Pairing& pairing, const Knowing& known, Suspicions& out) {
  if (pairing.source.size() > longest || pairing.target.size() > longest) return;
  // Where a language has no list, nothing can be compared.
  if (!known.source.find(List::polarity, "*") || !known.target.find(List::polarity, "*")) return;
  Check(pairing, known, out).run();
}

}  // namespace cotejo
