/// @file  What the formats call things.
#pragma once

#include <string_view>

#include "cotejo/align.hpp"

namespace cotejo {

constexpr std::string_view name(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::anchor:
      return "anchor";
    case EvidenceKind::word:
      return "word";
    case EvidenceKind::length:
      return "length";
  }
  return "";
}

}  // namespace cotejo
