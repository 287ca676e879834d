/// @file  The door to PostgreSQL: one connection, statements with bound values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace cotejo {

/// What a statement's $1, $2… stand for, in order. Everything is copied.
class Values {
 public:
  Values& add(std::int64_t value);
  Values& add(double value);
  Values& add(std::string_view text);
  Values& add_blob(std::string_view bytes);
  Values& add(const std::vector<std::int64_t>& values);
  Values& add_blobs(const std::vector<std::string>& values);

 private:
  friend class Server;
  struct Place {
    unsigned type;
    std::size_t begin;
    std::size_t size;
  };
  void begin(unsigned type);
  void end();

  std::string bytes_;  ///< as the server takes them: numbers have their high byte first
  std::vector<Place> places_;
};

/// What a statement gave. Rows and columns count from 0.
class Rows {
 public:
  int size() const;
  std::int64_t integer(int row, int column) const;  ///< also of a truth value
  double real(int row, int column) const;
  std::string_view text(int row, int column) const;  ///< also a blob's bytes
  bool null(int row, int column) const;

 private:
  friend class Server;
  struct Clear {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Clear> result_;
};

/// A connection. Every call throws Error that names the server, never with the password, and the
/// mend: no answer, a wrong password, no such database, no right to it, its disk is full. For one
/// thread at a time.
class Server {
 public:
  /// `url` is postgresql://[user[:password]@][host][:port][/database][?options]; what it doesn't
  /// say, libpq takes from where it always does: PGPASSWORD, ~/.pgpass…
  explicit Server(const std::string& url);
  Server(Server&&) = default;
  Server& operator=(Server&&) = default;

  /// What is said to each new connection before anything else.
  void greet_with(std::string sql);
  /// Connects anew if the connection was lost before.
  void reconnect_if_lost();

  const std::string& name() const { return name_; }  ///< its URL without the password
  std::string user() const;
  std::string database() const;

  /// Runs a statement, which is made ready once, and waits for its rows.
  Rows ask(std::string_view sql, const Values& values = {});
  /// Runs a statement without waiting for it: many go in one parcel, and what goes wrong with one
  /// of them is thrown by a later call. Its rows are lost.
  void tell(std::string_view sql, const Values& values = {});

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  void connect();
  const std::string& prepared(std::string_view sql, const Values& values);
  void send(std::string_view sql, const Values& values);
  Rows receive();
  [[noreturn]] void fail(const pg_result* result) const;
  [[noreturn]] void fail_to_connect() const;
  [[noreturn]] void lost() const;

  std::string url_;
  std::string name_;
  std::string greeting_;
  std::unique_ptr<pg_conn, Close> connection_;
  std::map<std::string, std::string, std::less<>> prepared_;  ///< names by SQL
  std::size_t told_ = 0;                                      ///< statements not waited for yet
};

}  // namespace cotejo
