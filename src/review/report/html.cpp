#include <algorithm>
#include <array>
#include <map>

#include "review/page/page_files.hpp"
#include "review/report/kinds.hpp"
#include "review/report/markup.hpp"
#include "review/report/passage_html.hpp"
#include "review/report/places.hpp"

namespace cotejo {
namespace {

constexpr std::array severities{Severity::critical, Severity::major, Severity::minor,
                                Severity::neutral};

std::string percent(double share) {
  return std::to_string(static_cast<int>(100.0 * share + 1e-9)) + " %";
}

/// How sure a bead is, in steps that have tints.
const char* tint(const Bead& bead) {
  if (bead.source.empty() || bead.target.empty()) return "alone";
  if (bead.confidence >= 0.95) return "sure";
  if (bead.confidence >= 0.8) return "likely";
  return bead.confidence >= 0.5 ? "doubtful" : "unlikely";
}

class Page {
 public:
  Page(const Report& report, const Reader& reader)
      : report_(report),
        reader_(reader),
        links_(find_links(report)),
        source_(report.source, "s", "t", links_.source, links_.first_target, report.findings,
                &Finding::source, say(Message{"counterpart of this quotation", {}})),
        target_(report.target, "t", "s", links_.target, links_.first_source, report.findings,
                &Finding::target, say(Message{"counterpart of this quotation", {}})),
        of_bead_(report.beads.size()) {
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
      of_bead_[report.findings[i].bead].push_back(i);
    }
    for (std::size_t i = 0; i < report.beads.size(); ++i) {
      for (std::size_t s = report.beads[i].source.begin; s < report.beads[i].source.end; ++s) {
        source_bead_[s] = i;
      }
      for (std::size_t t = report.beads[i].target.begin; t < report.beads[i].target.end; ++t) {
        target_bead_[t] = i;
      }
    }
    for (const Bead& bead : report.moved) {
      for (std::size_t s = bead.source.begin; s < bead.source.end; ++s) {
        moved_[source_bead_[s]] = target_bead_[bead.target.begin];
      }
      for (std::size_t t = bead.target.begin; t < bead.target.end; ++t) {
        moved_[target_bead_[t]] = source_bead_[bead.source.begin];
      }
    }
  }

  std::string head() const {
    const std::string title = "\u2068" + harmless(report_.source.document.source) + "\u2069";
    const std::string other = "\u2068" + harmless(report_.target.document.source) + "\u2069";
    const Message named = title == other ? Message{"Review of {1}", {title}}
                                         : Message{"Review of {1} and {2}", {title, other}};
    return "<!DOCTYPE html>\n<html lang=\"" + reader_.language +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "script-src " +
           policy_hash(script_.sha256) + "; style-src " + policy_hash(style_.sha256) +
           "; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"cotejo\">\n<title>" +
           escaped(spoken(named, reader_)) + "</title>\n<style>" + std::string(style_.bytes) +
           "</style>\n</head>\n<body>\n";
  }

  std::string summary() const {
    std::string out = "<a class=\"skip\" href=\"#ladder\">" + say(Message{"Skip to the text", {}}) +
                      "</a>\n<header>\n<p class=\"brand\">cotejo</p>\n";
    out += "<h1>" + file(report_.source);
    if (!one_file()) out += " <span aria-hidden=\"true\">\u2192</span> " + file(report_.target);
    out += "</h1>\n<p class=\"verdict\">" + verdict() + "</p>\n<div class=\"summary\">\n";
    if (report_.verdict) {
      out += "<div class=\"coverage\">" + coverage(report_.source, report_.verdict->source) +
             coverage(report_.target, report_.verdict->target) + "</div>\n";
    }
    return out + counts() + "</div>\n</header>\n";
  }

  /// Shown by the script, which makes them work.
  std::string controls() const {
    if (report_.findings.empty()) return {};
    const auto by_severity = count(report_.findings);
    std::string out = "<form id=\"controls\" hidden aria-label=\"" +
                      say(Message{"Choose findings", {}}) + "\">\n<fieldset><legend>" +
                      say(Message{"Severity", {}}) + "</legend>";
    for (const Severity severity : severities) {
      const std::size_t found = by_severity[static_cast<std::size_t>(severity)];
      if (found > 0) out += box("severity", name(severity), title(severity), found);
    }
    out += "</fieldset>\n<fieldset><legend>" + say(Message{"Kind", {}}) + "</legend>";
    for (const auto& [kind, found] : by_kind()) {
      out += box("kind", name(kind), title(kind), found[0] + found[1] + found[2] + found[3]);
    }
    return out + "</fieldset>\n<div class=\"steps\"><label><input type=\"checkbox\" id=\"only\"> " +
           say(Message{"only passages with findings", {}}) +
           "</label><span class=\"buttons\"><button type=\"button\" id=\"previous\">" +
           say(Message{"Previous", {}}) + "</button><button type=\"button\" id=\"next\">" +
           say(Message{"Next", {}}) + "</button></span><output id=\"shown\" data-text=\"" +
           say(Message{"{1} of {2} findings shown", {}}) + "\"></output></div>\n</form>\n";
  }

  std::string columns() const {
    return "<main id=\"ladder\">\n<div class=\"columns\" aria-hidden=\"true\"><span></span><span>" +
           edition(report_.source, Message{"Source", {}}) + "</span><span>" +
           edition(report_.target, Message{"Translation", {}}) + "</span><span>" +
           say(Message{"Findings", {}}) + "</span></div>\n<ol>\n";
  }

  std::string row(std::size_t number) {
    const Bead& bead = report_.beads[number];
    const std::string id = std::to_string(number + 1);
    const bool begins = source_.begins_block(bead.source) || target_.begins_block(bead.target);
    std::string out = "<li class=\"bead " + std::string(tint(bead)) + (begins ? " begins" : "") +
                      "\" id=\"b" + id + "\">\n<div class=\"rung\"><a href=\"#b" + id + "\">" + id +
                      "</a><span>" + percent(bead.confidence) + "</span></div>\n";
    out += cell(report_.source, source_(bead.source), number, bead.target.empty());
    out += cell(report_.target, target_(bead.target), number, bead.source.empty());
    if (!of_bead_[number].empty()) {
      out += "<ul class=\"findings\">\n";
      for (const std::size_t finding : of_bead_[number]) out += remark(finding);
      out += "</ul>\n";
    }
    return out + "</li>\n";
  }

  std::string foot() const {
    std::string out = "</ol>\n</main>\n<footer><p>";
    out += say(Message{"The strip beside a pair tells how sure it is that the two belong together:",
                       {}}) +
           "</p><ul class=\"legend\">";
    const std::array<std::pair<const char*, Message>, 5> tints{
        {{"sure", Message{"95 % and more", {}}},
         {"likely", Message{"80 % and more", {}}},
         {"doubtful", Message{"50 % and more", {}}},
         {"unlikely", Message{"less", {}}},
         {"alone", Message{"no counterpart", {}}}}};
    for (const auto& [tint, meaning] : tints) {
      out += "<li class=\"" + std::string(tint) + "\">" + say(meaning) + "</li>";
    }
    return out + "</ul></footer>\n<script>" + std::string(script_.bytes) +
           "</script>\n</body>\n</html>\n";
  }

 private:
  std::string say(const Message& message) const { return sentence(message, reader_); }

  bool one_file() const { return report_.source.document.source == report_.target.document.source; }

  static std::string file(const Side& side) {
    return "<bdi>" + escaped(harmless(side.document.source)) + "</bdi>";
  }

  std::string edition(const Side& side, const Message& role) const {
    const std::string& language = side.document.language;
    return say(role) + (language.empty() ? "" : " <b>" + escaped(harmless(language)) + "</b>");
  }

  std::string verdict() const {
    if (report_.verdict) {
      switch (report_.verdict->relation) {
        case Relation::parallel:
          return say(Message{"The two editions are parallel.", {}});
        case Relation::partly_parallel:
          return say(Message{"The two editions are parallel in part.", {}});
        case Relation::unrelated:
          return say(Message{"The two editions are unrelated.", {}});
      }
    }
    return say(cotejo::summary(report_));
  }

  std::string coverage(const Side& side, const Coverage& covered) const {
    const std::string share = percent(covered.share);
    const std::string width = std::to_string(static_cast<int>(100.0 * covered.share));
    return "<div><span class=\"name\">" + file(side) +
           "</span><svg viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
           "<rect width=\"100\" height=\"4\"/><rect class=\"covered\" width=\"" +
           width + "\" height=\"4\"/></svg><span>" + share + ' ' +
           say(Message{"has a counterpart", {}}) + "</span></div>";
  }

  std::map<FindingKind, std::array<std::size_t, 4>> by_kind() const {
    std::map<FindingKind, std::array<std::size_t, 4>> out;
    for (const Finding& finding : report_.findings) {
      ++out[finding.kind][static_cast<std::size_t>(finding.severity)];
    }
    return out;
  }

  std::string counts() const {
    if (report_.findings.empty()) {
      return "<p class=\"nothing\">" + say(Message{"Nothing was found.", {}}) + "</p>\n";
    }
    const auto totals = count(report_.findings);
    std::string out = "<table>\n<caption>" + say(Message{"Findings", {}}) +
                      "</caption>\n<thead><tr><th scope=\"col\">" + say(Message{"Kind", {}}) +
                      "</th>";
    for (const Severity severity : severities) {
      out += "<th scope=\"col\" class=\"" + std::string(name(severity)) + "\">" +
             say(title(severity)) + "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    const auto cells = [&](const std::array<std::size_t, 4>& found) {
      for (const Severity severity : severities) {
        const std::size_t n = found[static_cast<std::size_t>(severity)];
        out += "<td>" + (n > 0 ? std::to_string(n) : std::string("\u00B7")) + "</td>";
      }
      out += "</tr>\n";
    };
    for (const auto& [kind, found] : by_kind()) {
      out += "<tr><th scope=\"row\">" + say(title(kind)) + "</th>";
      cells(found);
    }
    out += "</tbody>\n<tfoot><tr><th scope=\"row\">" + say(Message{"All", {}}) + "</th>";
    cells(totals);
    return out + "</tfoot>\n</table>\n";
  }

  std::string box(const char* group, std::string_view value, const Message& label,
                  std::size_t found) const {
    return "<label class=\"" + std::string(value) + "\"><input type=\"checkbox\" name=\"" + group +
           "\" value=\"" + std::string(value) + "\" checked> " + say(label) + " <b>" +
           std::to_string(found) + "</b></label>";
  }

  std::string cell(const Side& side, const std::string& passage, std::size_t number,
                   bool without_counterpart) const {
    std::string out = "<div class=\"passage\"" + language_attributes(side.document.language) + '>';
    const bool empty = passage.empty();
    out += passage;
    const auto moved = moved_.find(number);
    const std::string here = " lang=\"" + reader_.language + "\" dir=\"ltr\"";
    if (empty)
      out += "<p class=\"none\"" + here + '>' + say(Message{"no counterpart here", {}}) + "</p>";
    if (without_counterpart && !empty && moved != moved_.end()) {
      const std::string row = std::to_string(moved->second + 1);
      out += "<p class=\"moved\"" + here + "><a href=\"#b" + row + "\">" +
             sentence(Message{"moved: its counterpart stands at {1}", {row}}, reader_) + "</a></p>";
    }
    return out + "</div>\n";
  }

  std::string remark(std::size_t number) const {
    const Finding& finding = report_.findings[number];
    const std::string id = std::to_string(number + 1);
    const std::string severity(name(finding.severity));
    const char* passage = finding.target.empty() ? (finding.source.empty() ? nullptr : "s") : "t";
    const std::string kind = say(title(finding.kind));
    std::string out = "<li class=\"finding " + severity + "\" id=\"f" + id + "\" data-finding=\"" +
                      id + "\" data-kind=\"" + std::string(name(finding.kind)) +
                      "\" data-severity=\"" + severity + "\">\n<p class=\"label\">";
    out += passage != nullptr
               ? "<a href=\"#" + std::string(passage) + 'f' + id + "\">" + kind + "</a>"
               : "<b>" + kind + "</b>";
    return out + " <span class=\"severity\">" + say(title(finding.severity)) +
           "</span> <span class=\"confidence\">" + percent(finding.confidence) +
           "</span></p>\n<p>" + sentence(finding.message, reader_) + "</p>\n</li>\n";
  }

  const PageFile script_ = *page_file("report.js");
  const PageFile style_ = *page_file("report.css");
  const Report& report_;
  const Reader& reader_;
  Links links_;
  EditionHtml source_;
  EditionHtml target_;
  std::vector<std::vector<std::size_t>> of_bead_;
  std::map<std::size_t, std::size_t> source_bead_;  ///< of segments
  std::map<std::size_t, std::size_t> target_bead_;
  std::map<std::size_t, std::size_t> moved_;  ///< beads that are halves of a moved passage
};

}  // namespace

void write_html_report(const Sink& sink, const Report& report, const Reader& reader) {
  Page page(report, reader);
  sink(page.head() + page.summary() + page.controls() + page.columns());
  for (std::size_t i = 0; i < report.beads.size(); ++i) sink(page.row(i));
  sink(page.foot());
}

}  // namespace cotejo
