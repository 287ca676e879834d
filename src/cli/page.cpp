#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace cotejo {

void run(const PageCommand& command, const Console&) {
  OutputFile out("-");
  out.write(command.text);
  out.commit();
}

}  // namespace cotejo
