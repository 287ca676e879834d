/// @file  The door to SQLite: one file, statements with bound values, transactions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace cotejo {

/// A statement made ready once and run any number of times. Values are bound by position, from 1,
/// and stay bound until reset(); texts are copied. Must not outlive its Database.
class Statement {
 public:
  Statement& bind(int position, std::int64_t value);
  Statement& bind(int position, double value);
  Statement& bind(int position, std::string_view text);
  Statement& bind_borrowed(int position, std::string_view text);  ///< must outlive the run
  Statement& bind_blob(int position, std::string_view bytes);
  Statement& bind_null(int position);

  /// Goes to the next row; false when there is none left, and then the statement is reset.
  bool step();
  /// Runs a statement that has no rows to its end, and resets it.
  void run();
  void reset();

  std::int64_t integer(int column) const;  ///< columns count from 0
  double real(int column) const;
  std::string_view text(int column) const;  ///< also a blob's bytes; valid until the next step
  std::string_view utf8(int column) const;  ///< a text; the file is damaged where it isn't UTF-8
  bool null(int column) const;
  bool is_integer(int column) const;  ///< as it is kept

 private:
  friend class Database;
  Statement(class Database& database, std::string_view sql);

  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  class Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

/// `frozen` reads a file that nobody writes to, in a folder that may not be written to either.
enum class OpenMode { read, write, create, frozen };

/// An open database. Every call throws Error that names the file and the mend: not a database, no
/// right to write, the disk is full, another program holds it for longer than the patience. For one
/// thread at a time; several may have the same file open.
class Database {
 public:
  /// `patience` is how long to wait for another writer, in milliseconds. Foreign keys are on;
  /// attaching other files and loading extensions are not possible.
  Database(const std::string& path, OpenMode mode, int patience = 10'000);
  Database(Database&&) = default;
  Database& operator=(Database&&) = default;

  const std::string& path() const { return path_; }
  Statement prepare(std::string_view sql);
  /// Runs statements that take no values, parted by semicolons.
  void execute(const char* sql);
  std::int64_t integer(std::string_view sql);  ///< the first column of the first row
  std::int64_t last_row() const;               ///< the row id of the last insertion
  std::int64_t changes() const;                ///< rows changed by the last statement
  std::int64_t total_changes() const;          ///< rows changed since it was opened
  /// Stops a long statement soon: asked every few thousand steps, which must return true to stop.
  void interrupt_when(std::function<bool()> asked);

  [[noreturn]] void fail(int code) const;
  [[noreturn]] void damaged() const;  ///< for who finds in it what can't be there

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<std::function<bool()>> asked_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A file to read beside its writers; one on a medium, or in a folder, that can't be written to
/// also.
Database open_for_reading(const std::string& path);

/// All or nothing: what was done since it began is undone unless commit() was called. Takes the
/// writer's place at once, so that it can't fail halfway for another writer.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
};

}  // namespace cotejo
