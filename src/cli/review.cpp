#include "cli/commands.hpp"
#include "cli/review_filter.hpp"

namespace cotejo {

void run(const ReviewCommand& command, const Console& console) {
  filter_reviews({command.file, command.output, command.source_language, command.target_language,
                  command.review},
                 console);
}

}  // namespace cotejo
