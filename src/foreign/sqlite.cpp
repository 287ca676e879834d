#include "foreign/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

/// Bytes that SQLite copies; an empty text is one too, and not NULL.
const char* bytes_of(std::string_view text) { return text.data() ? text.data() : ""; }

int flags(OpenMode mode) {
  switch (mode) {
    case OpenMode::read:
      return SQLITE_OPEN_READONLY;
    case OpenMode::frozen:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case OpenMode::write:
      return SQLITE_OPEN_READWRITE;
    case OpenMode::create:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

/// The path as SQLite takes one with options.
std::string frozen_uri(const std::string& path) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(database.handle_.get(), sql.data(),
                                      static_cast<int>(sql.size()), 0, &made, nullptr);
  statement_.reset(made);
  if (code != SQLITE_OK) database.fail(code);
}

Statement& Statement::bind(int position, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), position, value);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind(int position, double value) {
  const int code = sqlite3_bind_double(statement_.get(), position, value);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind(int position, std::string_view text) {
  const int code = sqlite3_bind_text64(statement_.get(), position, bytes_of(text), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind_borrowed(int position, std::string_view text) {
  const int code = sqlite3_bind_text64(statement_.get(), position, bytes_of(text), text.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind_blob(int position, std::string_view bytes) {
  const int code = sqlite3_bind_blob64(statement_.get(), position, bytes_of(bytes), bytes.size(),
                                       SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind_null(int position) {
  const int code = sqlite3_bind_null(statement_.get(), position);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string_view Statement::utf8(int column) const {
  const std::string_view bytes = text(column);
  if (valid_utf8_prefix(bytes) != bytes.size()) database_->damaged();
  return bytes;
}

bool Statement::null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::string& path, OpenMode mode, int patience) : path_(path) {
  sqlite3* made = nullptr;
  const std::string name = mode == OpenMode::frozen ? frozen_uri(path) : path;
  const int code = sqlite3_open_v2(
      name.c_str(), &made, flags(mode) | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(made);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(made, patience);
  sqlite3_limit(made, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(made, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(made, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  execute("PRAGMA foreign_keys = ON");
}

Statement Database::prepare(std::string_view sql) { return Statement(*this, sql); }

void Database::execute(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

std::int64_t Database::total_changes() const { return sqlite3_total_changes64(handle_.get()); }

void Database::interrupt_when(std::function<bool()> asked) {
  constexpr int steps = 10'000;
  asked_ = std::make_unique<std::function<bool()>>(std::move(asked));
  sqlite3_progress_handler(
      handle_.get(), steps,
      [](void* asked_here) { return (*static_cast<std::function<bool()>*>(asked_here))() ? 1 : 0; },
      asked_.get());
}

void Database::damaged() const { fail(SQLITE_CORRUPT); }

void Database::fail(int code) const {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw Error(
          Message{"{1}: not one of cotejo's files, or damaged; name another, or take it "
                  "from a backup",
                  {path_}});
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(
          Message{"{1}: may not be written; change its permissions or name another", {path_}});
    case SQLITE_CANTOPEN:
      throw Error(
          Message{"{1}: cannot be opened; does the file or its folder exist, and may it be "
                  "read?",
                  {path_}});
    case SQLITE_IOERR:
      throw Error(Message{
          "{1}: cannot be read or written whole; is the disk full? Nothing was changed", {path_}});
    case SQLITE_FULL:
      throw Error(Message{"{1}: the disk is full; nothing was changed", {path_}});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(Message{"{1}: another program is writing to it; try again", {path_}});
    case SQLITE_INTERRUPT:
      throw Error(Message{"{1}: stopped; nothing was changed", {path_}});
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw Error(Message{"{1}: {2}", {path_, sqlite3_errmsg(handle_.get())}});
  }
}

Database open_for_reading(const std::string& path) {
  try {
    Database database(path, OpenMode::read);
    database.integer("PRAGMA schema_version");
    return database;
  } catch (const Error&) {
    // Readers take their place in a file beside the memory's, which can't be made everywhere.
    std::error_code ignored;
    if (::access(path.c_str(), R_OK) != 0 || std::filesystem::exists(path + "-wal", ignored)) throw;
    Database database(path, OpenMode::frozen);
    database.integer("PRAGMA schema_version");
    return database;
  }
}

Transaction::Transaction(Database& database) : database_(&database) {
  database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!database_) return;
  try {
    database_->execute("ROLLBACK");
  } catch (const Error&) {  // rolled back already by what failed
  }
}

void Transaction::commit() {
  database_->execute("COMMIT");
  database_ = nullptr;
}

}  // namespace cotejo
