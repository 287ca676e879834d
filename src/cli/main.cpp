/// @file  The program. Exit status: 0 done, 2 bad input or usage.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace {

int run(const std::vector<std::string>& words, const cotejo::Catalogue& catalogue) {
  const cotejo::Command command = cotejo::read_arguments(words, catalogue);
  std::visit(
      [&]<typename Chosen>(const Chosen& chosen) {
        if constexpr (requires { chosen.quiet; }) {
          cotejo::run(chosen, cotejo::Console(catalogue, chosen.quiet));
        } else {
          cotejo::run(chosen, cotejo::Console(catalogue));
        }
      },
      command);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  // Both come back as errors of the write that met them: a closed pipe, a file grown too large.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  const cotejo::Catalogue catalogue(cotejo::ui_language(words));
  const cotejo::Console console(catalogue);
  try {
    return run(words, catalogue);
  } catch (const cotejo::ClosedPipe&) {
    return 0;  // who reads us has enough
  } catch (const cotejo::Error& error) {
    console.error(error.message());
  } catch (const std::bad_alloc&) {
    console.error({cotejo::tr("out of memory"), {}});
  } catch (const std::exception& fault) {
    console.error({cotejo::tr("a fault of cotejo itself: {1}"), {fault.what()}});
  }
  return 2;
}
