#include <algorithm>
#include <atomic>
#include <csignal>

#include "cli/memory_service.hpp"
#include "cli/memory_tasks.hpp"
#include "cotejo/error.hpp"

namespace cotejo {
namespace {

std::atomic<bool> stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first line of a file that its owner alone should be able to read, or a new token.
std::string token_of(const MemoryCommand& command) {
  if (command.token_file.empty()) return random_token();
  std::string token = read_file(command.token_file);
  token.erase(std::min(token.find_first_of("\r\n"), token.size()));
  constexpr std::size_t shortest = 16;
  if (token.size() < shortest) {
    throw Error(Message{"{1}: its first line is no token; put 16 characters or more there",
                        {command.token_file}});
  }
  return token;
}

}  // namespace

void memory_serve(const MemoryCommand& command, const Console& console) {
  std::signal(SIGINT, [](int) { stop = true; });
  std::signal(SIGTERM, [](int) { stop = true; });
  Memory::open(command.store, Memory::Mode::write);  // made where it is missing; says what's wrong
  const std::string token = token_of(command);
  MemoryService service(command.store, token);
  HttpOptions options;
  options.address = command.address;
  options.port = static_cast<int>(command.port);
  options.hosts = command.hosts;
  options.most_bytes = std::size_t{16} << 20;  // editors send a whole file's units when it is saved
  HttpServer server(options, [&](const HttpRequest& request) { return service.answer(request); });
  std::string said = console.catalogue()(
      Message{tr("serving {1} at {2}"),
              {without_password(command.store),
               "http://" + command.address + ':' + std::to_string(server.port()) + "/tmserver/"}});
  said += '\n';
  if (command.token_file.empty()) {
    said += console.catalogue()(Message{tr("token for adding units: {1}"), {token}}) + '\n';
  }
  write_out("-", said);
  server.run(stop);
}

}  // namespace cotejo
