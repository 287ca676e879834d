/// @file  Files: read whole, written whole or not at all. "-" is standard input or output.
#pragma once

#include <csignal>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cotejo/source.hpp"

namespace cotejo {

/// The most bytes that one document, or one line of a filter's input, may have.
inline constexpr std::size_t most_bytes = std::size_t{1} << 30;

/// The bytes of a file. Throws Error with one clear sentence: no such file, a folder, not readable,
/// more than `most_bytes`.
std::string read_file(const std::string& path);

/// A file's bytes where they lie on the disk: what is never looked at is never read.
struct MappedFile {
  std::shared_ptr<const void> bytes;  ///< unmapped with the last copy
  std::size_t size = 0;
};

/// Throws Error as read_file does, for any size, and for what is no regular file.
MappedFile map_file(const std::string& path);

/// True when both paths name the same existing file, through links too.
bool same_file(const std::string& a, const std::string& b);

/// An open file descriptor, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  void reset(int number);
  void close();

 private:
  int number_;
};

/// The bytes of a file, a piece at a time. Throws like read_file, but for the size.
Source file_source(const std::string& path);

/// The lines of a file, one at a time: for filters, whose input may have no end.
class LineReader {
 public:
  explicit LineReader(std::string path);

  /// The next line without its line end; false at the end of the file.
  bool next(std::string& line);

  /// A part of the input at least has come in that next() has not given yet.
  bool has_more() const { return at_ < buffer_.size(); }

 private:
  std::string path_;
  Descriptor file_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< where the unread part of the buffer begins
};

/// Interrupt, terminate and hang-up wait while it lives, and take effect when it ends.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  bool waiting() const;  ///< one has come in

 private:
  sigset_t held_;
  sigset_t before_;
};

/// Thrown when whoever read our standard output has closed it: no error, but nothing is left to do.
struct ClosedPipe {};

/// A file being written. Until commit() nobody sees it: the bytes go to a temporary file in the
/// same folder, which replaces `path` at once or, when anything fails or the program is
/// interrupted, goes away.
///
/// Standard output and what is no regular file (/dev/null, a pipe) take the bytes directly.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  void flush();
  void commit();

 private:
  void open_temporary(const std::string& target);
  [[noreturn]] void fail(int error) const;

  std::optional<HeldSignals> signals_;  // first, to take effect after all is cleared away
  std::string path_;                    ///< as given, for messages
  std::string target_;                  ///< what is replaced; empty when bytes are written directly
  std::string temporary_;               ///< empty while the temporary file has no name
  std::string next_name_;               ///< the name it gets before it replaces the target
  Descriptor file_;
  std::string buffer_;
};

}  // namespace cotejo
