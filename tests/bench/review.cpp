/// @file  Fits the judges of the review (src/review/fitted.hpp) and measures them.
///
/// usage: cotejo_fit_review FOLDER [LIST] > src/review/fitted.hpp
///
/// FOLDER holds fidelity/injected.dev.jsonl and control_mx.dev.jsonl (pairs with known errors and
/// correct ones) and align/SET/STEM.gold of other genres, whose pairs count as correct. Correct
/// pairs are damaged anew too: clauses left out or put in, wherever they stand, ends cut off,
/// sentences and names exchanged, figures changed; and every pair is looked at from both sides.
/// Whole documents are left out in turn, so that what is reported holds for unseen ones. The gold
/// of other genres has beads that say only a part; those that judges who didn't see them are sure
/// of teach nothing. What the words' odds are fitted on changes what the judges see: run, build and
/// run again. LIST is a file for all pairs with their likeliest suspicions, to be looked through.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "cotejo/text.hpp"
#include "fit_judge.hpp"
#include "review/coverage.hpp"
#include "review/inspect.hpp"

namespace cotejo::bench {
namespace {

using Random = std::mt19937;
using Json = nlohmann::json;

std::size_t below(Random& random, std::size_t end) { return random() % end; }

constexpr std::array<const char*, judges> judge_names{
    "omission", "addition", "sense", "value", "unit", "entity", "negation", "opposite", "foreign"};

constexpr std::size_t folds = 10;

struct Pair {
  std::string source, target, label, document;
  std::string set;  ///< the file, for reports
  bool english_first = true;
  bool news = true;       ///< counts when thresholds are chosen: as the set has it
  bool restored = false;  ///< the correct version of a damaged pair: such were chosen for what is
                          ///< in them, and say nothing of how many alarms to expect
  bool made = false;      ///< damaged here
  double weight = 1.0;
};

struct Sample {
  Pair pair;
  std::vector<Suspicion> suspicions;
  std::size_t fold = 0;
  bool doubted = false;               ///< called correct, and surely isn't
  std::vector<double> probabilities;  ///< of the suspicions, by judges that didn't see the document
};

std::optional<Judge> judge_of(const std::string& label) {
  static const std::map<std::string, Judge> all{{"omission", Judge::omission},
                                                {"truncation", Judge::omission},
                                                {"addition", Judge::addition},
                                                {"addition_end", Judge::addition},
                                                {"wrong_sentence", Judge::sense},
                                                {"number", Judge::value},
                                                {"number_word", Judge::value},
                                                {"date", Judge::value},
                                                {"unit", Judge::unit},
                                                {"entity", Judge::entity},
                                                {"negation", Judge::negation},
                                                {"antonym", Judge::opposite},
                                                {"untranslated", Judge::foreign},
                                                {"half_untranslated", Judge::foreign}};
  const auto found = all.find(label);
  if (found == all.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> lines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

struct Data {
  std::vector<Pair> right;  ///< in order of their documents
  std::vector<Pair> damaged;
};

void read_fidelity(const std::string& folder, Data& data) {
  for (const char* name : {"injected.dev.jsonl", "control_mx.dev.jsonl"}) {
    for (const std::string& line : lines(folder + "/fidelity/" + name)) {
      const Json row = Json::parse(line);
      Pair pair{row["en"], row["es"], row["label"], row["doc"], name};
      if (pair.label == "ok") {
        data.right.push_back(pair);
        continue;
      }
      data.damaged.push_back(pair);
      if (row.contains("es_ok")) {
        pair.target = row["es_ok"];
        pair.label = "ok";
        pair.restored = true;
        data.right.push_back(pair);
      }
    }
  }
}

/// The 1-1 pairs of the gold of other genres.
void read_gold(const std::string& folder, Data& data) {
  for (const char* set : {"xquad-hard", "tico19-hard", "pud-hard", "wmt24"}) {
    const std::string path = folder + "/align/" + set;
    if (!std::filesystem::is_directory(path)) continue;
    std::set<std::string> stems;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".gold") stems.insert(entry.path().string());
    }
    std::size_t taken = 0;
    for (const std::string& gold : stems) {
      const std::string stem = gold.substr(0, gold.size() - 5);
      const auto en = lines(stem + ".en.sents");
      const auto es = lines(stem + ".es.sents");
      for (const std::string& line : lines(gold)) {
        std::size_t s = 0, t = 0;
        int end = 0;
        if (std::sscanf(line.c_str(), "[%zu]:[%zu]%n", &s, &t, &end) != 2) continue;
        if (s >= en.size() || t >= es.size() || en[s].size() < 20 || ++taken > 700) continue;
        Pair pair{en[s], es[t], "ok", stem, ""};
        pair.news = false;
        pair.weight = 0.5;
        data.right.push_back(pair);
      }
    }
  }
}

/// Where a clause may begin or end: behind a comma, and the ends.
std::vector<std::size_t> joints(const std::string& text, const std::vector<Word>& words) {
  std::vector<std::size_t> out{0};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view between = slice(text, {words[i - 1].span.end, words[i].span.begin});
    if (between.find_first_of(",;:(") != std::string_view::npos) out.push_back(i);
  }
  out.push_back(words.size());
  return out;
}

std::string capital_end(const std::string& text) {
  const std::size_t end = text.find_last_of(".?!");
  return end != std::string::npos && end + 4 > text.size() ? text.substr(end) : std::string{};
}

/// Whether it may open a clause that is added: ", que era", ", según".
bool opens_clause(const std::string& word) {
  static const std::set<std::string> all{"que",  "con",    "segun", "donde",    "cuando", "tras",
                                         "y",    "en",     "por",   "mientras", "para",   "como",
                                         "pero", "aunque", "sin",   "a",        "de",     "desde"};
  return all.contains(word);
}

/// A clause of some words from a text, rather one that may be added as it is.
std::string clause(const std::string& text, Random& random) {
  const std::vector<Word> all = words(text);
  if (all.size() < 8) return {};
  const auto at = joints(text, all);
  std::vector<std::size_t> open;
  for (std::size_t k = 1; k + 1 < at.size(); ++k)
    if (opens_clause(fold(slice(text, all[at[k]].span)))) open.push_back(k);
  const std::size_t k = !open.empty()   ? open[below(random, open.size())]
                        : at.size() > 2 ? 1 + below(random, at.size() - 2)
                                        : 0;
  std::size_t begin = at.size() > 2 ? at[k] : all.size() / 2;
  std::size_t end = at.size() > 2 ? at[k + 1] : all.size();
  if (end - begin > 14) end = begin + 6 + below(random, 8);
  if (end - begin < 3) return {};
  return text.substr(all[begin].span.begin, all[end - 1].span.end - all[begin].span.begin);
}

using Swaps = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

/// By label: words of Spanish and others that damage what is said.
const Swaps& swaps() {
  static const Swaps all = [] {
    Swaps out;
    const std::string folder = COTEJO_SOURCE "/lexicons/es/";
    const auto cells = [](const std::string& text, char mark) {
      std::vector<std::string> parts;
      std::istringstream in(text);
      for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
      return parts;
    };
    for (const std::string& line : lines(folder + "antonyms.tsv")) {
      const auto row = cells(line, '\t');
      if (line[0] == '#' || row.size() != 2) continue;
      for (const std::string& one : cells(row[0], '|')) {
        for (const std::string& other : cells(row[1], '|')) {
          out["antonym"][fold(one)].push_back(other);
          out["antonym"][fold(other)].push_back(one);
        }
      }
    }
    for (const std::string& line : lines(folder + "irregular.tsv")) {
      const auto row = cells(line, '\t');
      if (row.size() == 2 && row[1].ends_with("r") && row[0].size() > 3)
        out["verb"][fold(row[0])] = {};
    }
    for (const char* word : {"lo", "la", "los", "las", "el", "un", "una", "ha", "han", "de"})
      out["clitic"][word] = {};
    const auto group = [&](const char* label, std::initializer_list<const char*> words) {
      for (const char* one : words)
        for (const char* other : words)
          if (one != other) out[label][fold(one)].push_back(other);
    };
    group("unit", {"años", "meses", "semanas", "días", "horas", "minutos", "segundos"});
    group("unit", {"año", "mes", "semana", "día", "hora", "minuto"});
    group("unit", {"millones", "miles"});
    group("unit", {"kilómetros", "metros", "millas", "pies"});
    group("unit", {"euros", "dólares", "libras", "pesos"});
    group("unit", {"kilos", "toneladas", "gramos", "libras"});
    group("number_word",
          {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
           "doce", "trece", "quince", "veinte", "treinta", "cuarenta", "cincuenta"});
    group("date", {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                   "septiembre", "octubre", "noviembre", "diciembre"});
    group("date", {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"});
    return out;
  }();
  return all;
}

std::optional<Pair> damage(const Pair& pair, const std::string& label,
                           const std::vector<Pair>& right, std::size_t at, Random& random) {
  Pair out = pair;
  out.label = label;
  out.made = true;
  out.news = false;
  const std::string& text = pair.target;
  const std::vector<Word> all = words(text);
  const std::string end = capital_end(text);
  if (label == "truncation") {
    if (all.size() < 7) return std::nullopt;
    const std::size_t keep = all.size() * (45 + below(random, 40)) / 100;
    out.target = text.substr(0, all[keep].span.end) + (below(random, 4) ? "." : "");
  } else if (label == "omission") {
    const auto at_ = joints(text, all);
    std::size_t begin = 0, stop = 0;
    if (at_.size() > 2) {
      const std::size_t k = below(random, at_.size() - 1);
      begin = at_[k];
      stop = at_[k + 1];
    } else if (all.size() >= 12) {
      begin = 1 + below(random, all.size() - 6);
      stop = std::min(all.size(), begin + 4 + below(random, 6));
    }
    if (stop - begin < 4 || (stop - begin) * 10 > all.size() * 7) return std::nullopt;
    const std::size_t from = begin == 0 ? 0 : all[begin - 1].span.end;
    const std::size_t to = stop == all.size() ? text.size() - std::min(text.size(), end.size())
                                              : all[stop - (begin == 0 ? 0 : 1)].span.end;
    const std::size_t cut = begin == 0 ? all[stop].span.begin : to;
    if (cut <= from) return std::nullopt;
    out.target = text.substr(0, from) + text.substr(cut);
  } else if (label == "addition") {
    const Pair& other = right[(at + 5 + below(random, 40)) % right.size()];
    const std::string put = clause(other.target, random);
    if (put.empty() || all.size() < 6) return std::nullopt;
    const auto at_ = joints(text, all);
    std::size_t where = at_.size() > 2 && below(random, 2) ? at_[1 + below(random, at_.size() - 2)]
                                                           : 2 + below(random, all.size() - 3);
    if (below(random, 2) == 0) where = all.size();
    if (where == all.size()) {
      const std::size_t stop = text.size() - end.size();
      out.target = text.substr(0, stop) + ", " + put + text.substr(stop);
    } else {
      const std::size_t stop = all[where - 1].span.end;
      out.target = text.substr(0, stop) + ", " + put + "," + text.substr(stop);
    }
  } else if (label == "wrong_sentence") {
    for (std::size_t far = 1; far < 8; ++far) {
      const Pair& other = right[(at + far) % right.size()];
      if (other.target == pair.target || other.source == pair.source) continue;
      if (words(other.target).size() < 4) continue;
      out.target = other.target;
      return out;
    }
    return std::nullopt;
  } else if (label == "entity") {
    const auto inside = [](const std::string& of) {
      std::vector<Word> out_;
      const std::vector<Word> every = words(of);
      for (std::size_t i = 1; i < every.size(); ++i) {
        const std::string_view before = slice(of, {every[i - 1].span.end, every[i].span.begin});
        if (every[i].written == Case::capitalised && before == " " && every[i].span.size() > 3)
          out_.push_back(every[i]);
      }
      return out_;
    };
    const auto own = inside(text);
    const Pair& other = right[(at + 2 + below(random, 20)) % right.size()];
    const auto theirs = inside(other.target);
    if (own.empty() || theirs.empty()) return std::nullopt;
    const Word& from = own[below(random, own.size())];
    const Word& to = theirs[below(random, theirs.size())];
    const std::string put(slice(other.target, to.span));
    if (text.find(put) != std::string::npos || pair.source.find(put) != std::string::npos)
      return std::nullopt;
    out.target = text.substr(0, from.span.begin) + put + text.substr(from.span.end);
  } else if (label == "number") {
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
    if (digits.empty()) return std::nullopt;
    char& digit = out.target[digits[below(random, digits.size())]];
    digit = static_cast<char>('1' + (digit - '0' + static_cast<int>(below(random, 8))) % 9);
    if (out.target == text) return std::nullopt;
  } else if (label == "antonym" || label == "unit" || label == "number_word" || label == "date") {
    // A word of a table, and what may stand in its place
    std::vector<std::pair<Word, const std::vector<std::string>*>> found;
    const auto& table = swaps().at(label);
    for (const Word& word : all) {
      const auto row = table.find(fold(slice(text, word.span)));
      if (row != table.end() && word.written == Case::lower) found.push_back({word, &row->second});
    }
    if (found.empty()) return std::nullopt;
    const auto& [word, others] = found[below(random, found.size())];
    out.target = text.substr(0, word.span.begin) + (*others)[below(random, others->size())] +
                 text.substr(word.span.end);
  } else if (label == "negation") {
    std::vector<Word> denied, verbs;
    for (std::size_t i = 1; i + 1 < all.size(); ++i) {
      const std::string word = fold(slice(text, all[i].span));
      const std::string before = fold(slice(text, all[i - 1].span));
      if (word == "no" && text[all[i].span.end] == ' ') denied.push_back(all[i]);
      if (swaps().at("verb").contains(word) && before != "no" &&
          !swaps().at("clitic").contains(before) && all[i].written == Case::lower)
        verbs.push_back(all[i]);
    }
    if (!denied.empty()) {
      const Word& word = denied[below(random, denied.size())];
      out.target = text.substr(0, word.span.begin) + text.substr(word.span.end + 1);
    } else if (!verbs.empty()) {
      const Word& word = verbs[below(random, verbs.size())];
      out.target = text.substr(0, word.span.begin) + "no " + text.substr(word.span.begin);
    } else {
      return std::nullopt;
    }
  } else if (label == "half_untranslated") {
    const std::vector<Word> source = words(pair.source);
    if (all.size() < 8 || source.size() < 8) return std::nullopt;
    out.target = text.substr(0, all[all.size() / 2].span.end) + " " +
                 pair.source.substr(source[source.size() / 2].span.begin);
  }
  return out;
}

Pair turned(Pair pair) {
  std::swap(pair.source, pair.target);
  pair.english_first = false;
  pair.news = false;
  pair.weight *= 0.5;
  if (pair.label == "omission" || pair.label == "truncation") {
    pair.label = "addition";
  } else if (pair.label == "addition") {
    pair.label = "omission";
  } else if (pair.label == "untranslated" || pair.label == "half_untranslated") {
    pair.label = "";
  }
  return pair;
}

Side side(const std::string& text, const std::string& language, const Lexicon& lexicon) {
  Side out;
  ReadOptions options;
  options.language = language;
  options.plain_blocks = true;
  options.paragraphs = Paragraphs::blank;
  out.document = read_document(text, options);
  out.segments = segment_by_block(out.document);
  out.anchors = find_anchors(out.document, lexicon);
  return out;
}

struct Languages {
  Lexicon en = Lexicon::shipped("en");
  Lexicon es = Lexicon::shipped("es");
  Dictionary en_es = Dictionary::shipped("en", "es");
  Dictionary es_en = Dictionary::shipped("es", "en");
};

struct Read {
  Side source, target;
};

Read read(const Pair& pair, const Languages& languages) {
  return {side(pair.source, pair.english_first ? "en" : "es",
               pair.english_first ? languages.en : languages.es),
          side(pair.target, pair.english_first ? "es" : "en",
               pair.english_first ? languages.es : languages.en)};
}

std::vector<Suspicion> look(const Pair& pair, const Languages& languages) {
  const Read sides = read(pair, languages);
  const Dictionary& dictionary = pair.english_first ? languages.en_es : languages.es_en;
  const Wording source(sides.source, dictionary, Edition::source);
  const Wording target(sides.target, dictionary, Edition::target);
  if (sides.source.segments.empty() || sides.target.segments.empty()) return {};
  const Knowing known{pair.english_first ? languages.en : languages.es,
                      pair.english_first ? languages.es : languages.en, dictionary};
  std::vector<Finding> neutral;
  return inspect(pair_words(source, {0, sides.source.segments.size()}, target,
                            {0, sides.target.segments.size()}, dictionary),
                 known, neutral);
}

WordOdds odds(const std::vector<Pair>& right, const Languages& languages) {
  using Counts = std::array<std::array<double, met_kinds>, word_classes>;
  Counts same{}, other{};
  const auto count = [&](const Pair& pair, Counts& counts, double weight) {
    const Read sides = read(pair, languages);
    if (sides.source.segments.empty() || sides.target.segments.empty()) return;
    const Dictionary& dictionary = pair.english_first ? languages.en_es : languages.es_en;
    const Wording source(sides.source, dictionary, Edition::source);
    const Wording target(sides.target, dictionary, Edition::target);
    const Pairing pairing = pair_words(source, {0, sides.source.segments.size()}, target,
                                       {0, sides.target.segments.size()}, dictionary);
    const auto add = [&](std::span<const ReviewWord> words, const std::vector<Meet>& met) {
      for (std::size_t i = 0; i < words.size(); ++i)
        counts[static_cast<std::size_t>(words[i].kind)][static_cast<std::size_t>(met[i].met)] +=
            weight;
    };
    add(pairing.source, pairing.source_met);
    add(pairing.target, pairing.target_met);
  };
  for (std::size_t i = 0; i < right.size(); ++i) {
    count(right[i], same, right[i].weight);
    Pair wrong = right[i];
    wrong.target = right[(i + 3) % right.size()].target;
    if (wrong.target != right[i].target) count(wrong, other, right[i].weight);
  }
  WordOdds out{};
  for (std::size_t k = 0; k + 1 < word_classes; ++k) {
    double all = 0.0, chance = 0.0;
    for (std::size_t m = 0; m < met_kinds; ++m) {
      all += same[k][m];
      chance += other[k][m];
    }
    for (std::size_t m = 0; m < met_kinds; ++m)
      out[k][m] =
          std::log((other[k][m] + 2.0) / (chance + 10.0) / ((same[k][m] + 2.0) / (all + 10.0)));
  }
  return out;
}

struct Model {
  MeasureWeights weights{};
  std::vector<Tree> trees;

  double operator()(const Measures& measures) const {
    return probability(measures, {weights, trees, {}});
  }
};

/// Of the suspicions about a damaged pair the likeliest is the true one.
Model fit(const std::vector<Sample>& samples, Judge judge, std::size_t left_out) {
  const auto known = [&](const Model& model) {
    std::vector<Known> out;
    for (const Sample& sample : samples) {
      if (sample.fold == left_out || sample.doubted) continue;
      const bool right = sample.pair.label == "ok";
      if (!right && judge_of(sample.pair.label) != judge) continue;
      const Suspicion* best = nullptr;
      double most = -1.0;
      for (const Suspicion& suspicion : sample.suspicions) {
        if (suspicion.judge != judge) continue;
        if (right) {
          out.push_back({&suspicion.measures, 0.0, sample.pair.weight});
          continue;
        }
        const double p = model(suspicion.measures);
        if (p > most) {
          most = p;
          best = &suspicion;
        }
      }
      if (best)
        out.push_back({&best->measures, 1.0, sample.pair.weight * (sample.pair.made ? 0.4 : 1.0)});
    }
    return out;
  };
  Model model;
  for (int round = 0; round < 4; ++round) model.weights = fit_weights(known(model), model.weights);
  model.trees = fit_trees(known(model), model.weights);
  return model;
}

/// What a judge thinks of each pair who didn't see its document.
void judge_unseen(std::vector<Sample>& samples, Judge judge) {
  for (std::size_t f = 0; f < folds; ++f) {
    const Model model = fit(samples, judge, f);
    for (Sample& sample : samples) {
      if (sample.fold != f) continue;
      for (std::size_t i = 0; i < sample.suspicions.size(); ++i) {
        if (sample.suspicions[i].judge == judge)
          sample.probabilities[i] = model(sample.suspicions[i].measures);
      }
    }
  }
}

using Thresholds = std::array<double, judges>;

/// What an editor may ask of each kind: nearly all of what can be told by its value or its
/// language, and less where another wording says the same as well.
double asked(const std::string& label) {
  static const std::map<std::string, double> all{
      {"truncation", 0.93}, {"unit", 0.90},     {"entity", 0.88},   {"wrong_sentence", 0.88},
      {"addition", 0.88},   {"omission", 0.86}, {"negation", 0.80}, {"antonym", 0.55}};
  const auto found = all.find(label);
  return found == all.end() ? 0.96 : found->second;
}

/// What it is worth to catch this share of a kind: what is caught beyond what is asked counts
/// less, so that no kind is given up for another that is easier to catch.
double worth(double share, double asked) {
  constexpr double margin = 0.03;  // for documents not seen
  const double least = std::min(1.0, asked + margin);
  return share - 0.8 * std::max(0.0, share - least);
}

double logit(double p) { return std::log((p + 1e-9) / (1.0 - p + 1e-9)); }

/// The likeliest suspicion of each judge.
std::array<double, judges> highest(const Sample& sample) {
  std::array<double, judges> out{};
  for (std::size_t i = 0; i < sample.suspicions.size(); ++i) {
    double& top = out[static_cast<std::size_t>(sample.suspicions[i].judge)];
    top = std::max(top, sample.probabilities[i]);
  }
  return out;
}

/// Sets aside the beads of rough gold that surely say only a part, or two things. Without them the
/// judges are surer, and the next round finds more.
void doubt_gold(std::vector<Sample>& samples) {
  constexpr int rounds = 3;
  for (int round = 0; round < rounds; ++round) {
    for (const Judge judge : {Judge::omission, Judge::addition, Judge::sense})
      judge_unseen(samples, judge);
    std::size_t doubted = 0;
    for (Sample& sample : samples) {
      if (sample.pair.label != "ok" || !sample.pair.set.empty()) continue;
      const auto top = highest(sample);
      const auto at = [&](Judge judge) { return top[static_cast<std::size_t>(judge)]; };
      sample.doubted = std::max({at(Judge::omission), at(Judge::addition), at(Judge::sense)}) > 0.5;
      doubted += sample.doubted;
    }
    std::fprintf(stderr, "%zu beads of other genres doubted\n", doubted);
  }
}

/// The thresholds that are worth most with so many alarms: every judge has the one at which another
/// alarm would be worth less than `price`, and the price is what fits the budget.
Thresholds choose(const std::vector<Sample>& samples, double alarms, std::size_t left_out) {
  std::vector<std::array<double, judges>> right;
  std::array<std::map<std::string, std::vector<double>>, judges> caught;
  std::array<std::vector<double>, judges> wrong;
  for (const Sample& sample : samples) {
    if (!sample.pair.news || sample.fold == left_out) continue;
    const auto top = highest(sample);
    if (sample.pair.label == "ok") {
      if (!sample.pair.restored) right.push_back(top);
      for (std::size_t j = 0; j < judges; ++j) wrong[j].push_back(top[j]);
    } else if (const auto judge = judge_of(sample.pair.label)) {
      const auto j = static_cast<std::size_t>(*judge);
      caught[j][sample.pair.label].push_back(logit(top[j]));
    }
  }
  for (auto& list : wrong) std::sort(list.rbegin(), list.rend());
  const auto at_price = [&](double price) {
    Thresholds out;
    for (std::size_t j = 0; j < judges; ++j) {
      double best = -1e9;
      for (std::size_t k = 0; k < wrong[j].size() && wrong[j][k] > 0.005; ++k) {
        // Between two alarms, nearer to the one not raised
        const double above =
            k == 0 ? std::min(1.0, wrong[j][0] + 0.5 * (1.0 - wrong[j][0])) : wrong[j][k - 1];
        const double least = wrong[j][k] + 0.4 * (above - wrong[j][k]);
        double gain = -price * static_cast<double>(k);
        for (const auto& [label, own] : caught[j]) {
          double share = 0.0;
          for (const double p : own)
            share +=
                1.0 / (1.0 + std::exp(-2.0 * (p - logit(least)))) / static_cast<double>(own.size());
          gain += worth(share, asked(label));
        }
        if (gain > best) {
          best = gain;
          out[j] = least;
        }
      }
    }
    return out;
  };
  double low = 0.0, high = 5.0;
  for (int round = 0; round < 30; ++round) {
    const double price = 0.5 * (low + high);
    const Thresholds out = at_price(price);
    const auto raised = std::count_if(right.begin(), right.end(), [&](const auto& p) {
      for (std::size_t j = 0; j < judges; ++j)
        if (p[j] >= out[j]) return true;
      return false;
    });
    (static_cast<double>(raised) > alarms * static_cast<double>(right.size()) ? low : high) = price;
  }
  return at_price(high);
}

/// What each judge catches of its own at so many alarms, and its log loss: the set's pairs', and
/// those made here.
void curves(const std::vector<Sample>& samples) {
  for (std::size_t j = 0; j < judges; ++j) {
    std::vector<double> wrong;
    std::map<std::string, std::vector<double>> caught;
    double news_loss = 0.0, made_loss = 0.0;
    for (const Sample& sample : samples) {
      const bool right = sample.pair.label == "ok";
      if (sample.doubted || (!right && judge_of(sample.pair.label) != static_cast<Judge>(j)))
        continue;
      const double p = highest(sample)[j];
      (sample.pair.news ? news_loss : made_loss) -= std::log(std::max(1e-4, right ? 1.0 - p : p));
      if (sample.pair.news) (right ? wrong : caught[sample.pair.label]).push_back(p);
    }
    std::fprintf(stderr, "%-10sloss %.1f %.1f\n", judge_names[j], news_loss, made_loss);
    std::sort(wrong.rbegin(), wrong.rend());
    for (const auto& [label, own] : caught) {
      std::fprintf(stderr, "%-10s%-18s", judge_names[j], label.c_str());
      for (const std::size_t k : {0, 2, 5, 10, 15, 20, 30, 50}) {
        const auto n =
            std::count_if(own.begin(), own.end(), [&](double p) { return p > wrong[k]; });
        std::fprintf(stderr, "%4zu:%3.0f%%", k,
                     100.0 * static_cast<double>(n) / static_cast<double>(own.size()));
      }
      std::fprintf(stderr, "\n");
    }
  }
}

struct Tally {
  std::size_t pairs = 0, caught = 0, named = 0;
};

bool right_kind(const std::string& label, Judge judge) {
  const auto own = judge_of(label);
  if (own == judge) return true;
  if (label == "unit") return judge == Judge::value;
  if (label == "wrong_sentence")
    return judge != Judge::unit && judge != Judge::negation && judge != Judge::foreign;
  if (label == "antonym") return judge == Judge::sense;
  return false;
}

void report(const std::vector<Sample>& samples,
            const std::function<const Thresholds&(const Sample&)>& thresholds) {
  std::map<std::string, Tally> tallies;
  std::map<std::string, std::array<std::size_t, judges>> by_judge;
  for (const Sample& sample : samples) {
    if (sample.pair.label.empty()) continue;
    const Thresholds& least = thresholds(sample);
    const std::string set =
        std::string(sample.pair.news            ? ""
                    : sample.pair.english_first ? "~"
                                                : "es-en ") +
        sample.pair.label + (sample.pair.restored ? " restored" : "") +
        (sample.pair.set.starts_with("control") && sample.pair.news ? " control" : "");
    Tally& tally = tallies[set];
    ++tally.pairs;
    bool caught = false, named = false;
    const auto top = highest(sample);
    for (std::size_t j = 0; j < judges; ++j) {
      if (top[j] < least[j]) continue;
      ++by_judge[set][j];
      caught = true;
      named = named || right_kind(sample.pair.label, static_cast<Judge>(j));
    }
    tally.caught += caught;
    tally.named += named;
  }
  Tally all;
  for (const auto& [set, tally] : tallies) {
    const auto share = [&](std::size_t n) {
      return 100.0 * static_cast<double>(n) / static_cast<double>(tally.pairs);
    };
    std::fprintf(stderr, "%-24s%6zu%8.1f%8.1f   ", set.c_str(), tally.pairs, share(tally.caught),
                 share(tally.named));
    for (std::size_t j = 0; j < judges; ++j)
      if (by_judge[set][j]) std::fprintf(stderr, " %s %zu", judge_names[j], by_judge[set][j]);
    std::fprintf(stderr, "\n");
    if (set[0] != '~' && !set.starts_with("es-en") && !set.starts_with("ok")) {
      all.pairs += tally.pairs;
      all.caught += tally.caught;
    }
  }
  std::fprintf(stderr, "%-24s%6zu%8.1f\n", "all damaged", all.pairs,
               100.0 * static_cast<double>(all.caught) / static_cast<double>(all.pairs));
}

void print(const WordOdds& table, const std::array<Model, judges>& models,
           const std::array<Thresholds, 3>& thresholds, double usual) {
  std::printf(
      "/// @file  What tests/bench/review.cpp fitted, on English and Spanish news with known "
      "errors "
      "and\n/// on translations of other genres; it writes this file whole.\n#pragma once\n\n"
      "#include <array>\n\n#include \"review/coverage.hpp\"\n#include \"review/judge.hpp\"\n\n"
      "// clang-format off\n\nnamespace cotejo {\n\n/// Characters of Spanish for one of English.\n"
      "constexpr double usual_length = %.4f;\n\nconstexpr WordOdds fitted_odds{{\n",
      usual);
  for (const auto& row : table) {
    std::printf("    {");
    for (std::size_t m = 0; m < met_kinds; ++m) std::printf("%s%.3f", m ? ", " : "", row[m]);
    std::printf("},\n");
  }
  std::printf("}};\n");
  for (std::size_t j = 0; j < judges; ++j) {
    std::printf("\nconstexpr Tree %s_trees[] = {\n", judge_names[j]);
    for (const Tree& tree : models[j].trees) {
      std::printf("    {{%d, %d, %d}, {", tree.measures[0], tree.measures[1], tree.measures[2]);
      const char* comma = "";
      for (const float least : tree.least) {
        std::printf("%s%#.6gf", comma, static_cast<double>(least));
        comma = ", ";
      }
      comma = "}, {";
      for (const float worth : tree.worth) {
        std::printf("%s%#.4gf", comma, static_cast<double>(worth));
        comma = ", ";
      }
      std::printf("}},\n");
    }
    std::printf("};\n");
  }
  std::printf("\nconstexpr std::array<Judgement, judges> fitted{{\n");
  for (std::size_t j = 0; j < judges; ++j) {
    std::printf("    // %s\n    {{", judge_names[j]);
    for (std::size_t f = 0; f <= most_measures; ++f)
      std::printf("%s%.4g", f ? ", " : "", models[j].weights[f]);
    std::printf("},\n     %s_trees,\n     {%.4f, %.4f, %.4f}},\n", judge_names[j], thresholds[0][j],
                thresholds[1][j], thresholds[2][j]);
  }
  std::printf("}};\n\n}  // namespace cotejo\n");
}

void list(const std::vector<Sample>& samples, const std::string& path) {
  std::ofstream out(path);
  for (const Sample& sample : samples) {
    out << (sample.pair.news            ? ""
            : sample.pair.english_first ? "~"
                                        : "es-en ")
        << sample.pair.label << '\n'
        << sample.pair.source << '\n'
        << sample.pair.target << '\n';
    for (std::size_t i = 0; i < sample.suspicions.size(); ++i) {
      const Suspicion& suspicion = sample.suspicions[i];
      if (sample.probabilities[i] < 0.02) continue;
      out << "  " << judge_names[static_cast<std::size_t>(suspicion.judge)] << ' '
          << sample.probabilities[i] << ' ' << english(suspicion.message) << " ["
          << slice(sample.pair.source, suspicion.source) << " / "
          << slice(sample.pair.target, suspicion.target) << "]";
      for (const double x : suspicion.measures) out << ' ' << std::round(100 * x) / 100;
      out << '\n';
    }
    out << '\n';
  }
}

void run(const std::string& folder, const std::string& listed) {
  const Languages languages;
  Data data;
  read_fidelity(folder, data);
  read_gold(folder, data);
  Random random(1);
  std::vector<Pair> pairs = data.right;
  pairs.insert(pairs.end(), data.damaged.begin(), data.damaged.end());
  std::size_t characters_en = 0, characters_es = 0;
  for (std::size_t i = 0; i < data.right.size(); ++i) {
    characters_en += code_points(data.right[i].source);
    characters_es += code_points(data.right[i].target);
    for (const auto& [label, every] : {std::pair{"omission", 2u},
                                       {"addition", 5u},
                                       {"truncation", 12u},
                                       {"wrong_sentence", 12u},
                                       {"entity", 2u},
                                       {"number", 4u},
                                       {"half_untranslated", 20u},
                                       {"antonym", 2u},
                                       {"unit", 2u},
                                       {"number_word", 3u},
                                       {"date", 4u},
                                       {"negation", 2u}}) {
      if (below(random, every)) continue;
      if (auto made = damage(data.right[i], label, data.right, i, random)) pairs.push_back(*made);
    }
  }
  const std::size_t straight = pairs.size();
  for (std::size_t i = 0; i < straight; ++i) {
    Pair back = turned(pairs[i]);
    if (!back.label.empty()) pairs.push_back(back);
  }
  std::vector<std::string> documents;
  for (const Pair& pair : pairs) documents.push_back(pair.document);
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  std::shuffle(documents.begin(), documents.end(), random);
  std::map<std::string, std::size_t> fold;
  for (std::size_t d = 0; d < documents.size(); ++d) fold[documents[d]] = d % folds;

  std::vector<Sample> samples;
  for (Pair& pair : pairs) {
    Sample sample;
    sample.suspicions = look(pair, languages);
    sample.probabilities.resize(sample.suspicions.size());
    sample.fold = fold.at(pair.document);
    sample.pair = std::move(pair);
    samples.push_back(std::move(sample));
  }
  std::fprintf(stderr, "%zu pairs, %zu documents\n", samples.size(), documents.size());
  doubt_gold(samples);
  std::array<Model, judges> models;
  for (std::size_t j = 0; j < judges; ++j) {
    judge_unseen(samples, static_cast<Judge>(j));
    models[j] = fit(samples, static_cast<Judge>(j), folds);
  }
  curves(samples);
  if (!listed.empty()) list(samples, listed);
  constexpr std::array<double, 3> alarms{0.010, 0.021, 0.060};
  std::array<Thresholds, 3> thresholds;
  for (std::size_t k = 0; k < 3; ++k) thresholds[k] = choose(samples, alarms[k], folds);
  std::array<Thresholds, folds> apart;
  for (std::size_t f = 0; f < folds; ++f) apart[f] = choose(samples, alarms[1], f);
  std::fprintf(stderr, "\nunseen documents, thresholds of the others, normal (caught, named)\n");
  report(samples, [&](const Sample& sample) -> const Thresholds& { return apart[sample.fold]; });
  for (const std::size_t k : {std::size_t{0}, std::size_t{2}}) {
    std::fprintf(stderr, "\n%s\n", k == 0 ? "lenient" : "strict");
    report(samples, [&](const Sample&) -> const Thresholds& { return thresholds[k]; });
  }
  std::vector<Pair> both = data.right;
  for (const Pair& pair : data.right) both.push_back(turned(pair));
  print(odds(both, languages), models, thresholds,
        static_cast<double>(characters_es) / static_cast<double>(characters_en));
}

}  // namespace
}  // namespace cotejo::bench

int main(int count, char** arguments) {
  if (count < 2 || count > 3) {
    std::fprintf(stderr, "usage: cotejo_fit_review FOLDER [LIST]\n");
    return 2;
  }
  cotejo::bench::run(arguments[1], count > 2 ? arguments[2] : "");
}
