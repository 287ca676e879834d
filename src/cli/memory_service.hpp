/// @file  A memory behind HTTP, as translate-toolkit's tmserver and amaGama answer.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "cotejo/memory.hpp"
#include "foreign/http.hpp"

namespace cotejo {

/// Answers requests from several threads; each has the memory open by itself.
///
///     GET  /tmserver/es/en/unit/TEXT?min_similarity=70&max_candidates=5
///          [{"source": ..., "target": ..., "quality": 87.5, "rank": 87.5, "context": ...}]
///     GET  /tmserver/languages/
///          {"sourceLanguages": ["es"], "targetLanguages": ["en"]}
///     PUT, POST  /tmserver/es/en/unit/TEXT    {"source": ..., "target": ...}
///     POST  /tmserver/es/en/store/NAME        [{"source": ..., "target": ...}, ...]
///
/// The first part may also be /api/v1, as amaGama has it, or be left out. Adding takes the token,
/// as the header "Authorization: Bearer TOKEN" or as the password in the client's address.
/// Languages may be written es_us, or ca@valencia as gettext does.
class MemoryService {
 public:
  MemoryService(std::string store, std::string token);
  ~MemoryService();

  HttpResponse answer(const HttpRequest& request);

 private:
  struct Place;
  class Lease;

  HttpResponse look_up(const HttpRequest& request, const Place& place);
  HttpResponse languages();
  HttpResponse add(const HttpRequest& request, const Place& place);

  std::string store_;
  std::string token_;
  std::mutex mutex_;                              ///< of the readers that wait
  std::vector<std::unique_ptr<Memory>> readers_;  ///< that nobody uses now
  std::mutex writing_;
};

}  // namespace cotejo
