#include "foreign/http.hpp"

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string_view first(const std::vector<std::pair<std::string, std::string>>& all,
                       std::string_view name) {
  for (const auto& [key, value] : all) {
    if (key == name) return value;
  }
  return {};
}

/// Up to the first character that is none of its digits, so without the padding.
std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t value = digits.find(c);
    if (value == std::string_view::npos) break;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFFU);
  }
  return out;
}

/// A Host header without its port: "localhost:8080" is localhost, "[::1]:80" is [::1].
std::string host_name(const std::string& header) {
  const std::size_t bracket = header.rfind(']');
  const std::size_t colon = header.rfind(':');
  if (colon == std::string::npos || (bracket != std::string::npos && colon < bracket)) {
    return lower(header);
  }
  return lower(header.substr(0, colon));
}

HttpRequest request_of(const httplib::Request& in) {
  HttpRequest out;
  out.method = in.method;
  out.path = in.path;
  for (const auto& [name, value] : in.params) out.query.emplace_back(name, value);
  for (const auto& [name, value] : in.headers) out.headers.emplace_back(lower(name), value);
  return out;
}

void answer(const HttpResponse& from, httplib::Response& out) {
  out.status = from.status;
  for (const auto& [name, value] : from.headers) out.set_header(name, value);
  out.set_content(from.body, from.type);
}

}  // namespace

std::string_view HttpRequest::parameter(std::string_view name) const { return first(query, name); }

std::string_view HttpRequest::header(std::string_view lower_case_name) const {
  return first(headers, lower_case_name);
}

std::string HttpRequest::secret() const {
  constexpr std::string_view basic = "Basic ";
  constexpr std::string_view bearer = "Bearer ";
  std::string_view given = header("authorization");
  if (given.starts_with(basic)) {
    const std::string pair = from_base64(given.substr(basic.size()));
    const std::size_t colon = pair.find(':');
    return colon == std::string::npos ? std::string() : pair.substr(colon + 1);
  }
  if (given.starts_with(bearer)) given.remove_prefix(bearer.size());
  return std::string(given);
}

struct HttpServer::Server {
  HttpOptions options;
  Handler handler;
  httplib::Server http;

  bool known_host(const std::string& header) const {
    const std::string host = host_name(header);
    if (host == "localhost" || host == options.address || host == "127.0.0.1" || host == "[::1]") {
      return true;
    }
    return std::find(options.hosts.begin(), options.hosts.end(), host) != options.hosts.end();
  }

  void respond(const httplib::Request& in, httplib::Response& response,
               const httplib::ContentReader* body = nullptr) const {
    HttpRequest request = request_of(in);
    if (in.is_multipart_form_data()) {
      if (body != nullptr) {
        (*body)([](const httplib::MultipartFormData&) { return true; },
                [](const char*, std::size_t) { return true; });
      }
      answer({415, "text/plain; charset=utf-8", "forms of several parts aren't read\n", {}},
             response);
      return;
    }
    // The library weighs what a request declares, and neither chunks nor what is unpacked.
    bool too_large = false;
    const auto keep = [&](const char* bytes, std::size_t size) {
      too_large = size > options.most_bytes - request.body.size();
      if (!too_large) request.body.append(bytes, size);
      return !too_large;
    };
    if (body != nullptr && !(*body)(keep)) {
      if (too_large) response.status = 413;
      return;  // if it was cut off, the library has set the status
    }
    try {
      answer(handler(request), response);
    } catch (const Error& error) {
      answer({400, "text/plain; charset=utf-8", english(error.message()) + '\n', {}}, response);
    }
  }
};

HttpServer::HttpServer(HttpOptions options, Handler handler) : server_(std::make_unique<Server>()) {
  server_->options = std::move(options);
  server_->handler = std::move(handler);
  httplib::Server& http = server_->http;
  const HttpOptions& chosen = server_->options;
  http.new_task_queue = [threads = chosen.threads] { return new httplib::ThreadPool(threads); };
  http.set_payload_max_length(chosen.most_bytes);
  http.set_keep_alive_max_count(1000);
  http.set_keep_alive_timeout(2);  // seconds; as long does it take to stop at most
  http.set_tcp_nodelay(true);
  // The library's own would let another program share our port.
  http.set_socket_options([](auto socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  http.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                            {"X-Frame-Options", "DENY"},
                            {"Referrer-Policy", "no-referrer"},
                            {"Cache-Control", "no-store"}});
  http.set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
    if (server_->known_host(in.get_header_value("Host"))) {
      return httplib::Server::HandlerResponse::Unhandled;
    }
    answer({403, "text/plain; charset=utf-8", "this server answers to its own name only\n", {}},
           out);
    return httplib::Server::HandlerResponse::Handled;
  });
  http.set_exception_handler(
      [](const httplib::Request&, httplib::Response& out, std::exception_ptr) {
        answer({500, "text/plain; charset=utf-8", "a fault of cotejo itself\n", {}}, out);
      });
  const auto respond = [this](const httplib::Request& in, httplib::Response& out) {
    server_->respond(in, out);
  };
  const char* const anything = "[^]*";  // a line's end too, which . isn't
  http.Get(anything, respond);
  // The library would read a form of 8 KB at most, and curl calls every body it posts a form.
  const auto respond_to_body = [this](const httplib::Request& in, httplib::Response& out,
                                      const httplib::ContentReader& read) {
    server_->respond(in, out, &read);
  };
  http.Post(anything, respond_to_body);
  http.Put(anything, respond_to_body);
  http.Delete(anything, respond);
  if (chosen.port == 0) {
    port_ = http.bind_to_any_port(chosen.address.c_str());
  } else {
    port_ = http.bind_to_port(chosen.address.c_str(), chosen.port) ? chosen.port : -1;
  }
  if (port_ < 0) {
    throw Error(
        Message{"{1}:{2}: cannot be listened on; is the port taken? Name another with --port",
                {chosen.address, std::to_string(chosen.port)}});
  }
}

HttpServer::~HttpServer() = default;

void HttpServer::run(const std::atomic<bool>& stop) {
  std::jthread watch([&](const std::stop_token& done) {
    // To stop what doesn't listen yet would do nothing.
    while (!done.stop_requested() && !(stop && server_->http.is_running())) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    server_->http.stop();
  });
  server_->http.listen_after_bind();
}

bool same_secret(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0U : 1U;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const unsigned other = i < b.size() ? static_cast<unsigned char>(b[i]) : 0U;
    difference |= static_cast<unsigned char>(a[i]) ^ other;
  }
  return difference == 0;
}

std::string random_token() {
  std::random_device system;
  std::string out;
  for (int i = 0; i < 4; ++i) {
    char word[9];
    std::snprintf(word, sizeof word, "%08x", static_cast<unsigned>(system()));
    out += word;
  }
  return out;
}

}  // namespace cotejo
