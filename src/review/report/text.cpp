#include "cotejo/text.hpp"

#include <algorithm>

#include "cotejo/unit.hpp"
#include "review/report/columns.hpp"
#include "review/report/kinds.hpp"
#include "review/report/places.hpp"

namespace cotejo {
namespace {

constexpr std::size_t side_by_side_from = 100;
constexpr std::size_t longest_passage = 320;  // code points

/// Codes of the terminal (ECMA-48), or nothing.
struct Styles {
  explicit Styles(bool wanted) : wanted_(wanted) {}

  std::string operator()(const char* code) const {
    return wanted_ ? "\x1b[" + std::string(code) + 'm' : std::string();
  }
  std::string of(Severity severity) const {
    switch (severity) {
      case Severity::critical:
        return (*this)("1;31");
      case Severity::major:
        return (*this)("31");
      case Severity::minor:
        return (*this)("33");
      case Severity::neutral:
        break;
    }
    return (*this)("36");
  }
  std::string off() const { return (*this)("0"); }
  MarkStyle mark(Severity severity) const {
    if (!wanted_) return {};
    return {of(severity) + (*this)("4"), off(), false};
  }

 private:
  bool wanted_;
};

/// What is marked stands in one segment or more; the rest of them stands around it.
Marked marked(const Side& side, Range segments, Span span) {
  Marked out;
  std::string* const parts[] = {&out.before, &out.mark, &out.after};
  const std::string& text = side.document.text;
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    const Span whole = side.segments[i].span;
    const std::size_t begin =
        span.empty() ? whole.end : std::clamp(span.begin, whole.begin, whole.end);
    const std::size_t end = span.empty() ? whole.end : std::clamp(span.end, begin, whole.end);
    const Span pieces[] = {{whole.begin, begin}, {begin, end}, {end, whole.end}};
    const bool marked_before = !out.mark.empty();
    for (int part = 0; part < 3; ++part) {
      std::string& to = *parts[part == 0 && marked_before ? 2 : part];
      if (pieces[part].empty()) continue;
      if (i > segments.begin && pieces[part].begin == whole.begin) to += ' ';
      to += slice(text, pieces[part]);
    }
  }
  for (std::string* part : parts) *part = harmless(*part);
  if (segments.empty()) out.after = "\u2014";
  return out;
}

class TextReport {
 public:
  TextReport(const Report& report, const Reader& reader, const TextReportOptions& options)
      : report_(report),
        reader_(reader),
        styles_(options.styles),
        columns_(std::max<std::size_t>(options.columns, 20)),
        source_places_(report.source.document.text),
        target_places_(report.target.document.text) {}

  std::string head() const {
    const std::string& source = report_.source.document.source;
    const std::string& target = report_.target.document.source;
    std::string out = styles_("1") + harmless(source);
    if (target != source) out += " \u2192 " + harmless(target);
    return out + styles_.off() + '\n' + harmless(spoken(summary(report_), reader_)) + '\n' +
           spoken(summary(report_.findings), reader_) + '\n';
  }

  std::string operator()(const Finding& finding) {
    const std::string severity = reader_.translate(title(finding.severity).text);
    const std::string kind = reader_.translate(title(finding.kind).text);
    const Bead& bead = report_.beads[finding.bead];
    std::string out = '\n' + styles_.of(finding.severity) + severity + "  " + kind + styles_.off() +
                      styles_("2") + "  " + place(finding) + "  " +
                      std::to_string(static_cast<int>(100.0 * finding.confidence)) + " %" +
                      styles_.off() + '\n';
    for (const ScreenLine& line :
         wrapped(shortened({{}, {}, harmless(spoken(finding.message, reader_))}, longest_passage),
                 columns_ - 2, {})) {
      out += "  " + line.text + '\n';
    }
    const MarkStyle style = styles_.mark(finding.severity);
    const auto passage = [&](const Side& side, Range range, Span span) {
      return shortened(marked(side, context(side, range, span), span), longest_passage);
    };
    append(out, passage(report_.source, bead.source, finding.source),
           passage(report_.target, bead.target, finding.target), style);
    return out;
  }

 private:
  /// The translation's, which is where an error is put right, or the source's where it says
  /// nothing.
  std::string place(const Finding& finding) {
    if (!report_.lines.empty()) {
      return harmless(report_.source.document.source) + ':' +
             std::to_string(report_.lines[finding.bead]);
    }
    const bool in_target = !finding.target.empty();
    const Side& side = in_target ? report_.target : report_.source;
    const std::size_t offset = in_target ? finding.target.begin : finding.source.begin;
    const TextPlace place = (in_target ? target_places_ : source_places_)(offset);
    return harmless(side.document.source) + ':' + std::to_string(place.line) + ':' +
           std::to_string(place.column);
  }

  void append(std::string& out, const Marked& source, const Marked& target,
              const MarkStyle& style) const {
    const std::string from = label(report_.source, "<");
    const std::string to = label(report_.target, ">");
    const std::size_t indent = 4 + std::max(display_width(from), display_width(to));
    if (columns_ < side_by_side_from) {
      append_stacked(out, wrapped(source, columns_ - indent, style), from, indent);
      append_stacked(out, wrapped(target, columns_ - indent, style), to, indent);
      return;
    }
    const std::size_t wide = (columns_ - 2 * indent) / 2;
    const auto left = wrapped(source, wide, style);
    const auto right = wrapped(target, wide, style);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      std::string line = lead(i, left.size(), from, indent);
      const ScreenLine cell = i < left.size() ? left[i] : ScreenLine{};
      line += cell.text;
      if (i < right.size()) {
        line.append(wide - std::min(cell.columns, wide), ' ');
        line += lead(i, right.size(), to, indent) + right[i].text;
      }
      out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
  }

  void append_stacked(std::string& out, const std::vector<ScreenLine>& lines,
                      const std::string& label, std::size_t indent) const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out += lead(i, lines.size(), label, indent) + lines[i].text + '\n';
    }
  }

  std::string lead(std::size_t line, std::size_t lines, const std::string& label,
                   std::size_t indent) const {
    if (line > 0 || lines == 0) return std::string(indent, ' ');
    return "  " + styles_("2") + label + styles_.off() +
           std::string(indent - 2 - display_width(label), ' ');
  }

  std::string label(const Side& side, const char* otherwise) const {
    const std::string& language = side.document.language;
    const bool told_apart = report_.source.document.language != report_.target.document.language;
    return language.empty() || !told_apart ? otherwise : harmless(language);
  }

  const Report& report_;
  const Reader& reader_;
  Styles styles_;
  std::size_t columns_;
  Places source_places_;
  Places target_places_;
};

}  // namespace

void write_text_report(const Sink& sink, const Report& report, const Reader& reader,
                       const TextReportOptions& options) {
  TextReport text(report, reader, options);
  sink(text.head());
  for (const Finding& finding : report.findings) sink(text(finding));
}

}  // namespace cotejo
