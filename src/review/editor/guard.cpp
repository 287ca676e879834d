#include "review/editor/guard.hpp"

namespace cotejo {
namespace {

bool same_site(const HttpRequest& request) {
  const std::string_view site = request.header("sec-fetch-site");
  return site.empty() || site == "same-origin" || site == "none";
}

}  // namespace

bool Guard::admits(const HttpRequest& request) const {
  if (!same_secret(request.header("x-cotejo-token"), token_) || !same_site(request)) return false;
  if (request.method == "GET") return true;
  const std::string port = std::to_string(port_);
  const std::string_view origin = request.header("origin");
  return origin == "http://127.0.0.1:" + port || origin == "http://localhost:" + port;
}

bool Guard::admits_link(const HttpRequest& request) const {
  return request.method == "GET" && same_secret(request.parameter("token"), token_);
}

void shield(HttpResponse& response) {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' "
      "data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace cotejo
