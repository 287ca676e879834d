#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/files.hpp"
#include "cotejo/error.hpp"

namespace cotejo {
namespace {

constexpr std::size_t buffered = std::size_t{1} << 16;

/// Thrown to leave the writing when a signal waits; the signal ends the program before it is
/// caught.
struct Interrupted {};

}  // namespace

HeldSignals::HeldSignals() {
  sigemptyset(&held_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held_, signal);
  pthread_sigmask(SIG_BLOCK, &held_, &before_);
}

HeldSignals::~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool HeldSignals::waiting() const {
  sigset_t pending;
  if (sigpending(&pending) != 0) return false;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    if (sigismember(&pending, signal) == 1) return true;
  }
  return false;
}

OutputFile::OutputFile(const std::string& path) : path_(path) {
  struct stat status {};
  if (path == "-") {
    file_.reset(::dup(STDOUT_FILENO));
  } else if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    file_.reset(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  } else {
    // A link stays: what it points to is replaced.
    std::error_code none;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, none);
    open_temporary(none ? path : real.string());
    if (file_.open() && status.st_nlink > 0) ::fchmod(file_.number(), status.st_mode & 07777);
  }
  if (!file_.open()) fail(errno);
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::open_temporary(const std::string& target) {
  const std::filesystem::path whole(target);
  const std::string folder = whole.has_parent_path() ? whole.parent_path().string() : ".";
  target_ = target;
  // Names are at most 255 bytes long; ours is the target's, shortened.
  next_name_ = folder + "/." + whole.filename().string().substr(0, 200) + "." +
               std::to_string(::getpid()) + ".part";
  // A file without a name goes away with the program, however that ends. Not every file system
  // has them, and to name one takes /proc.
  if (::access("/proc/self/fd", X_OK) == 0) {
    file_.reset(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
  }
  if (!file_.open()) {
    signals_.emplace();
    file_.reset(::open(next_name_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
    if (file_.open()) temporary_ = next_name_;
  }
}

void OutputFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffered) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    if (signals_ && signals_->waiting()) throw Interrupted{};
    const ssize_t written = ::write(file_.number(), rest.data(), std::min(rest.size(), buffered));
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe{};
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
  buffer_.clear();
}

void OutputFile::commit() {
  flush();
  if (target_.empty()) return;
  if (::fsync(file_.number()) != 0) fail(errno);
  if (!signals_) signals_.emplace();
  if (temporary_.empty()) {
    const std::string nameless = "/proc/self/fd/" + std::to_string(file_.number());
    if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, next_name_.c_str(), AT_SYMLINK_FOLLOW) != 0)
      fail(errno);
    temporary_ = next_name_;
  }
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

void OutputFile::fail(int error) const {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw Error(Message{"{1}: cannot be written: its folder does not exist", {path_}});
    case EISDIR:
      throw Error(Message{"{1}: is a folder, not a file", {path_}});
    case EACCES:
    case EPERM:
    case EROFS:
      throw Error(Message{"{1}: no permission to write there", {path_}});
    case ENOSPC:
    case EDQUOT:
      throw Error(Message{"{1}: cannot be written: no space is left", {path_}});
    default:
      throw Error(Message{"{1}: cannot be written: {2}", {path_, std::strerror(error)}});
  }
}

}  // namespace cotejo
