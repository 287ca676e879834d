#include "cli/review_serve.hpp"

#include "cotejo/error.hpp"

namespace cotejo {

void run_editor(const ReviewCommand& /*command*/, const Console& /*console*/) {
  throw Error(Message{"--serve is not there yet", {}});
}

}  // namespace cotejo
