// Any bytes are an Authorization header: what is read from it as a secret is never longer than it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "foreign/http.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  cotejo::HttpRequest request;
  request.headers.emplace_back("authorization",
                               std::string(reinterpret_cast<const char*>(data), size));
  if (request.secret().size() > size) std::abort();
  return 0;
}
