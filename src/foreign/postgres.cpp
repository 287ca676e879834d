#include "foreign/postgres.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

// Types by the numbers that PostgreSQL has always had for them.
constexpr unsigned bytea = 17;
constexpr unsigned int8 = 20;
constexpr unsigned text_type = 25;
constexpr unsigned float8 = 701;
constexpr unsigned bytea_array = 1001;
constexpr unsigned int8_array = 1016;

constexpr int binary = 1;
constexpr std::size_t most_told = 1000;

/// The high byte first.
template <typename Number>
void append_number(std::string& bytes, Number value) {
  for (int shift = 8 * (static_cast<int>(sizeof(Number)) - 1); shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift & 0xff);
  }
}

std::uint64_t read_number(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

void append_array_head(std::string& bytes, unsigned element, std::size_t size) {
  append_number(bytes, std::uint32_t{size == 0 ? 0u : 1u});  // dimensions
  append_number(bytes, std::uint32_t{0});                    // none is null
  append_number(bytes, std::uint32_t{element});
  if (size == 0) return;
  append_number(bytes, static_cast<std::uint32_t>(size));
  append_number(bytes, std::uint32_t{1});  // the first one's number
}

void append_element(std::string& bytes, std::string_view element) {
  append_number(bytes, static_cast<std::uint32_t>(element.size()));
  bytes += element;
}

std::string in_one_line(const char* text) {
  std::string line = text ? text : "";
  std::replace(line.begin(), line.end(), '\n', ' ');
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// What a connection is made with: what the URL says, and what libpq takes from elsewhere.
std::string option(const pg_conn* connection, std::string_view keyword) {
  std::string value;
  PQconninfoOption* const options = PQconninfo(const_cast<pg_conn*>(connection));
  for (const PQconninfoOption* at = options; at && at->keyword; ++at) {
    if (at->keyword == keyword && at->val) value = at->val;
  }
  PQconninfoFree(options);
  return value;
}

std::string name_of(const pg_conn* connection) {
  const std::string host = option(connection, "host");
  const bool socket = host.starts_with('/');
  std::string name = "postgresql://" + option(connection, "user") + '@';
  if (!socket) name += host;
  if (const std::string port = option(connection, "port"); !port.empty()) name += ':' + port;
  name += '/' + option(connection, "dbname");
  return socket ? name + "?host=" + host : name;
}

}  // namespace

void Values::begin(unsigned type) { places_.push_back({type, bytes_.size(), 0}); }
void Values::end() { places_.back().size = bytes_.size() - places_.back().begin; }

Values& Values::add(std::int64_t value) {
  begin(int8);
  append_number(bytes_, static_cast<std::uint64_t>(value));
  return end(), *this;
}

Values& Values::add(double value) {
  begin(float8);
  append_number(bytes_, std::bit_cast<std::uint64_t>(value));
  return end(), *this;
}

Values& Values::add(std::string_view text) {
  begin(text_type);
  bytes_ += text;
  return end(), *this;
}

Values& Values::add_blob(std::string_view bytes) {
  begin(bytea);
  bytes_ += bytes;
  return end(), *this;
}

Values& Values::add(const std::vector<std::int64_t>& values) {
  begin(int8_array);
  append_array_head(bytes_, int8, values.size());
  for (const std::int64_t value : values) {
    append_number(bytes_, std::uint32_t{sizeof value});
    append_number(bytes_, static_cast<std::uint64_t>(value));
  }
  return end(), *this;
}

Values& Values::add_blobs(const std::vector<std::string>& values) {
  begin(bytea_array);
  append_array_head(bytes_, bytea, values.size());
  for (const std::string& value : values) append_element(bytes_, value);
  return end(), *this;
}

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

int Rows::size() const { return PQntuples(result_.get()); }

std::int64_t Rows::integer(int row, int column) const {
  const std::string_view bytes = text(row, column);
  const std::uint64_t value = read_number(bytes);
  if (bytes.size() == 2) return static_cast<std::int16_t>(value);
  if (bytes.size() == 4) return static_cast<std::int32_t>(value);
  return static_cast<std::int64_t>(value);
}

double Rows::real(int row, int column) const {
  return std::bit_cast<double>(read_number(text(row, column)));
}

std::string_view Rows::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

bool Rows::null(int row, int column) const { return PQgetisnull(result_.get(), row, column) == 1; }

void Server::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Server::Server(const std::string& url) : url_(url) {
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), nullptr);
  // libpq would say what it stumbled over, which may be the password.
  if (!options) {
    throw Error(Message{
        "the address of the translation memory is none that PostgreSQL understands; write it as "
        "postgresql://user@host:port/database, with %25 for %, %40 for @ and %2F for / in a name "
        "or password",
        {}});
  }
  PQconninfoFree(options);
  connect();
}

void Server::connect() {
  prepared_.clear();
  told_ = 0;
  constexpr std::array keywords{"dbname", "client_encoding", "fallback_application_name",
                                static_cast<const char*>(nullptr)};
  const std::array values{url_.c_str(), "UTF8", "cotejo", static_cast<const char*>(nullptr)};
  connection_.reset(PQconnectStartParams(keywords.data(), values.data(), 1));
  if (!connection_) throw std::bad_alloc();
  name_ = name_of(connection_.get());
  // The sentences are in the server's language; only this way do they come with their codes.
  PQsetErrorVerbosity(connection_.get(), PQERRORS_VERBOSE);
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);

  using Clock = std::chrono::steady_clock;
  const int seconds = std::atoi(option(connection_.get(), "connect_timeout").c_str());
  const auto deadline = Clock::now() + std::chrono::seconds(seconds > 0 ? seconds : 10);
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  if (PQstatus(connection_.get()) == CONNECTION_BAD) fail_to_connect();
  while (state != PGRES_POLLING_OK) {
    if (state == PGRES_POLLING_FAILED) fail_to_connect();
    pollfd waits{PQsocket(connection_.get()),
                 static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) fail_to_connect();
    const int ready = ::poll(&waits, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno != EINTR) fail_to_connect();
    if (ready > 0) state = PQconnectPoll(connection_.get());
  }
  PQenterPipelineMode(connection_.get());
  if (!greeting_.empty()) ask(greeting_);
}

void Server::greet_with(std::string sql) {
  greeting_ = std::move(sql);
  ask(greeting_);
}

void Server::reconnect_if_lost() {
  if (PQstatus(connection_.get()) == CONNECTION_BAD) connect();
}

std::string Server::user() const { return PQuser(connection_.get()); }
std::string Server::database() const { return PQdb(connection_.get()); }

Rows Server::ask(std::string_view sql, const Values& values) {
  send(sql, values);
  return receive();
}

void Server::tell(std::string_view sql, const Values& values) {
  send(sql, values);
  if (++told_ == most_told) receive();
}

const std::string& Server::prepared(std::string_view sql, const Values& values) {
  const auto there = prepared_.find(sql);
  if (there != prepared_.end()) return there->second;
  if (told_ > 0) receive();
  std::vector<Oid> types;
  for (const Values::Place& place : values.places_) types.push_back(place.type);
  const std::string text(sql);
  std::string name = std::to_string(prepared_.size());
  if (PQsendPrepare(connection_.get(), name.c_str(), text.c_str(), static_cast<int>(types.size()),
                    types.data()) != 1) {
    lost();
  }
  receive();
  return prepared_.emplace(text, std::move(name)).first->second;
}

void Server::send(std::string_view sql, const Values& values) {
  const std::string& name = prepared(sql, values);
  std::vector<const char*> bytes;
  std::vector<int> sizes;
  for (const Values::Place& place : values.places_) {
    bytes.push_back(values.bytes_.data() + place.begin);
    sizes.push_back(static_cast<int>(place.size));
  }
  const std::vector<int> formats(bytes.size(), binary);
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(bytes.size()),
                          bytes.data(), sizes.data(), formats.data(), binary) != 1) {
    lost();
  }
}

Rows Server::receive() {
  told_ = 0;
  if (PQpipelineSync(connection_.get()) != 1) lost();
  Rows last;
  Rows failure;
  for (bool after_none = false;;) {
    Rows result;
    result.result_.reset(PQgetResult(connection_.get()));
    if (!result.result_) {  // one parts the results of two statements
      if (after_none) lost();
      after_none = true;
      continue;
    }
    after_none = false;
    const ExecStatusType status = PQresultStatus(result.result_.get());
    if (status == PGRES_PIPELINE_SYNC) break;
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
      last = std::move(result);
    } else if (!failure.result_ && status != PGRES_PIPELINE_ABORTED) {
      failure = std::move(result);
    }
  }
  if (failure.result_) fail(failure.result_.get());
  return last;
}

void Server::lost() const {
  throw Error(Message{
      "{1}: the connection was lost; nothing uncommitted was kept: look after the server, then try "
      "again",
      {name_}});
}

void Server::fail(const pg_result* result) const {
  const char* const code_or_none = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  if (!code_or_none) lost();
  const std::string code = code_or_none;
  if (code == "53100") {
    throw Error(Message{"{1}: the server's disk is full; nothing was changed", {name_}});
  }
  if (code == "55P03") {
    throw Error(Message{"{1}: another program is writing to it; try again", {name_}});
  }
  if (code == "25006") {
    throw Error(
        Message{"{1}: this server may be read only; name the one that may be written to", {name_}});
  }
  if (code.starts_with("57P") || code.starts_with("08")) lost();
  throw Error(Message{"{1}: {2}",
                      {name_, in_one_line(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY))}});
}

void Server::fail_to_connect() const {
  const std::string said = in_one_line(PQerrorMessage(connection_.get()));
  const auto says = [&](const char* code) {
    return said.find(std::string(" ") + code + ":") != std::string::npos;
  };
  if (PQconnectionNeedsPassword(connection_.get())) {
    throw Error(Message{"{1}: the server asks for a password; give it in PGPASSWORD or ~/.pgpass",
                        {name_}});
  }
  if (says("28P01")) {
    throw Error(Message{
        "{1}: the server doesn't know this user and password; correct them, the password in the "
        "address, PGPASSWORD or ~/.pgpass",
        {name_}});
  }
  if (says("28000")) {
    throw Error(Message{
        "{1}: the server lets this user not in from here; name another user, or let its owner add "
        "the user and a line to pg_hba.conf",
        {name_}});
  }
  if (says("3D000")) {
    throw Error(Message{"{1}: no such database; make it with: createdb --encoding=UTF8 {2}",
                        {name_, database()}});
  }
  if (says("42501")) {
    throw Error(Message{
        "{1}: {2} may not connect to this database; let its owner run: GRANT CONNECT ON DATABASE "
        "{3} TO {2}",
        {name_, user(), database()}});
  }
  if (says("53300")) {
    throw Error(Message{"{1}: the server has no connection left; try again", {name_}});
  }
  if (says("57P03")) {
    throw Error(Message{"{1}: the server is starting or stopping; try again", {name_}});
  }
  throw Error(
      Message{"{1}: no answer; does the server run, are host and port right, and does it want TLS?",
              {name_}});
}

}  // namespace cotejo
