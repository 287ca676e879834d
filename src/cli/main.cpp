/// @file  The program. Exit status: 0 done, 1 a review found what --fail-on forbids, 2 bad
/// input or usage.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace {

int run(const std::vector<std::string>& words, const cotejo::Catalogue& catalogue) {
  const cotejo::Command command = cotejo::read_arguments(words, catalogue);
  return std::visit(
      [&]<typename Chosen>(const Chosen& chosen) {
        const cotejo::Console console(catalogue, [&] {
          if constexpr (requires { chosen.quiet; }) return chosen.quiet;
          return false;
        }());
        if constexpr (std::is_same_v<Chosen, cotejo::ReviewCommand>) {
          return cotejo::run(chosen, console);
        } else {
          cotejo::run(chosen, console);
          return 0;
        }
      },
      command);
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
