#include "memory/memories.hpp"

#include <cstdlib>

#include "foreign/postgres.hpp"

namespace cotejo::test {

std::string Folder::memory(const std::string& name) const {
  const char* const server = std::getenv("COTEJO_TEST_POSTGRES");
  if (!server) return file(name);
  std::string& url = databases_[name];
  if (url.empty()) url = new_database();
  return url;
}

std::string new_database() {
  // The server's URL is postgresql://user@/postgres?host=FOLDER&port=PORT.
  std::string url = std::getenv("COTEJO_TEST_POSTGRES");
  static int databases = 0;
  const std::string name =
      "memory_" + std::to_string(::getpid()) + "_" + std::to_string(++databases);
  Server(url).ask("CREATE DATABASE " + name);
  return url.replace(url.find("/postgres?") + 1, std::string("postgres").size(), name);
}

}  // namespace cotejo::test
