#include "cotejo/review.hpp"

namespace cotejo {

std::vector<Finding> review(const Side& /*source*/, const Side& /*target*/,
                            const std::vector<Bead>& /*beads*/, const std::vector<Bead>& /*moved*/,
                            const Lexicon& /*source_lexicon*/, const Lexicon& /*target_lexicon*/,
                            const Dictionary& /*dictionary*/, const ReviewOptions& /*options*/) {
  return {};
}

}  // namespace cotejo
