/// @file  A small review for tests of the reports, with markup and worse in every text.
#pragma once

#include <string>
#include <vector>

#include "cotejo/report.hpp"
#include "side.hpp"

namespace cotejo {

struct SampleReview {
  Side source;
  Side target;
  std::vector<Bead> beads;
  std::vector<Bead> moved;
  std::vector<Finding> findings;
  std::optional<Verdict> verdict;

  Report report() const { return {source, target, beads, moved, findings, verdict, {}}; }
};

inline Span find(const Side& side, std::string_view words) {
  const std::size_t at = side.document.text.find(words);
  return {at, at + words.size()};
}

inline void add_anchor(Side& side, AnchorKind kind, std::string_view words,
                       std::vector<std::string> keys) {
  side.anchors.push_back({find(side, words), kind, std::move(keys)});
}

inline SampleReview sample() {
  SampleReview out;
  out.source = side("es", {{"Llegaron 3,5 millones.", "Dijo: «No <b>vengo</b> el 3 de mayo»."},
                           {"Nadie más habló & calló."},
                           {"Una frase sola."}});
  out.target = side("en", {{"Some 3.5 billion came.", "He said, “I <b>come</b> on 3 May.”"},
                           {"Nobody else spoke & \u202Efell silent."}});
  out.source.document.source = "nota <script>alert(1)</script>.es.txt";
  out.target.document.source = "note\x1b[31m.en.txt";
  add_anchor(out.source, AnchorKind::number, "3,5 millones", {"n:3500000"});
  add_anchor(out.source, AnchorKind::quotation, "«No <b>vengo</b> el 3 de mayo»", {"q:6"});
  add_anchor(out.source, AnchorKind::date, "3 de mayo", {"d:--05-03"});
  add_anchor(out.target, AnchorKind::number, "3.5 billion", {"n:3500000000"});
  add_anchor(out.target, AnchorKind::quotation, "“I <b>come</b> on 3 May.”", {"q:5"});
  add_anchor(out.target, AnchorKind::date, "3 May", {"d:--05-03"});
  out.beads = {{{0, 1}, {0, 1}, 0.99, {}},
               {{1, 2}, {1, 2}, 0.85, {}},
               {{2, 3}, {2, 3}, 0.6, {}},
               {{3, 4}, {3, 3}, 0.9, {}}};
  out.findings = {{FindingKind::number, Severity::critical, 0, find(out.source, "3,5 millones"),
                   find(out.target, "3.5 billion"), 0.97,
                   Message{"“{1}” became “{2}”", {"3,5 millones", "<img src=x onerror=alert(1)>"}}},
                  {FindingKind::negation, Severity::major, 1, find(out.source, "No"),
                   find(out.target, "come"), 0.8, Message{"a negation was lost", {}}},
                  {FindingKind::quotation,
                   Severity::minor,
                   1,
                   {},
                   find(out.target, "“I <b>come</b>"),
                   0.5,
                   Message{"words moved into the quotation", {}}},
                  {FindingKind::omission,
                   Severity::critical,
                   3,
                   find(out.source, "Una frase sola."),
                   {},
                   0.9,
                   Message{"the translation leaves this out", {}}}};
  out.verdict = Verdict{Relation::partly_parallel, {0.75, {}}, {1.0, {}}};
  return out;
}

inline std::string written(void (*write)(const Sink&, const Report&, const Reader&),
                           const Report& report, const Reader& reader = {}) {
  std::string out;
  write([&](std::string_view bytes) { out += bytes; }, report, reader);
  return out;
}

}  // namespace cotejo
