/// @file  Memories for tests, gone when the test ends.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"

namespace cotejo::test {

/// A folder of its own, for memories and other files.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "cotejo-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  /// Where a memory may lie: a file, or, where COTEJO_TEST_POSTGRES names a server, a new database
  /// there, the same one for the same name.
  std::string memory(const std::string& name) const;

 private:
  std::string path_;
  mutable std::map<std::string, std::string> databases_;
};

/// The URL of an empty database on the server that COTEJO_TEST_POSTGRES names.
std::string new_database();

inline MemoryUnit unit(std::string source, std::string target, std::string document = "") {
  MemoryUnit made;
  made.source = std::move(source);
  made.target = std::move(target);
  made.source_language = "es";
  made.target_language = "en";
  made.document = std::move(document);
  return made;
}

inline AddReport add(Memory& memory, const std::vector<MemoryUnit>& units) {
  std::size_t next = 0;
  return memory.add([&]() -> std::optional<MemoryUnit> {
    if (next == units.size()) return std::nullopt;
    return units[next++];
  });
}

/// Every unit as one line of its texts and what a user sees of it.
inline std::vector<std::string> lines(const Memory& memory, const MemoryFilter& filter = {}) {
  std::vector<std::string> found;
  memory.each(filter, [&](const MemoryUnit& it) {
    found.push_back(it.source_language + '|' + it.target_language + '|' + it.document + '|' +
                    std::to_string(it.position) + '|' + it.source + '|' + it.target + '|' +
                    it.before + '|' + it.after + '|' + it.date + '|' + it.author + '|' + it.domain +
                    '|' + std::to_string(static_cast<int>(it.status)) + '|' +
                    std::to_string(it.confidence));
  });
  return found;
}

}  // namespace cotejo::test
