#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include "cotejo/error.hpp"
#include "foreign/sqlite.hpp"
#include "memory/memories.hpp"

namespace cotejo::test {
namespace {

constexpr std::size_t call_units = 50;

MemoryUnit numbered(std::size_t number) {
  const std::string text = "texto " + std::to_string(number) + " de la nota";
  MemoryUnit made = unit(text, "text " + std::to_string(number) + " of the story",
                         "nota " + std::to_string(number / 25));
  made.position = number % 25;
  return made;
}

/// Adds units of a range in one call.
AddReport add_range(Memory& memory, std::size_t begin, std::size_t end) {
  return memory.add([&]() -> std::optional<MemoryUnit> {
    if (begin == end) return std::nullopt;
    return numbered(begin++);
  });
}

std::string integrity(const std::string& path) {
  Database database(path, OpenMode::write);
  Statement check = database.prepare("PRAGMA integrity_check");
  check.step();
  return std::string(check.text(0));
}

/// Runs `work` in a process of its own and kills that after some microseconds.
template <typename Work>
void kill_after(unsigned microseconds, Work work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work();
    } catch (...) {
    }
    ::_exit(0);
  }
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

std::string refusal(const std::string& path, Memory::Mode mode) {
  try {
    Memory::open(path, mode);
  } catch (const Error& error) {
    return error.what();
  }
  return "opened";
}

}  // namespace

TEST_CASE("a program killed while it adds loses nothing it had added, and adds nothing by halves") {
  std::mt19937 random(3);
  const Folder folder;
  for (int moment = 0; moment < 50; ++moment) {
    const std::string path = folder.file(std::to_string(moment));
    int told[2];
    REQUIRE(::pipe(told) == 0);
    // Small calls, and one so large that a second thread writes.
    const std::size_t units = moment % 2 == 0 ? call_units : 5000;
    kill_after(static_cast<unsigned>(random() % 60'000), [&] {
      Memory memory = Memory::open(path, Memory::Mode::write);
      for (std::size_t call = 0; call < 200; ++call) {
        add_range(memory, call * units, (call + 1) * units);
        if (::write(told[1], "x", 1) != 1) return;
      }
    });
    ::close(told[1]);
    std::size_t calls = 0;
    char byte = 0;
    while (::read(told[0], &byte, 1) == 1) ++calls;
    ::close(told[0]);

    CAPTURE(moment, calls);
    Memory memory = Memory::open(path, Memory::Mode::write);
    CHECK(integrity(path) == "ok");
    const std::size_t count = memory.count({});
    CHECK(count >= calls * units);
    CHECK(count <= (calls + 1) * units);
    CHECK(count % units == 0);
    CHECK(memory.concordance("texto", {.limit = 1'000'000}).size() == count);
    CHECK(add_range(memory, 0, count + units) == AddReport{.created = units, .same = count});
    CHECK(memory.search("texto 7 de la nota.").size() == 10);
  }
}

TEST_CASE("two writers wait for each other") {
  const Folder folder;
  const std::string path = folder.file("m");
  Memory::open(path, Memory::Mode::write);
  std::vector<std::thread> writers;
  for (const std::size_t first : {0U, 10'000U}) {
    writers.emplace_back([&path, first] {
      Memory memory = Memory::open(path, Memory::Mode::write);
      for (std::size_t call = 0; call < 20; ++call)
        add_range(memory, first + call * 20, first + (call + 1) * 20);
      add_range(memory, first, first + 3000);
    });
  }
  for (std::thread& writer : writers) writer.join();
  const Memory memory = Memory::open(path, Memory::Mode::read);
  CHECK(memory.count({}) == 6000);
  CHECK(memory.concordance("texto", {.limit = 1'000'000}).size() == 6000);
}

TEST_CASE("a writer that waits too long says so") {
  const Folder folder;
  Memory::open(folder.file("m"), Memory::Mode::write);
  Database first(folder.file("m"), OpenMode::write, 0);
  Database second(folder.file("m"), OpenMode::write, 0);
  Transaction writing(first);
  CHECK_THROWS_WITH(
      second.execute("BEGIN IMMEDIATE"),
      Catch::Matchers::Equals(folder.file("m") + ": another program is writing to it; try again"));
}

TEST_CASE("a disk without room is told, and the memory is as it was") {
  const Folder folder;
  const std::string path = folder.file("m");
  {
    Memory memory = Memory::open(path, Memory::Mode::write);
    add_range(memory, 0, 100);
  }
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const rlimit most{300'000, 300'000};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &most);
    int status = 1;
    try {
      Memory memory = Memory::open(path, Memory::Mode::write);
      add_range(memory, 0, 5000);
    } catch (const Error& error) {
      status = std::string(error.what()).find(path + ": ") == 0 ? 0 : 2;
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(integrity(path) == "ok");
  Memory memory = Memory::open(path, Memory::Mode::write);
  CHECK(memory.count({}) == 100);
  CHECK(add_range(memory, 0, 200) == AddReport{.created = 100, .same = 100});
}

TEST_CASE("what is no memory, or a newer one, is told and left alone") {
  const Folder folder;
  const auto both = [&](const std::string& path) {
    const std::string said = refusal(path, Memory::Mode::read);
    CHECK(refusal(path, Memory::Mode::write) == said);
    return said.substr(std::min(path.size(), said.size()));
  };
  std::ofstream(folder.file("text"))
      << "Once upon a time there was a file that was no database at all.\n";
  CHECK(both(folder.file("text")).find(": not one of cotejo's files") == 0);
  {
    Database other(folder.file("other"), OpenMode::create);
    other.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY)");
  }
  CHECK(both(folder.file("other")) == ": no translation memory; name another file");
  Memory::open(folder.file("newer"), Memory::Mode::write);
  Database(folder.file("newer"), OpenMode::write).execute("PRAGMA user_version = 99");
  CHECK(both(folder.file("newer")) == ": made by a newer cotejo than this; update cotejo");
  CHECK(both(folder.file("")).find(": a folder; name a file in it") != std::string::npos);
  CHECK(refusal(folder.file("none"), Memory::Mode::read).find("cotejo memory add") !=
        std::string::npos);
  std::ofstream(folder.file("empty"));
  CHECK(refusal(folder.file("empty"), Memory::Mode::read).find("no translation memory") !=
        std::string::npos);
  CHECK(refusal(folder.file("empty"), Memory::Mode::write) == "opened");
}

TEST_CASE("a memory of the first schema keeps its units, and finds them, when it is brought up") {
  const Folder folder;
  const std::string path = folder.file("first");
  {
    Memory memory = Memory::open(path, Memory::Mode::write);
    add_range(memory, 0, 10);
  }
  const std::vector<std::string> before = lines(Memory::open(path, Memory::Mode::read));
  Database(path, OpenMode::write)
      .execute(
          "ALTER TABLE unit ADD COLUMN occurrence_key INTEGER NOT NULL DEFAULT 7;"
          "ALTER TABLE unit ADD COLUMN source_key INTEGER NOT NULL DEFAULT 7;"
          "ALTER TABLE unit ADD COLUMN target_key INTEGER NOT NULL DEFAULT 7;"
          "CREATE INDEX unit_occurrence ON unit (occurrence_key);"
          "CREATE INDEX unit_source ON unit (source_key);"
          "CREATE INDEX unit_target ON unit (target_key);"
          "DELETE FROM piece; DROP TABLE words; PRAGMA user_version = 1");
  const std::string older = "brings it up to date";
  CHECK(refusal(path, Memory::Mode::read).find(older) != std::string::npos);
  Memory memory = Memory::open(path, Memory::Mode::write);
  CHECK(lines(memory) == before);
  CHECK(add_range(memory, 0, 10).same == 10);
  std::string source;
  memory.each({}, [&](const MemoryUnit& it) { source = it.source; });
  CHECK(memory.search(source).front().score == 100.0);
  CHECK_FALSE(memory.concordance(source).empty());
  CHECK(memory.concordance("*ext*").size() == 20);

  // Cut off between the new schema and the new lists.
  Database(path, OpenMode::write).execute("UPDATE counter SET erased = -1");
  CHECK(refusal(path, Memory::Mode::read).find(older) != std::string::npos);
  CHECK(refusal(path, Memory::Mode::write) == "opened");
  CHECK(refusal(path, Memory::Mode::read) == "opened");
}

TEST_CASE("a memory of the second schema finds parts of words when it is brought up") {
  const Folder folder;
  const std::string path = folder.file("second");
  {
    Memory memory = Memory::open(path, Memory::Mode::write);
    add_range(memory, 0, 10);
  }
  Database(path, OpenMode::write).execute("DROP TABLE words; PRAGMA user_version = 2");
  CHECK(refusal(path, Memory::Mode::read).find("brings it up to date") != std::string::npos);
  CHECK(refusal(path, Memory::Mode::write) == "opened");
  CHECK(Memory::open(path, Memory::Mode::read).concordance("*ext*").size() == 20);
}

TEST_CASE("a memory on a medium that can't be written to is read") {
  const Folder folder;
  ::mkdir(folder.file("disc").c_str(), 0700);
  const std::string path = folder.file("disc/m");
  {
    Memory memory = Memory::open(path, Memory::Mode::write);
    add_range(memory, 0, 10);
  }
  ::chmod(path.c_str(), 0444);
  ::chmod(folder.file("disc").c_str(), 0555);
  ::chmod(folder.file("").c_str(), 0755);
  const bool root = ::geteuid() == 0;  // whom no permission stops
  if (root) REQUIRE(::seteuid(65534) == 0);
  const std::size_t units = Memory::open(path, Memory::Mode::read).count({});
  const std::string refused = refusal(path, Memory::Mode::write);
  if (root) REQUIRE(::seteuid(0) == 0);
  CHECK(units == 10);
  CHECK(refused.find("may not be written") != std::string::npos);
  ::chmod(folder.file("disc").c_str(), 0700);
}

TEST_CASE("a damaged memory is told of or searched, and ends no program") {
  const Folder folder;
  {
    Memory memory = Memory::open(folder.file("m"), Memory::Mode::write);
    add_range(memory, 0, 300);
  }
  std::ifstream in(folder.file("m"), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  REQUIRE(!whole.empty());
  std::mt19937 random(5);
  for (int round = 0; round < 150; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 60; ++i)
      bytes[100 + random() % (bytes.size() - 100)] = static_cast<char>(random());
    if (round % 5 == 0) bytes.resize(random() % bytes.size());
    std::ofstream(folder.file("damaged"), std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    try {
      Memory memory = Memory::open(folder.file("damaged"), Memory::Mode::write);
      memory.search("texto 8 de la nota!", {.least_score = 30});
      memory.concordance("de la");
      memory.concordance("*e* not*");
      memory.count({});
      add_range(memory, 200, 320);
      memory.dedupe(Memory::Keep::best, true);
    } catch (const Error&) {
    }
    for (const char* file : {"damaged", "damaged-wal", "damaged-shm"})
      ::unlink(folder.file(file).c_str());
  }
}

}  // namespace cotejo::test
