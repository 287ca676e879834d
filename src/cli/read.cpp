#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "cli/files.hpp"
#include "cotejo/error.hpp"

namespace cotejo {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

[[noreturn]] void cannot_read(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw Error(Message{"{1}: no such file", {path}});
    case EISDIR:
      throw Error(Message{"{1}: is a folder, not a file", {path}});
    case EACCES:
    case EPERM:
      throw Error(Message{"{1}: no permission to read it", {path}});
    default:
      throw Error(Message{"{1}: cannot be read: {2}", {path, std::strerror(error)}});
  }
}

[[noreturn]] void too_long(const std::string& path) {
  throw Error(Message{"{1}: larger than 1 GiB; split it", {path}});
}

/// Opens for reading; the bytes that the file says it has, 0 when it doesn't say.
std::size_t open_to_read(const std::string& path, Descriptor& file) {
  file.reset(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0) cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) cannot_read(path, EISDIR);
  return S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
}

/// Bytes read; 0 at the end of the file.
std::size_t read_into(std::span<char> room, const std::string& path, const Descriptor& file) {
  ssize_t got = -1;
  do {
    got = ::read(file.number(), room.data(), room.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) cannot_read(path, errno);
  return static_cast<std::size_t>(got);
}

/// Appends up to `chunk` bytes; false at the end of the file.
bool read_more(const std::string& path, const Descriptor& file, std::string& bytes) {
  const std::size_t before = bytes.size();
  bytes.resize(before + chunk);
  const std::size_t got = read_into(std::span(bytes).subspan(before), path, file);
  bytes.resize(before + got);
  return got > 0;
}

}  // namespace

void Descriptor::reset(int number) {
  close();
  number_ = number;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(std::exchange(number_, -1));
}

std::string read_file(const std::string& path) {
  Descriptor file;
  const std::size_t size = open_to_read(path, file);
  if (size > most_bytes) too_long(path);
  std::string bytes;
  bytes.reserve(size + chunk);
  while (read_more(path, file, bytes)) {
    if (bytes.size() > most_bytes) too_long(path);
  }
  return bytes;
}

Source file_source(const std::string& path) {
  auto file = std::make_shared<Descriptor>();
  open_to_read(path, *file);
  return [path, file](std::span<char> room) { return read_into(room, path, *file); };
}

MappedFile map_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0) cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) cannot_read(path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    throw Error(Message{"{1}: is read in its place on the disk; give a regular file", {path}});
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return {};
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (bytes == MAP_FAILED) cannot_read(path, errno);
  return {{bytes, [size](void* mapped) { ::munmap(mapped, size); }}, size};
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

LineReader::LineReader(std::string path) : path_(std::move(path)) { open_to_read(path_, file_); }

bool LineReader::next(std::string& line) {
  std::size_t searched = at_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      line.assign(buffer_, at_, end - at_);
      at_ = end + 1;
      return true;
    }
    buffer_.erase(0, std::exchange(at_, 0));
    searched = buffer_.size();
    if (searched > most_bytes) too_long(path_);
    if (!read_more(path_, file_, buffer_)) break;
  }
  line = std::exchange(buffer_, {});
  return !line.empty();
}

}  // namespace cotejo
