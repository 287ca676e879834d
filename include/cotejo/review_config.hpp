/// @file  What a house wants of a review, from a file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/review.hpp"

namespace cotejo {

/// How findings of one kind are treated.
struct KindRule {
  bool check = true;                 ///< look for them at all
  std::optional<Severity> severity;  ///< nothing: as grave as the review finds them
  double least_confidence = 0.0;     ///< less probable ones are dropped
};

struct ReviewConfig {
  std::optional<Strictness> strictness;
  double least_confidence = 0.0;  ///< of any kind
  std::map<FindingKind, KindRule> kinds;

  /// Reads lines of `key = value`, in sections named after kinds. The values may stand in double
  /// quotes; with them the file is TOML, without them INI. Whole lines and ends of lines behind #
  /// or ; are comments.
  ///
  ///     strictness = "strict"        # or normal, lenient
  ///     min-confidence = 0.3
  ///
  ///     [doubled-word]
  ///     check = false                # also off, no; and true, on, yes
  ///
  ///     [number]
  ///     severity = "critical"        # or major, minor, neutral
  ///     min-confidence = 0.5
  ///
  /// Throws Error that names `name`, the line and, for an unknown name, the nearest known one.
  static ReviewConfig read(std::string_view text, const std::string& name);

  /// What review() has to know of it.
  ReviewOptions options() const;

  /// Drops findings and changes their severity; the gravest of a bead come first again.
  void apply(std::vector<Finding>& findings) const;
};

}  // namespace cotejo
