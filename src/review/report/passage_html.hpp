/// @file  The passages of the page: the sentences of a bead with what is linked and found in them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "review/report/links.hpp"

namespace cotejo {

/// One edition on the page. Its elements have ids by the prefix: "s" for the source, "t" for the
/// target; the anchors' are "sa12", the first passage of a finding's "sf3".
class EditionHtml {
 public:
  /// `other` is the prefix of the other edition, `others` the anchor there that each number leads
  /// to.
  EditionHtml(const Side& side, std::string prefix, std::string other,
              const std::vector<std::size_t>& numbers, const std::vector<std::size_t>& others,
              const std::vector<Finding>& findings, Span Finding::*own, std::string link_name);

  /// The paragraphs of a run of segments.
  std::string operator()(Range segments);

  /// Whether a block of the document begins in the run.
  bool begins_block(Range segments) const;

 private:
  struct Piece;
  std::vector<Piece> pieces(std::size_t segment) const;
  std::string segment_html(std::size_t segment);
  std::string open_link(std::size_t anchor, Span piece) const;
  std::string open_mark(const std::vector<std::size_t>& findings);

  const Side& side_;
  std::string prefix_;
  std::string other_;
  const std::vector<std::size_t>& numbers_;
  const std::vector<std::size_t>& others_;
  const std::vector<Finding>& findings_;
  std::string link_name_;
  std::vector<Span> marked_;
  std::vector<std::vector<std::size_t>> anchors_in_;
  std::vector<std::vector<std::size_t>> findings_in_;
  std::vector<bool> has_id_;  ///< of each finding: its first passage has been written
};

}  // namespace cotejo
