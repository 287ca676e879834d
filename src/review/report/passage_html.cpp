#include "review/report/passage_html.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "cotejo/text.hpp"
#include "review/report/markup.hpp"

namespace cotejo {

/// A stretch of a segment in which nothing begins or ends.
struct EditionHtml::Piece {
  Span span;
  std::optional<std::size_t> quotation;
  std::optional<std::size_t> anchor;
  std::vector<std::size_t> findings;
};

EditionHtml::EditionHtml(const Side& side, std::string prefix, std::string other,
                         const std::vector<std::size_t>& numbers,
                         const std::vector<std::size_t>& others,
                         const std::vector<Finding>& findings, Span Finding::*own,
                         std::string link_name)
    : side_(side),
      prefix_(std::move(prefix)),
      other_(std::move(other)),
      numbers_(numbers),
      others_(others),
      findings_(findings),
      link_name_(std::move(link_name)),
      anchors_in_(by_segment(side, spans(side))),
      has_id_(findings.size(), false) {
  for (const Finding& finding : findings) marked_.push_back(finding.*own);
  findings_in_ = by_segment(side, marked_);
}

bool EditionHtml::begins_block(Range segments) const {
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    const Segment& segment = side_.segments[i];
    if (segment.span.begin == side_.document.blocks[segment.block].span.begin) return true;
  }
  return false;
}

std::string EditionHtml::operator()(Range segments) {
  std::string out;
  for (std::size_t i = segments.begin; i < segments.end; ++i) {
    const std::size_t block = side_.segments[i].block;
    const bool first = i == segments.begin || side_.segments[i - 1].block != block;
    if (first) {
      if (i > segments.begin) out += "</p>";
      out += "<p class=\"" + std::string(name(side_.document.blocks[block].kind)) + "\">";
    } else {
      out += ' ';
    }
    out += segment_html(i);
  }
  return segments.empty() ? out : out + "</p>";
}

/// A link around an anchor or, of a quotation, which may hold others, around its opening mark.
std::string EditionHtml::open_link(std::size_t anchor, Span piece) const {
  const std::size_t number = numbers_[anchor];
  std::string out = "<a class=\"anchor\" data-link=\"" + std::to_string(number);
  out.append("\" href=\"#").append(other_).append("a").append(std::to_string(others_[number]));
  if (side_.anchors[anchor].span.begin == piece.begin) {  // and not the rest of one
    out.append("\" id=\"").append(prefix_).append("a").append(std::to_string(anchor));
  }
  if (side_.anchors[anchor].kind == AnchorKind::quotation) {
    out.append("\" aria-label=\"").append(escaped(link_name_));
  }
  return out + "\">";
}

/// A segment in pieces, each with what it belongs to. Takes time in the number of the pieces, for
/// one sentence may hold thousands of numbers.
std::vector<EditionHtml::Piece> EditionHtml::pieces(std::size_t segment) const {
  const Span whole = side_.segments[segment].span;
  std::vector<std::size_t> anchors;
  std::ranges::copy_if(anchors_in_[segment], std::back_inserter(anchors),
                       [&](std::size_t anchor) { return numbers_[anchor] != 0; });
  std::vector<std::size_t> findings = findings_in_[segment];
  std::ranges::stable_sort(findings, {}, [&](std::size_t one) { return marked_[one].begin; });

  std::vector<std::size_t> cuts{whole.begin, whole.end};
  const auto cut = [&](Span span) {
    cuts.push_back(std::clamp(span.begin, whole.begin, whole.end));
    cuts.push_back(std::clamp(span.end, whole.begin, whole.end));
  };
  for (const std::size_t anchor : anchors) cut(side_.anchors[anchor].span);
  for (const std::size_t finding : findings) cut(marked_[finding]);
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

  std::vector<Piece> out;
  Piece piece;
  auto next_anchor = anchors.begin();
  auto next_finding = findings.begin();
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    piece.span = {cuts[i], cuts[i + 1]};
    const auto over = [&](Span span) { return span.end <= piece.span.begin; };
    for (auto* open : {&piece.quotation, &piece.anchor}) {
      if (*open && over(side_.anchors[**open].span)) open->reset();
    }
    for (; next_anchor != anchors.end(); ++next_anchor) {
      const Anchor& one = side_.anchors[*next_anchor];
      if (one.span.begin > piece.span.begin) break;
      (one.kind == AnchorKind::quotation ? piece.quotation : piece.anchor) = *next_anchor;
    }
    std::erase_if(piece.findings, [&](std::size_t one) { return over(marked_[one]); });
    for (; next_finding != findings.end(); ++next_finding) {
      if (marked_[*next_finding].begin > piece.span.begin) break;
      piece.findings.push_back(*next_finding);
    }
    out.push_back(piece);
  }
  return out;
}

std::string EditionHtml::open_mark(const std::vector<std::size_t>& findings) {
  Severity worst = Severity::neutral;
  std::string numbers;
  std::string id;
  std::string more;  // an element has but one id
  for (const std::size_t finding : findings) {
    const std::string number = std::to_string(finding + 1);
    worst = std::max(worst, findings_[finding].severity);
    if (!numbers.empty()) numbers += ' ';
    numbers += number;
    if (has_id_[finding]) continue;
    has_id_[finding] = true;
    const std::string own = " id=\"" + prefix_ + 'f' + number + '"';
    if (id.empty())
      id = own;
    else
      more += "<span" + own + "></span>";
  }
  std::string out = "<mark class=\"";
  out.append(name(worst)).append("\" data-findings=\"").append(numbers).append("\"");
  return out.append(id).append(">").append(more);
}

/// Elements are nested as quotation, anchor, mark; what is open when the next piece doesn't belong
/// to it is closed.
std::string EditionHtml::segment_html(std::size_t segment) {
  std::string out = "<bdi class=\"segment\">";
  Piece open;
  const auto close_mark = [&] {
    if (!open.findings.empty()) out += "</mark>";
    open.findings.clear();
  };
  const auto close_anchor = [&] {
    close_mark();
    if (open.anchor) out += "</a>";
    open.anchor.reset();
  };
  const auto close_quotation = [&] {
    close_anchor();
    if (open.quotation) out += "</span>";
    open.quotation.reset();
  };
  for (const Piece& piece : pieces(segment)) {
    std::string_view text = slice(side_.document.text, piece.span);
    if (open.quotation != piece.quotation) {
      close_quotation();
      open.quotation = piece.quotation;
      if (open.quotation) {
        out.append("<span class=\"quotation\" data-link=\"")
            .append(std::to_string(numbers_[*open.quotation]))
            .append("\">");
      }
    }
    if (open.anchor != piece.anchor) {
      close_anchor();
      open.anchor = piece.anchor;
      if (open.anchor) out += open_link(*open.anchor, piece.span);
    }
    if (open.findings != piece.findings) {
      close_mark();
      open.findings = piece.findings;
      if (!open.findings.empty()) out += open_mark(open.findings);
    }
    if (open.quotation && !open.anchor &&
        side_.anchors[*open.quotation].span.begin == piece.span.begin) {
      std::size_t behind = 0;
      next_code_point(text, behind);
      out += open_link(*open.quotation, piece.span) + escaped(text.substr(0, behind)) + "</a>";
      text.remove_prefix(behind);
    }
    out += escaped(text);
  }
  close_quotation();
  return out + "</bdi>";
}

}  // namespace cotejo
