// What only a server does. Hidden: they need the one that postgres.py starts.
#include "foreign/postgres.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "cotejo/error.hpp"
#include "memory/memories.hpp"

namespace cotejo::test {
namespace {

std::string refusal(const std::string& location, Memory::Mode mode = Memory::Mode::write) {
  try {
    Memory::open(location, mode);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

bool says(const std::string& text, std::string_view part) {
  INFO(text);
  CHECK(text.find(part) != std::string::npos);
  return text.find(part) != std::string::npos;
}

/// The URL with another user.
std::string as(std::string url, const std::string& user) {
  const std::size_t at = url.find("postgres@");
  return url.replace(at, std::string("postgres").size(), user);
}

}  // namespace

TEST_CASE("writers at once lose nothing, and add the same unit once", "[.postgres]") {
  const std::string url = new_database();
  constexpr int writers = 4;
  constexpr int units = 50;
  std::atomic<std::size_t> created = 0;
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      try {
        Memory memory = Memory::open(url, Memory::Mode::write);
        for (int i = 0; i < units; ++i) {
          const std::string n = std::to_string(i);
          created += add(memory, {unit("Común " + n, "Shared " + n, "common.txt"),
                                  unit("Propio " + n, "Own " + n, std::to_string(writer) + ".txt")})
                         .created;
        }
      } catch (const Error&) {
        ++failed;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(created == units * (writers + 1));
  const Memory memory = Memory::open(url, Memory::Mode::read);
  CHECK(memory.count({}) == units * (writers + 1));
  CHECK(memory.search("Común 7", {.least_score = 100}).size() == 1);
}

TEST_CASE("a reader isn't held up by a writer and sees nothing unfinished", "[.postgres]") {
  const std::string url = new_database();
  Memory writer = Memory::open(url, Memory::Mode::write);
  add(writer, {unit("Uno.", "One.")});
  const Memory reader = Memory::open(url, Memory::Mode::read);
  const std::vector<MemoryUnit> more{unit("Dos.", "Two."), unit("Dos.", "Deuce.")};
  std::size_t next = 0;
  writer.add([&]() -> std::optional<MemoryUnit> {
    CHECK(reader.count({}) == 1);
    if (next == more.size()) return std::nullopt;
    return more[next++];
  });
  CHECK(reader.count({}) == 3);
}

TEST_CASE("an open memory works on after the server dropped its connection", "[.postgres]") {
  const std::string url = new_database();
  Memory memory = Memory::open(url, Memory::Mode::write);
  add(memory, {unit("Uno.", "One.")});
  Server(url).ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
      " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  try {
    memory.count({});
    FAIL("the connection wasn't dropped");
  } catch (const Error& error) {
    says(error.what(), "the connection was lost");
  }
  CHECK(memory.count({}) == 1);
  CHECK(add(memory, {unit("Dos.", "Two.")}).created == 1);
}

TEST_CASE("who can't get at a memory on a server is told why, and no password", "[.postgres]") {
  const std::string url = new_database();
  Server server(url);
  server.ask(
      "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ana') THEN"
      " CREATE ROLE ana LOGIN PASSWORD 'right'; CREATE ROLE eva LOGIN; END IF; END $$");
  SECTION("no server") {
    const std::string said = refusal("postgresql://ana:secret@127.0.0.1:1/x");
    says(said, "postgresql://ana@127.0.0.1:1/x: no answer");
    CHECK(said.find("secret") == std::string::npos);
  }
  SECTION("no such database") {
    std::string none = url;
    none.replace(none.find("memory_"), 7, "absent_");
    says(refusal(none), "no such database; make it with: createdb --encoding=UTF8 absent_");
  }
  SECTION("no password") { says(refusal(as(url, "ana")), "asks for a password"); }
  SECTION("a wrong password") {
    const std::string said = refusal(as(url, "ana:wr0ng"));
    says(said, "doesn't know this user and password");
    CHECK(said.find("wr0ng") == std::string::npos);
    CHECK(refusal(as(url, "ana:right"), Memory::Mode::read).find("no such translation memory") !=
          std::string::npos);
  }
  SECTION("a user who may not come in") { says(refusal(as(url, "nobody")), "not in from here"); }
  SECTION("no address") {
    const std::string said = refusal("postgresql://ana:sec%zzret@host/x");
    says(said, "write it as postgresql://");
    CHECK(said.find("ret") == std::string::npos);
  }
  SECTION("no right to make one, then a schema of one's own") {
    says(refusal(as(url, "eva")), "CREATE SCHEMA cotejo AUTHORIZATION eva");
    server.ask("CREATE SCHEMA cotejo AUTHORIZATION eva");
    server.ask("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    CHECK(refusal(as(url, "eva")).empty());
  }
  SECTION("a schema of one's own, but no extension") {
    server.ask("CREATE SCHEMA cotejo AUTHORIZATION eva");
    says(refusal(as(url, "eva")), "let the database's owner run: CREATE EXTENSION pg_trgm");
    server.ask("CREATE SCHEMA parts");
    server.ask("CREATE EXTENSION pg_trgm SCHEMA parts");
    server.ask("GRANT USAGE ON SCHEMA parts TO eva");
    CHECK(refusal(as(url, "eva")).empty());
  }
  SECTION("no right to the one of another") {
    Memory memory = Memory::open(url, Memory::Mode::write);
    add(memory, {unit("Uno.", "One.")});
    says(refusal(as(url, "eva"), Memory::Mode::read), "GRANT USAGE ON SCHEMA cotejo TO eva");
    server.ask("GRANT USAGE ON SCHEMA cotejo TO eva");
    server.ask("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cotejo TO eva");
    Memory hers = Memory::open(as(url, "eva"), Memory::Mode::write);
    CHECK(add(hers, {unit("Dos.", "Two.", "2.txt")}).created == 1);
  }
  SECTION("a newer memory") {
    Memory::open(url, Memory::Mode::write);
    server.ask("UPDATE cotejo.memory SET version = 1000");
    says(refusal(url, Memory::Mode::read), "newer cotejo");
  }
  SECTION("a server that may be read only") {
    Memory::open(url, Memory::Mode::write);
    server.ask("ALTER ROLE eva SET default_transaction_read_only = on");
    server.ask("GRANT USAGE ON SCHEMA cotejo TO eva");
    server.ask("GRANT ALL ON ALL TABLES IN SCHEMA cotejo TO eva");
    Memory hers = Memory::open(as(url, "eva"), Memory::Mode::write);
    try {
      add(hers, {unit("Dos.", "Two.")});
      FAIL("it was written");
    } catch (const Error& error) {
      says(error.what(), "may be read only");
    }
    server.ask("ALTER ROLE eva RESET ALL");
  }
  SECTION("texts in another encoding") {
    std::string latin = url;
    const std::string name = server.database() + "_latin";
    Server(std::getenv("COTEJO_TEST_POSTGRES"))
        .ask("CREATE DATABASE " + name + " ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    latin.replace(latin.find(server.database()), server.database().size(), name);
    says(refusal(latin), "are in LATIN1");
  }
}

TEST_CASE("a team's memory of the second schema finds parts of words, and lets in who was let in",
          "[.postgres]") {
  const std::string url = new_database();
  Memory memory = Memory::open(url, Memory::Mode::write);
  add(memory, {unit("La negociación", "The deal")});
  Server server(url);
  server.ask("DROP TABLE cotejo.word");
  server.ask("UPDATE cotejo.memory SET version = 2");
  server.ask("CREATE ROLE \"Ana María\" LOGIN");
  server.ask("GRANT USAGE ON SCHEMA cotejo TO \"Ana María\"");
  server.ask("GRANT SELECT ON ALL TABLES IN SCHEMA cotejo TO \"Ana María\", PUBLIC");
  says(refusal(url, Memory::Mode::read), "brings it up to date");
  CHECK(refusal(url).empty());
  CHECK(
      Memory::open(as(url, "Ana%20Mar%C3%ADa"), Memory::Mode::read).concordance("nego*n").size() ==
      1);
}

}  // namespace cotejo::test
