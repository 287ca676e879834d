/// @file  Keeping the way back while a text is rewritten, stage after stage.
#pragma once

#include <cstddef>
#include <string>

#include "cotejo/origin.hpp"

namespace cotejo {

/// What a stage made of a text.
struct Rewritten {
  std::string text;
  Origin origin;         ///< back to what the stage was given
  std::size_t lost = 0;  ///< characters dropped, or malformed and replaced
};

/// Notes where each piece of a growing text comes from.
class OriginBuilder {
 public:
  /// The text grows by `size` bytes, whole units, made of the source from `source` on.
  void append(std::size_t size, std::size_t source, std::size_t text_unit = 1,
              std::size_t source_unit = 1);

  Origin take();

 private:
  Origin steps_;
  std::size_t size_ = 0;
};

/// The way through two stages: `outer` leads from a text of `size` bytes to a text between, `inner`
/// from there to the source.
Origin compose(const Origin& outer, std::size_t size, const Origin& inner);

}  // namespace cotejo
