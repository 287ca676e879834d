/// @file  The door to cpp-httplib: a small server for programs on this machine.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cotejo {

struct HttpRequest {
  std::string method;  ///< "GET"
  std::string path;    ///< decoded, without the query: "/tmserver/es/en/unit/Hola"
  std::vector<std::pair<std::string, std::string>> query;    ///< decoded, in order
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;

  /// The first of that name; empty where there is none.
  std::string_view parameter(std::string_view name) const;
  std::string_view header(std::string_view lower_case_name) const;
  /// Of the header Authorization, a bearer's token, or with Basic (RFC 7617) the password, as a
  /// client sends it that was given http://NAME:PASSWORD@HOST/; empty where there is none.
  std::string secret() const;
};

struct HttpResponse {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct HttpOptions {
  std::string address = "127.0.0.1";
  int port = 0;                                   ///< 0: any that is free
  std::size_t most_bytes = std::size_t{1} << 20;  ///< of a request's body; a larger one gets 413
  std::size_t threads = 8;
  /// Names that the Host header may have besides the address itself and localhost, without a port.
  /// Any other gets 403: a page of somebody else's that has rebound its name to this machine must
  /// not reach us.
  std::vector<std::string> hosts;
};

/// Answers requests, several at a time. Requests whose Host is foreign never reach the handler;
/// what the handler throws becomes a 500 without details. Every answer forbids sniffing, framing
/// and referrers.
class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  /// Binds at once: throws Error that names the address and port when they are taken.
  HttpServer(HttpOptions options, Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return port_; }
  /// Answers until `stop` is true, looked at several times a second.
  void run(const std::atomic<bool>& stop);

 private:
  struct Server;
  std::unique_ptr<Server> server_;
  int port_ = 0;
};

/// True when both are the same, in a time that doesn't tell where they differ.
bool same_secret(std::string_view a, std::string_view b);

/// A name nobody can guess: 32 hex digits from the system's random numbers.
std::string random_token();

}  // namespace cotejo
